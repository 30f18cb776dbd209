import { createServer } from "node:https";
import { CreateDeploymentCommand, UpdateApiCommand } from "@aws-sdk/client-apigatewayv2";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../../../src/foundation/clock.ts";
import { secureRandom } from "../../../src/foundation/random.ts";
import { openAuthority } from "../../../src/listeners/tls/authority.ts";
import { listen, serveHttp } from "../../fixtures/gateway.ts";
import { clientsOf, createHelloStack } from "../../fixtures/hello-stack.ts";
import { temporaryServer } from "../../fixtures/server.ts";
import { createUser, signIn } from "../../fixtures/users.ts";
import { type OpenBrowser, openBrowser } from "./browser.ts";

describe("a web page in Chromium, whose user trusts the authority", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let site: Awaited<ReturnType<typeof serveHttp>>;
  let own: Awaited<ReturnType<typeof serveSigned>>;
  let foreign: Awaited<ReturnType<typeof serveSigned>>;
  let browser: OpenBrowser;
  let sitePage: Page;
  let api: string;
  let token: string;

  const namesOf = () => ({
    "*.amazonaws.com:443": portOf(server.url),
    "*.amazoncognito.com:443": portOf(server.url),
    "own.amazonaws.com:8443": own.port,
    "foreign.example:8443": foreign.port,
  });

  beforeAll(async () => {
    server = await temporaryServer({}, systemClock);
    site = await serveHttp((_, response) => {
      response.setHeader("content-type", "text/html").end("<!doctype html><title>Site</title>");
    });
    own = await serveSigned(server.dataDir, "own.amazonaws.com");
    foreign = await serveSigned(server.dataDir, "foreign.example");
    const authority = await (await fetch(`${server.url}/_gatepool/authority`)).text();
    ({ api, token } = await createStack(server.url, site.url));
    browser = await openBrowser({ names: namesOf(), authority });
    sitePage = await browser.openPage();
    await sitePage.goto(site.url);
  });
  afterAll(async () => {
    await browser.close();
    own.close();
    foreign.close();
    await site.close();
    await server.close();
  });

  /** What the page's own code gets from an address. */
  const fetchInPage = (address: string, headers: Record<string, string>) =>
    sitePage.evaluate(
      async ([url, init]) => {
        const answer = await fetch(url, init);
        return { status: answer.status, text: await answer.text() };
      },
      [address, { headers }] as const,
    );

  it("calls an API under AWS's own name, with a token", async () => {
    const greeted = await fetchInPage(api, { authorization: `Bearer ${token}` });
    expect(greeted).toEqual({ status: 200, text: '"Hello from Lambda!"' });
  });

  it("reads the refusal of a call without one", async () => {
    const refused = await fetchInPage(api, {});
    expect(refused).toEqual({ status: 401, text: '{"message":"Unauthorized"}' });
  });

  it("may send the headers alone that the API allows to its origin", async () => {
    const surplus = { authorization: `Bearer ${token}`, "x-surplus": "1" };
    await expect(fetchInPage(api, surplus)).rejects.toThrow("Failed to fetch");
  });

  it.each([
    "https://cognito-idp.us-east-1.amazonaws.com/_gatepool/health",
    "https://demo.auth.us-east-1.amazoncognito.com/",
  ])("opens %s, over HTTP/2", async (address) => {
    const page = await browser.openPage();
    const answer = await page.goto(address);
    expect(await answer?.securityDetails()).toMatchObject({
      issuer: expect.stringContaining("Gatepool local authority"),
    });
    expect(await page.evaluate(protocolOfPage)).toBe("h2");
    await page.close();
  });

  it("does not believe the authority about names that are not its own", async () => {
    const page = await browser.openPage();
    await page.goto("https://own.amazonaws.com:8443/");
    expect(await page.textContent("body")).toBe("own.amazonaws.com");
    const load = page.goto("https://foreign.example:8443/");
    await expect(load).rejects.toThrow("net::ERR_CERT_INVALID");
    await page.close();
  });

  it("is shown nothing when its user does not trust the authority", async () => {
    const wary = await openBrowser({ names: namesOf() });
    try {
      const load = (await wary.openPage()).goto(api);
      await expect(load).rejects.toThrow("net::ERR_CERT_AUTHORITY_INVALID");
    } finally {
      await wary.close();
    }
  });
});

/** The hello stack, whose API lets pages of one origin send tokens. */
async function createStack(url: string, origin: string) {
  const clients = clientsOf(url);
  const { poolId, clientId, apiId } = await createHelloStack(clients);
  await createUser(clients.idp, poolId);
  const CorsConfiguration = { AllowOrigins: [origin], AllowHeaders: ["authorization"] };
  await clients.apis.send(new UpdateApiCommand({ ApiId: apiId, CorsConfiguration }));
  await clients.apis.send(new CreateDeploymentCommand({ ApiId: apiId, StageName: "api" }));
  const { id } = await signIn(clients.idp, poolId, clientId);
  return { api: `https://${apiId}.execute-api.us-east-1.amazonaws.com/api/hello`, token: id };
}

/** Shows a certificate that the authority has signed, as whoever holds its key can. */
async function serveSigned(dataDir: string, name: string) {
  const parts = { dataDir, domains: [], clock: systemClock, random: secureRandom };
  const authority = await openAuthority(parts);
  const certificate = await authority.issue([name]);
  const server = createServer(certificate, (_, response) => response.end(name));
  const port = await listen(server);
  return { port, close: () => server.close() };
}

/** How the document that is open has come. */
function protocolOfPage(): string {
  return performance.getEntries()[0]?.toJSON().nextHopProtocol;
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}

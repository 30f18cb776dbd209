import { afterEach, describe, expect, test } from "vitest";
import { newIssuer, serveHttp } from "../../test/fixtures/gateway.ts";
import { DiscoveryError, discoverKeys, isCognitoAddress } from "./discovery.ts";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A provider whose two documents are as told. */
async function provider(documents: (url: string) => { discovery?: unknown; keys?: unknown }) {
  const asked: string[] = [];
  const server = await serveHttp((request, response) => {
    asked.push(request.url ?? "");
    const { discovery, keys } = documents(server.url);
    const document = request.url === "/keys" ? keys : discovery;
    if (document === undefined) return;
    if (document instanceof URL) response.writeHead(302, { location: document.href }).end();
    else response.end(typeof document === "string" ? document : JSON.stringify(document));
  });
  closers.push(server.close);
  return { url: server.url, asked };
}

async function failure(issuer: string): Promise<DiscoveryError> {
  try {
    await discoverKeys(issuer, 0);
  } catch (error) {
    if (error instanceof DiscoveryError) return error;
    throw error;
  }
  throw new Error("it was read");
}

const { jwks } = newIssuer("https://issuer.example");
const complete = (url: string) => ({
  discovery: { issuer: url, jwks_uri: `${url}/keys` },
  keys: jwks,
});

test("reads an issuer's keys by its discovery document", async () => {
  const { url, asked } = await provider(complete);
  const { keys, readAt } = await discoverKeys(url, 7);
  expect([...keys.keys()]).toEqual(["key-1"]);
  expect(readAt).toBe(7);
  expect(asked).toEqual(["/.well-known/openid-configuration", "/keys"]);
});

describe("fails, and says why, when", () => {
  test.each([
    [
      "the document is not there",
      () => ({ discovery: new URL("http://127.0.0.1:1/") }),
      "discovery",
      "302",
    ],
    ["it is no JSON", () => ({ discovery: "<html>" }), "discovery", "JSON"],
    ["it is no object", () => ({ discovery: [] }), "discovery", "not a JSON object"],
    [
      "it is of another issuer",
      (url: string) => ({ discovery: { issuer: `${url}/` } }),
      "issuer",
      "names the issuer",
    ],
    [
      "it names no keys",
      (url: string) => ({ discovery: { issuer: url } }),
      "discovery",
      "jwks_uri",
    ],
    [
      "the keys are elsewhere",
      (url: string) => ({ ...complete(url), keys: new URL(url) }),
      "jwks",
      "302",
    ],
    [
      "the keys are none",
      (url: string) => ({ ...complete(url), keys: {} }),
      "jwks",
      "not a key set",
    ],
    [
      "the keys are too many",
      (url: string) => ({ ...complete(url), keys: "x".repeat(150_001) }),
      "jwks",
      "150000 bytes",
    ],
    ["the document never comes", () => ({}), "discovery", "of the allowed 1500"],
    [
      "the keys are inside the network",
      (url: string) => ({ discovery: { issuer: url, jwks_uri: "http://169.254.169.254/keys" } }),
      "address",
      "neither https nor on this machine",
    ],
    [
      "the keys are at AWS",
      (url: string) => ({
        discovery: { issuer: url, jwks_uri: "https://cognito-idp.us-east-1.amazonaws.com/p/keys" },
      }),
      "address",
      "AWS is never asked",
    ],
  ])("%s", async (_, documents, problem, text) => {
    const error = await failure((await provider(documents)).url);
    expect(error.problem).toBe(problem);
    expect(error.message).toContain(text);
  });

  test.each([
    "http://issuer.example",
    "https://user:secret@issuer.example",
    "file:///etc",
    "nonsense",
    "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc",
    "https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc",
  ])("the issuer is %s", async (issuer) => {
    expect(await failure(issuer)).toMatchObject({ problem: "address" });
  });
});

test.each([
  ["https://cognito-idp.us-east-1.amazonaws.com/x", true],
  ["https://COGNITO-IDP.us-east-1.AMAZONAWS.com./x", true],
  ["https://cognito-idp-fips.us-east-1.amazonaws.com", true],
  ["https://cognito-idp.cn-north-1.amazonaws.com.cn/x", true],
  ["https://login.example/cognito-idp.us-east-1.amazonaws.com", false],
  ["https://cognito-idp.us-east-1.amazonaws.com.evil.example", false],
  ["nonsense", false],
])("%s is Cognito at AWS: %s", (address, is) => {
  expect(isCognitoAddress(address)).toBe(is);
});

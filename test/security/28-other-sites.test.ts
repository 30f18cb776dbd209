import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf } from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { createPoolWithUser } from "../fixtures/users.ts";
import { anySignature, callCognito } from "../fixtures/wire.ts";

const evil = { origin: "https://evil.example" };

describe("pitfall 28: other sites' pages get nothing from a laptop's server", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let pool: { poolId: string; clientId: string };

  beforeAll(async () => {
    server = await temporaryServer({ allowedOrigins: ["https://console.example"] });
    pool = await createPoolWithUser(clientsOf(server.url).idp);
  });
  afterAll(() => server.close());

  /** fetch would not let a test choose Host. */
  const get = (path: string, headers: Record<string, string>) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const sent = request(`${server.url}${path}`, { headers }, (answer) => {
        let body = "";
        answer.on("data", (chunk: Buffer) => {
          body += chunk.toString();
        });
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body }));
      });
      sent.on("error", reject).end();
    });

  it.each([
    ["/_gatepool/health"],
    ["/_gatepool/traces"],
    ["/_gatepool/outbox"],
    ["/v2/apis"],
    ["/"],
  ])("a name that was pointed at 127.0.0.1 gets no %s", async (path) => {
    const answer = await get(path, { host: "evil.example:4566", authorization: anySignature });
    expect(answer.status).toBe(421);
    expect(answer.body).toContain("--allowed-host evil.example");
  });

  it("a deployed API does not answer to it either", async () => {
    const answer = await get("/_api/abcdefghij/-/", { host: "evil.example" });
    expect(answer.status).toBe(421);
  });

  it.each(["traces", "outbox"])("%s are not for other pages", async (resource) => {
    const statusFor = async (headers: Record<string, string>) =>
      (await get(`/_gatepool/${resource}`, headers)).status;
    expect(await statusFor(evil)).toBe(403);
    expect(await statusFor({ "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await statusFor({ origin: "http://localhost:3000" })).toBe(200);
  });

  it("a signed operation sent by another site's page is refused, naming what to do", async () => {
    const input = { UserPoolId: pool.poolId, Username: "mallory" };
    const answer = await callCognito(server.url, "AdminCreateUser", input, evil);
    expect(answer.status).toBe(403);
    expect(JSON.stringify(answer.body)).toContain("--allowed-origin https://evil.example");
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    const exists = await callCognito(server.url, "AdminGetUser", input);
    expect(exists.body).toMatchObject({ __type: "UserNotFoundException" });
  });

  it("neither is one signed in its query, which a form can send without preflight", async () => {
    const query = new URLSearchParams({
      "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
      "X-Amz-Credential": "test/20261120/us-east-1/iam/aws4_request",
      "X-Amz-Date": "20261120T000000Z",
      "X-Amz-SignedHeaders": "host",
      "X-Amz-Signature": "00",
    });
    const form = new URLSearchParams({
      Action: "CreateRole",
      Version: "2010-05-08",
      RoleName: "mallory",
      AssumeRolePolicyDocument: "{}",
    });
    const answer = await fetch(`${server.url}/?${query}`, {
      method: "POST",
      headers: evil,
      body: form,
    });
    expect(answer.status).toBe(403);
  });

  it("a preflight for a signed call is refused, for an unsigned one granted to all", async () => {
    const preflight = (headers: string, origin: string) =>
      fetch(server.url, {
        method: "OPTIONS",
        headers: {
          origin,
          "access-control-request-method": "POST",
          "access-control-request-headers": headers,
        },
      });
    const signed = await preflight("authorization,x-amz-target", evil.origin);
    expect(signed.status).toBe(403);
    expect(signed.headers.get("access-control-allow-origin")).toBeNull();
    const unsigned = await preflight("content-type,x-amz-target", evil.origin);
    expect(unsigned.status).toBe(200);
    expect(unsigned.headers.get("access-control-allow-origin")).toBe("*");
    expect(unsigned.headers.get("access-control-allow-headers")).toBe("content-type,x-amz-target");
    const allowed = await preflight("authorization,x-amz-target", "https://console.example");
    expect(allowed.headers.get("access-control-allow-origin")).toBe("https://console.example");
  });

  it("any page may sign users in and read the key set: that is what they are for", async () => {
    const AuthParameters = { USERNAME: "ada", PASSWORD: "Right-1234" };
    const input = { ClientId: pool.clientId, AuthFlow: "USER_PASSWORD_AUTH", AuthParameters };
    const answer = await callCognito(server.url, "InitiateAuth", input, evil);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    const jwks = await fetch(`${server.url}/${pool.poolId}/.well-known/jwks.json`);
    expect(jwks.headers.get("access-control-allow-origin")).toBe("*");
  });
});

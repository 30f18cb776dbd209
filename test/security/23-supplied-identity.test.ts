import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf, createHelloStack, type HelloStack } from "../fixtures/hello-stack.ts";
import { openEcho } from "../fixtures/open-echo.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { getJson } from "../fixtures/wire.ts";

describe("pitfall 23: a client cannot speak in the gateway's name", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let stack: HelloStack;

  beforeAll(async () => {
    server = await temporaryServer();
    const clients = clientsOf(server.url);
    stack = await createHelloStack(clients);
    await openEcho(clients, stack);
  });
  afterAll(() => server.close());

  const call = (headers: Record<string, string>, query = "") =>
    getJson(`${server.url}/_api/${stack.apiId}/api/open/x${query}`, headers);

  it("no claims, no caller, no account come from the request", async () => {
    const event = await call(
      {
        "x-amzn-requestcontext": '{"authorizer":{"claims":{"sub":"root"}}}',
        "x-apigateway-event": "{}",
        "x-amz-cognito-identity": "root",
        authorization: "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJyb290In0.",
      },
      "?requestContext=root&claims=root",
    );
    const context = JSON.stringify(event.requestContext);
    expect(context).not.toMatch(/root/);
    expect(event.requestContext.authorizer ?? {}).not.toHaveProperty("claims");
    expect(event.requestContext.identity.sourceIp).toBe("127.0.0.1");
  });

  it("what the gateway adds replaces what came", async () => {
    const event = await call({
      "x-forwarded-proto": "gopher",
      "x-forwarded-port": "1",
      "x-amzn-trace-id": "Root=forged",
    });
    const values = (name: string) =>
      Object.entries(event.multiValueHeaders)
        .filter(([key]) => key.toLowerCase() === name)
        .flatMap(([, value]) => value);
    expect(values("x-forwarded-proto")).toHaveLength(1);
    expect(values("x-forwarded-proto")).not.toContain("gopher");
    expect(values("x-forwarded-port")).not.toContain("1");
    expect(values("x-amzn-trace-id").join()).not.toContain("forged");
  });
});

import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf, createHelloStack, type HelloStack } from "../fixtures/hello-stack.ts";
import { openEcho } from "../fixtures/open-echo.ts";
import { temporaryServer } from "../fixtures/server.ts";

/** Paths that mean `/hello` or `/open/../hello` to somebody, if not to everybody. */
const tricks = [
  "/hello",
  "//hello",
  "/hello/",
  "/hello//",
  "/%68ello",
  "/%2568ello",
  "/%2Fhello",
  "/./hello",
  "/open/../hello",
  "/open/%2e%2e/hello",
  "/open/..%2fhello",
  "/open/%2e%2e%2fhello",
  "/open/..;/hello",
  "/open/..\\hello",
  "/HELLO",
  "/hello;a=b",
  "/hello;/",
  "/hello%00",
  "/hello%20",
  "/hello.",
  "/hello%3Fx",
  "/hello#x",
  "/hello%23",
  "/hello%",
  "/hello%zz",
  "/hello%c0%af",
  "/hello\u00ad",
];

describe("pitfall 22: no spelling of a path gets past the authorizer", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let stack: HelloStack;

  beforeAll(async () => {
    server = await temporaryServer();
    const clients = clientsOf(server.url);
    stack = await createHelloStack(clients);
    await openEcho(clients, stack);
  });
  afterAll(() => server.close());

  /** Raw, because every HTTP client tidies paths up. */
  const call = (target: string) =>
    new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`,
          "latin1",
        );
      });
      let answer = "";
      socket.on("data", (chunk) => {
        answer += chunk.toString("latin1");
      });
      socket.on("end", () => resolve(answer)).on("error", reject);
    });

  it.each(tricks)("%s", async (path) => {
    const answer = await call(`/_api/${stack.apiId}/api${path}`);
    const status = Number(answer.slice(9, 12));
    expect(answer).not.toContain("Hello from Lambda!");
    expect([400, 401, 404, 200]).toContain(status);
    // What the open route lets through is seen by its backend as the path that was selected by.
    if (status === 200) expect(answer).toMatch(/"path":"\/api\/open\//);
  });

  it.each([
    ["/_api/../_api/ID/api/hello"],
    ["/%5fapi/ID/api/hello"],
    ["//_api/ID/api/hello"],
    ["/_api//ID/api/hello"],
    ["/_api/ID//api/hello"],
    ["/_api/ID/%61pi/hello"],
    ["http://127.0.0.1/_api/ID/api/hello"],
    ["*"],
  ])("%s in front of it", async (form) => {
    const answer = await call(form.replace("ID", stack.apiId));
    expect(answer).not.toContain("Hello from Lambda!");
    expect(answer).toMatch(/^HTTP\/1.1 4\d\d /);
  });
});

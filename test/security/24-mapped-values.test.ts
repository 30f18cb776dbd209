import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import {
  CreateApiCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  CreateStageCommand,
} from "@aws-sdk/client-apigatewayv2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listen } from "../fixtures/gateway.ts";
import { clientsOf } from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";

const injected = "\r\nX-Evil: 1\r\n\r\nGET /admin HTTP/1.1\r\n\r\n";

/** Their low bytes are CR and LF: written carelessly, they become a line end. */
const lookalikes = "\u010d\u010aX-Evil: 1\u010d\u010a";

describe("pitfall 24: a mapped value stays one value", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let backend: Server;
  let received = "";
  let answer = "";
  let url: string;
  const sockets = new Set<Socket>();

  beforeAll(async () => {
    server = await temporaryServer();
    backend = createServer((socket) => {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("data", (data) => {
        received += data.toString("latin1");
        const length = Buffer.byteLength(answer);
        socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${length}\r\n\r\n${answer}`);
      });
    });
    url = await createMappedApi(await listen(backend));
  });
  afterAll(async () => {
    await server.close();
    for (const socket of sockets) socket.destroy();
    backend.close();
    await once(backend, "close");
  });

  async function createMappedApi(port: number): Promise<string> {
    const { apis } = clientsOf(server.url);
    const { ApiId } = await apis.send(new CreateApiCommand({ Name: "a", ProtocolType: "HTTP" }));
    const integration = await apis.send(
      new CreateIntegrationCommand({
        ApiId,
        IntegrationType: "HTTP_PROXY",
        IntegrationMethod: "POST",
        IntegrationUri: `http://127.0.0.1:${port}/`,
        RequestParameters: {
          "overwrite:header.x-query": "$request.querystring.q",
          "overwrite:header.x-body": "$request.body.a",
          "overwrite:querystring.p": "$request.querystring.p",
          "overwrite:path": `/fixed/\${request.body.path}`,
        },
        ResponseParameters: { 200: { "append:header.x-answer": "$response.body.a" } },
      }),
    );
    const Target = `integrations/${integration.IntegrationId}`;
    await apis.send(new CreateRouteCommand({ ApiId, RouteKey: "POST /a", Target }));
    await apis.send(new CreateStageCommand({ ApiId, StageName: "api", AutoDeploy: true }));
    return `${server.url}/_api/${ApiId}/api/a`;
  }

  async function attack(query: string, body: object = {}) {
    received = "";
    return fetch(`${url}${query}`, { method: "POST", body: JSON.stringify(body) });
  }

  it("lets no line end into a header", async () => {
    expect((await attack(`?q=${encodeURIComponent(injected)}`)).status).toBe(400);
    expect((await attack("", { a: injected })).status).toBe(400);
    expect((await attack("", { a: "a\nX-Evil: 1" })).status).toBe(400);
    expect((await attack("", { a: "a\u0000b" })).status).toBe(400);
    expect(received).toBe("");
  });

  it("writes what is beyond ASCII as bytes that end no line", async () => {
    expect((await attack(`?q=${encodeURIComponent(lookalikes)}`)).status).toBe(200);
    expect((await attack("", { a: lookalikes })).status).toBe(200);
    expect(received).not.toMatch(/\r\n *x-evil/i);
    expect(received).not.toContain("\r\nGET /admin");
  });

  it("lets none into the request line", async () => {
    const query = `?p=${encodeURIComponent(` HTTP/1.1${injected}`)}`;
    expect((await attack(query, { path: "b" })).status).toBe(200);
    expect(received).toMatch(/^POST \/fixed\/b\?p=[\w%.-]+ HTTP\/1\.1\r\n/);
    await attack("", { path: ` HTTP/1.1${injected}` });
    await attack("", { path: lookalikes });
    expect(received).not.toMatch(/\r\n *x-evil/i);
    expect(received).not.toContain("\r\nGET /admin");
  });

  it("lets none out of the mapped folder", async () => {
    expect((await attack("", { path: "../admin" })).status).toBe(400);
    expect(received).toBe("");
  });

  it("lets none into an answer", async () => {
    answer = JSON.stringify({ a: injected });
    expect((await attack("")).status).toBe(500);
    answer = JSON.stringify({ a: lookalikes });
    const response = await attack("");
    expect(response.status).toBe(200);
    expect(response.headers.has("x-evil")).toBe(false);
    answer = "";
  });
});

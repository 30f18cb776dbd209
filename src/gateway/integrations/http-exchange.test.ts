import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, request, type ServerResponse } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { httpRoute, serveGateway, serveHttp } from "../../../test/fixtures/gateway.ts";
import type { MappingRule } from "../plan.ts";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const mapped: readonly MappingRule[] = [
  { action: "append", place: "header", name: "x-a", value: [{ from: "text", text: "b" }] },
];

/** A backend that the test answers for, behind a route whose parameters may be mapped. */
async function start(mapping: readonly MappingRule[] | undefined) {
  let arrive: (exchange: [IncomingMessage, ServerResponse]) => void = () => {};
  const arrival = new Promise<[IncomingMessage, ServerResponse]>((resolve) => {
    arrive = resolve;
  });
  const backend = await serveHttp((...exchange) => arrive(exchange));
  const plain = httpRoute("POST /a", backend.url);
  if (plain.integration.kind !== "http") throw new Error("no backend");
  const integration = {
    ...plain.integration,
    ...(mapping && { requestMapping: mapping, responseMapping: { 200: mapping } }),
  };
  const served = await serveGateway([{ routes: [{ ...plain, integration }] }]);
  closers.push(served.close, backend.close);
  const client = request(`${served.url}/a`, { method: "POST" });
  client.on("error", () => {});
  closers.push(async () => void client.destroy());
  return { client, arrival };
}

async function answerTo(client: ClientRequest): Promise<IncomingMessage> {
  const [response]: IncomingMessage[] = await once(client, "response");
  if (!response) throw new Error("no response");
  return response;
}

async function nextText(message: IncomingMessage): Promise<string> {
  const [part]: Buffer[] = await once(message, "data");
  return String(part);
}

describe.each([
  ["as they are", undefined],
  ["with mapped parameters", mapped],
])("bodies %s", (_, mapping) => {
  test("pass on part by part, both ways, before either end is through", async () => {
    const { client, arrival } = await start(mapping);
    client.write("one");
    const [incoming, outgoing] = await arrival;
    expect(await nextText(incoming)).toBe("one");
    outgoing.write("first");
    const response = await answerTo(client);
    expect(response.headers["x-a"]).toBe(mapping && "b");
    expect(await nextText(response)).toBe("first");
    client.end("two");
    expect(await nextText(incoming)).toBe("two");
    outgoing.end("last");
    expect(await nextText(response)).toBe("last");
  });

  test("are broken off at the backend when the client leaves in the middle of one", async () => {
    const { client, arrival } = await start(mapping);
    client.end();
    const [incoming, outgoing] = await arrival;
    outgoing.on("error", () => {});
    outgoing.write("first");
    await nextText(await answerTo(client));
    const left = once(incoming.socket, "close");
    client.destroy();
    await left;
  });

  test("end in 503 when the backend leaves in the middle of the request", async () => {
    const { client, arrival } = await start(mapping);
    client.write("one");
    const [incoming] = await arrival;
    incoming.on("error", () => {});
    await nextText(incoming);
    incoming.socket.destroy();
    expect((await answerTo(client)).statusCode).toBe(503);
  });

  test("are broken off at the client when the backend leaves in the middle", async () => {
    const { client, arrival } = await start(mapping);
    client.end();
    const [, outgoing] = await arrival;
    outgoing.write("first");
    const response = await answerTo(client);
    await nextText(response);
    const broken = once(response, "error");
    outgoing.destroy();
    const [error] = await broken;
    expect(error).toMatchObject({ code: "ECONNRESET" });
  });
});

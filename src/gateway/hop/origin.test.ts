import { once } from "node:events";
import { createServer } from "node:https";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterEach, expect, test } from "vitest";
import { selfSigned } from "../../../test/fixtures/certificate.ts";
import { httpRoute, listen, serveGateway } from "../../../test/fixtures/gateway.ts";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** Answers with a large body, so that reading goes on behind the first record. */
async function secureBackend(trusted: boolean) {
  const { privateKey, certificate } = selfSigned("127.0.0.1");
  const before = getCACertificates("default");
  if (trusted) setDefaultCACertificates([...before, certificate]);
  const key = privateKey.export({ type: "pkcs8", format: "pem" });
  const server = createServer({ key, cert: certificate }, (incoming, response) => {
    response.end(`${incoming.headers.host} ${"x".repeat(100_000)}`);
  });
  const port = await listen(server);
  closers.push(async () => {
    setDefaultCACertificates(before);
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  const routes = [httpRoute("GET /a", `https://127.0.0.1:${port}/`)];
  const served = await serveGateway([{ routes }]);
  closers.push(served.close);
  return served;
}

test("a backend behind TLS is called when its certificate is trusted", async () => {
  const { url } = await secureBackend(true);
  for (let round = 0; round < 2; round++) {
    const text = await (await fetch(`${url}/a`)).text();
    expect(text).toMatch(/^127\.0\.0\.1:\d+ x{100000}$/);
  }
});

test("a backend behind TLS is 503 when its certificate is not, and the trace says so", async () => {
  const served = await secureBackend(false);
  const response = await fetch(`${served.url}/a`);
  expect(response.status).toBe(503);
  expect(served.traceOf(response).steps.at(-1)?.detail).toMatch(/self-signed|certificate/);
});

import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "../../../test/fixtures/gatepool.ts";
import { type EchoServer, startEcho } from "../../../test/fixtures/listeners.ts";

const preload = fileURLToPath(new URL("node-preload.cjs", import.meta.url));

let server: EchoServer;

beforeEach(async () => {
  server = await startEcho("server");
});

afterEach(() => server.close());

/** Runs a program; @returns what it has printed */
async function printed(script: string, env: Record<string, string> = {}): Promise<string> {
  const args = ["--require", preload, "--input-type=module", "-e", script];
  const own = { GATEPOOL_URL: `http://127.0.0.1:${server.port}`, NODE_OPTIONS: "", ...env };
  const { stdout, stderr } = await run(process.execPath, args, own);
  return stdout + stderr;
}

const withOwnAgent = (host: string) => `
  import { Agent, get } from "node:http";
  const options = { host: ${JSON.stringify(host)}, agent: new Agent() };
  const request = get(options, (answer) => answer.pipe(process.stdout));
  request.on("error", (error) => console.log(error.message));
`;

test.each([
  ["an agent of its own", withOwnAgent("sts.amazonaws.com")],
  ["another spelling", withOwnAgent("STS.AmazonAWS.com.")],
  [
    "fetch",
    'console.log(await (await fetch("http://x.execute-api.us-east-1.amazonaws.com/")).text())',
  ],
  [
    "a connection by port and host",
    `import { connect } from "node:net";
     const socket = connect(80, "x.on.aws", () => socket.write("GET / HTTP/1.0\\r\\n\\r\\n"));
     socket.pipe(process.stdout);`,
  ],
  [
    "a worker",
    `import { Worker } from "node:worker_threads";
     const url = "http://sts.amazonaws.com/";
     new Worker(\`fetch("\${url}").then((it) => it.text()).then(console.log)\`, { eval: true });`,
  ],
])("%s reaches the server under AWS's names", async (_, script) => {
  expect(await printed(script)).toContain('"name":"server"');
});

test("AWS's other names are refused", async () => {
  expect(await printed(withOwnAgent("sts.amazonaws.com.cn"))).toContain(
    "sts.amazonaws.com.cn is AWS's, and Gatepool has nothing there; not passed on",
  );
});

test("without a server, nothing is let out", async () => {
  expect(await printed(withOwnAgent("sts.amazonaws.com"), { GATEPOOL_URL: "" })).toContain(
    "sts.amazonaws.com is AWS's, and GATEPOOL_URL names no server; not passed on",
  );
});

test("other hosts are reached where they are", async () => {
  const outside = await startEcho("outside");
  const script = `console.log(await (await fetch("http://127.0.0.1:${outside.port}/")).text())`;
  expect(await printed(script)).toContain('"name":"outside"');
  await outside.close();
});

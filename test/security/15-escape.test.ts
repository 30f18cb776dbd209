import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../../src/foundation/clock.ts";
import { noProfiles, pythonWithBoto3 } from "../fixtures/aws-programs.ts";
import { gatepool } from "../fixtures/command-line.ts";
import { serveHttp } from "../fixtures/gateway.ts";
import { temporaryServer } from "../fixtures/server.ts";

describe("pitfall 15: a call that is meant for this server reaches AWS", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let outside: Awaited<ReturnType<typeof serveOutside>>;

  beforeAll(async () => {
    server = await temporaryServer({}, systemClock);
    outside = await serveOutside();
  });
  afterEach(() => outside.seen.splice(0));
  afterAll(async () => {
    await outside.close();
    await server.close();
  });

  /** Runs a command for a user whose way to the outside is the listener. */
  function exec(command: readonly string[], env: Record<string, string> = {}) {
    const proxy = { HTTPS_PROXY: outside.url, HTTP_PROXY: outside.url, ALL_PROXY: outside.url };
    const lower = { https_proxy: outside.url, http_proxy: outside.url, all_proxy: outside.url };
    const passBy = { NO_PROXY: "", no_proxy: "" };
    return gatepool(["exec", "--url", server.url, "--", ...command], {
      ...{ ...proxy, ...lower, ...noProfiles, ...passBy, ...env },
    });
  }

  const curl = (address: string, env?: Record<string, string>) =>
    exec(["curl", "-sS", "-i", "--suppress-connect-headers", address], env);

  it("other hosts are reached as before", async () => {
    expect((await curl("http://example.test/")).stdout).toMatch(/\r\n\r\nthe outside$/);
    await curl("https://example.test/");
    await curl("https://notamazonaws.com/");
    expect(outside.seen).toEqual([
      "GET http://example.test/",
      "CONNECT example.test:443",
      "CONNECT notamazonaws.com:443",
    ]);
  });

  it.each([
    ["by its usual address", "https://dynamodb.us-east-1.amazonaws.com/"],
    ["in another domain", "https://dynamodb.us-east-1.api.aws/"],
    ["in upper case", "https://DYNAMODB.US-EAST-1.AMAZONAWS.COM/"],
    ["with a dot at the end", "https://dynamodb.us-east-1.amazonaws.com./"],
    ["with an escape", "https://dynamodb.us-east-1.amazonaws%2ecom/"],
    ["in plain HTTP", "http://dynamodb.us-east-1.amazonaws.com/"],
    ["at another port", "https://dynamodb.us-east-1.amazonaws.com:8443/"],
  ])("curl is told that a service is not served, %s", async (_, address) => {
    const { stdout } = await curl(address);
    expect(stdout).toMatch(/^HTTP\/(2|1\.1) 501 .*Gatepool does not implement dynamodb /s);
    expect(outside.seen).toEqual([]);
  });

  it.each([
    ["a bucket", "https://photos.s3.amazonaws.com/a.png", "AccessDenied"],
    ["a bucket by path", "https://s3.eu-west-1.amazonaws.com/photos/a.png", "AccessDenied"],
    ["an API", "https://abc.execute-api.us-east-1.amazonaws.com/", "Not Found"],
    ["the URL of a function", "https://abc.lambda-url.us-east-1.on.aws/", "Forbidden"],
  ])("curl does not find what is not there: %s", async (_, address, answer) => {
    const { stdout } = await curl(address);
    expect(stdout).toMatch(/^HTTP\/2 [45]\d\d /);
    expect(stdout).toContain(answer);
    expect(outside.seen).toEqual([]);
  });

  it.each([
    ["another partition", "https://dynamodb.cn-north-1.amazonaws.com.cn/"],
    ["credentials of a machine on AWS", "http://169.254.169.254/latest/meta-data/"],
  ])("curl reaches nobody: %s", async (_, address) => {
    const { stdout, stderr } = await curl(address);
    expect(`${stdout}${stderr}`).toMatch(/\b(403|502)\b/);
    expect(outside.seen).toEqual([]);
  });

  it("curl is answered here, though hosts were to pass by the user's proxy", async () => {
    const passBy = { NO_PROXY: "*", no_proxy: ".amazonaws.com" };
    const { stdout } = await curl("https://dynamodb.us-east-1.amazonaws.com/", passBy);
    expect(stdout).toContain("not implement dynamodb");
  });

  it.each([
    ["as it sets the environment", []],
    ["where AWS_ENDPOINT_URL is unset", ["env", "-u", "AWS_ENDPOINT_URL"]],
  ])("the AWS CLI and boto3 are told what is not served, %s", async (_, within) => {
    const cli = await exec([...within, "aws", "dynamodb", "list-tables"]);
    expect(cli.stderr).toContain("not implement dynamodb ListTables");
    expect(cli.code).not.toBe(0);
    const python = "import boto3; boto3.client('sqs').list_queues()";
    const boto3 = await exec([...within, await pythonWithBoto3(), "-c", python]);
    expect(boto3.stderr).toContain("not implement sqs ListQueues");
    expect(boto3.code).not.toBe(0);
    expect(outside.seen).toEqual([]);
  });

  it("a service that is served answers about this server's account", async () => {
    const identity = ["sts", "get-caller-identity", "--query", "Account"];
    const cli = await exec(["env", "-u", "AWS_ENDPOINT_URL", "aws", ...identity]);
    expect(cli).toEqual({ code: 0, stdout: '"000000000000"\n', stderr: "" });
    expect(outside.seen).toEqual([]);
  });

  it("addresses and profiles that the user has set up for AWS lead here", async () => {
    const profiles = join(server.dataDir, "profiles");
    await writeFile(
      profiles,
      `[profile real]\nregion = eu-west-1\nendpoint_url = ${outside.url}\n`,
    );
    const env = {
      AWS_CONFIG_FILE: profiles,
      AWS_PROFILE: "real",
      AWS_ENDPOINT_URL_STS: outside.url,
    };
    for (const profile of [[], ["--profile", "real"]]) {
      const identity = ["sts", "get-caller-identity", "--query", "Account", ...profile];
      const cli = await exec(["aws", ...identity], env);
      expect(cli).toEqual({ code: 0, stdout: '"000000000000"\n', stderr: "" });
    }
    expect(outside.seen).toEqual([]);
  });
});

/** Stands in for everything that is not this machine: a proxy that notes what it is asked for. */
async function serveOutside() {
  const seen: string[] = [];
  const { server, url, close } = await serveHttp((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.end("the outside");
  });
  server.on("connect", (request, socket) => {
    seen.push(`CONNECT ${request.url}`);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  return { seen, url, close };
}

import { expect, test } from "vitest";
import { gatepool } from "../../test/fixtures/command-line.ts";

const commands = [
  ...[[], ["dev"], ["user"], ["user", "create"], ["token"], ["why"], ["env"]],
  ...[["deploy"], ["diff"], ["destroy"], ["trust"], ["untrust"]],
];

test.each(commands.map((command) => [command]))("%j --help shows examples", async (command) => {
  const { code, stdout, stderr } = await gatepool([...command, "--help"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^Usage: gatepool/);
  expect(stdout).toMatch(/\nExamples:\n( {2}\$ .*gatepool.*\n?)+/);
});

test("help is not only an option", async () => {
  const { code, stdout } = await gatepool(["help", "token"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Usage: gatepool token /);
});

test("the version is that of the package", async () => {
  const { stdout } = await gatepool(["--version"]);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each([
  [[], /Usage: gatepool/],
  [["nope"], /unknown command 'nope'/],
  [["dev", "--nope"], /unknown option '--nope'/],
  [["dev", "--port", "http"], /write a number from 0 to 65535/],
  [["dev", "--issuer", "me"], /write aws, or an address/],
  [["dev", "--example", "nope"], /Allowed choices are hello-cdk/],
  [["token"], /required option '--username <name>' not specified/],
  [["token", "--username", "ada", "--url", "nowhere"], /"nowhere" is not an address/],
  [["token", "--username", "a", "--password", "b", "--password-stdin"], /cannot be used with/],
  [["user", "create", "--username", "ada", "--attribute", "x"], /write NAME=VALUE/],
  [["why", "--limit", "0"], /write a number from 1 to 1000/],
  [["deploy", "nowhere"], /There is no nowhere/],
  [["deploy", "--parameter", "x"], /write KEY=VALUE/],
  [["destroy", "nowhere"], /There is no nowhere/],
  [["env", "--shell", "cmd"], /Allowed choices are sh, fish, powershell/],
])("%j is a wrong call: exit code 2", async (args, message) => {
  const { code, stdout, stderr } = await gatepool(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(message);
});

/** Nothing listens on the port of a protocol that died out. */
const nowhere = "http://127.0.0.1:49";

test.each([
  [["why", "--url", nowhere]],
  [["trust", "--install", "--url", nowhere]],
  [["destroy", "--stack-name", "shop", "--url", nowhere]],
  [["token", "--username", "ada", "--password", "x", "--url", nowhere]],
  [["user", "create", "--username", "ada", "--password", "x", "--url", nowhere]],
])("%j: a server that is not there is told, with how to start one", async (args) => {
  const { code, stderr } = await gatepool(args);
  expect(code).toBe(1);
  expect(stderr).toMatch(/No server answers at http:\/\/127\.0\.0\.1:49 \(.+\)\./);
  expect(stderr).toContain("Start one with `gatepool dev`");
  expect(stderr).not.toMatch(/\n {4}at /);
});

test("the address is found in the environment", async () => {
  const own = await gatepool(["why"], { GATEPOOL_URL: nowhere });
  expect(own.stderr).toContain(nowhere);
  const aws = await gatepool(["why"], { AWS_ENDPOINT_URL: nowhere });
  expect(aws.stderr).toContain(nowhere);
});

test("GATEPOOL_DEBUG=1 shows where it happened", async () => {
  const { stderr } = await gatepool(["why", "--url", nowhere], { GATEPOOL_DEBUG: "1" });
  expect(stderr).toMatch(/\n {4}at /);
});

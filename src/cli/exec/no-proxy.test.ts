import { expect, test } from "vitest";
import { noProxyEntries, passesBy, withoutAws } from "./no-proxy.ts";

const server = new URL("http://gatepool:8080");
const own = "localhost,127.0.0.1,::1,gatepool";

test("the entries of both spellings are read", () => {
  const env = { NO_PROXY: "a.example, b.example", no_proxy: "b.example,,c.example " };
  expect(noProxyEntries(env)).toEqual(["a.example", "b.example", "b.example", "c.example"]);
  expect(noProxyEntries({})).toEqual([]);
});

test("what is not AWS's stays, and the server and this machine are added", () => {
  const entries = [
    "example.com",
    ".internal:8080",
    "10.0.0.0/8",
    "10.1.2.3",
    "fe80::1",
    "gatepool",
  ];
  expect(withoutAws(entries, server)).toBe(
    `${own},example.com,.internal:8080,10.0.0.0/8,10.1.2.3,fe80::1`,
  );
});

test.each([
  ...["amazonaws.com", ".amazonaws.com", "*.amazonaws.com", "AMAZONAWS.COM.", ".com", "com", "*"],
  ...["sts.us-east-1.amazonaws.com:443", "on.aws", ".aws", "*amazon*", "amazoncognito.com", "aws"],
  ...["169.254.169.254", "fd00:ec2::254", "api.aws", ".cn"],
])("the entry %s is dropped: calls to AWS would pass by", (entry) => {
  expect(withoutAws([entry], server)).toBe(own);
});

test.each([
  ["example.com", 443, ["example.com"], true],
  ["a.example.com", 443, ["example.com"], true],
  ["a.example.com", 443, [".example.com"], true],
  ["a.example.com", 443, ["*.example.com"], true],
  ["a.example.com", 443, ["Example.COM:443"], true],
  ["a.example.com", 80, ["example.com:443"], false],
  ["notexample.com", 443, ["example.com"], false],
  ["example.com", 443, ["*"], true],
  ["10.1.2.3", 443, ["10.1.2.3"], true],
  ["[fe80::1]", 443, ["fe80::1"], true],
  ["[fe80::1]", 443, ["[fe80::1]:443"], true],
  ["example.com", 443, [], false],
] as const)("%s:%i is to pass by the user's proxy by %j: %s", (name, port, entries, expected) => {
  expect(passesBy(name, port, entries)).toBe(expected);
});

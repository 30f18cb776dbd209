import { expect, test } from "vitest";
import { serverUrl } from "./server-url.ts";

test.each([
  ["http://a:1/", { GATEPOOL_URL: "http://b:2" }, "http://a:1"],
  [undefined, { GATEPOOL_URL: "http://b:2", AWS_ENDPOINT_URL: "http://c:3" }, "http://b:2"],
  [undefined, { GATEPOOL_URL: "", AWS_ENDPOINT_URL: "http://c:3" }, "http://c:3"],
  [undefined, {}, "http://127.0.0.1:4566"],
  ["https://gatepool.example.com/base/", {}, "https://gatepool.example.com/base"],
])("--url %s and %j: %s", (given, env, expected) => {
  expect(serverUrl(given, env)).toBe(expected);
});

test.each(["127.0.0.1:4566", "ftp://host", "nonsense"])("%s is no address", (given) => {
  expect(() => serverUrl(given, {})).toThrow(`"${given}" is not an address`);
});

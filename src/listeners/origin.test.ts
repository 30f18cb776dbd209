import { describe, expect, it } from "vitest";
import { isTrustedOrigin } from "./origin.ts";

const host = "gatepool.test:4566";

describe("the page behind a request", () => {
  it("is trusted when a program sent it", () => {
    expect(isTrustedOrigin({ host }, [])).toBe(true);
  });

  it.each([
    ["http://localhost:3000"],
    ["http://127.0.0.1:5173"],
    ["http://app.localhost"],
    ["http://[::1]:80"],
    ["http://gatepool.test:4566"],
    ["https://app.example"],
  ])("is trusted from %s", (origin) => {
    expect(isTrustedOrigin({ host, origin }, ["https://app.example"])).toBe(true);
  });

  it.each([
    ["https://evil.example"],
    ["http://app.example"],
    ["https://localhost.evil.example"],
    ["https://app.example.evil"],
    ["null"],
    ["file://"],
    ["http://gatepool.test"],
    [""],
  ])("is not trusted from '%s'", (origin) => {
    expect(isTrustedOrigin({ host, origin }, ["https://app.example"])).toBe(false);
  });

  it("is not trusted when a browser hides its origin", () => {
    expect(isTrustedOrigin({ host, "sec-fetch-site": "cross-site" }, [])).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { type CustomDomain, mapPath } from "./custom-domains.ts";
import { createHostJudge } from "./host.ts";

const mappings = [
  { key: "orders", apiId: "a1", stage: "prod" },
  { key: "orders/v1", apiId: "a2", stage: "$default" },
  { key: "", apiId: "a3", stage: "api" },
];

describe("a path under a custom domain", () => {
  it.each([
    ["/orders/5?x=/orders/v1", { id: "a1", path: "/prod/5?x=/orders/v1" }],
    ["/orders", { id: "a1", path: "/prod" }],
    ["/orders/v1/5", { id: "a2", path: "/$default/5" }],
    ["/orders/v12", { id: "a1", path: "/prod/v12" }],
    ["/ordersv1", { id: "a3", path: "/api/ordersv1" }],
    ["/", { id: "a3", path: "/api/" }],
    ["/?a=b", { id: "a3", path: "/api/?a=b" }],
  ])("%s goes to the longest key that fits", (url, expected) => {
    expect(mapPath(mappings, url)).toEqual(expected);
  });

  it("goes nowhere when no key fits", () => {
    expect(mapPath(mappings.slice(0, 1), "/pets")).toBeUndefined();
    expect(mapPath(mappings.slice(0, 1), "/Orders/1")).toBeUndefined();
  });
});

describe("the name of a custom domain", () => {
  const domains = new Map<string, CustomDomain>();
  const judge = createHostJudge({ baseDomain: "localhost", allowedHosts: [] }, domains);

  it("is known while the domain is there, and foreign before and after", () => {
    expect(judge("api.example.com").kind).toBe("foreign");
    const domain: CustomDomain = { kind: "apis", mappings };
    domains.set("api.example.com", domain);
    expect(judge("API.example.com:4566")).toEqual({ kind: "custom-domain", domain });
    domains.delete("api.example.com");
    expect(judge("api.example.com").kind).toBe("foreign");
  });

  it("may lie below the base domain", () => {
    expect(judge("api.localhost").kind).toBe("server");
    const domain: CustomDomain = { kind: "sign-in", domain: "my-domain" };
    domains.set("api.localhost", domain);
    expect(judge("api.localhost")).toEqual({ kind: "custom-domain", domain });
  });
});

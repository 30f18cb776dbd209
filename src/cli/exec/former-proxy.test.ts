import { expect, test } from "vitest";
import { authorizationFor, formerProxy, ProxyError } from "./former-proxy.ts";

const proxyFor = (env: Record<string, string>, protocol: "http" | "https" = "https") =>
  formerProxy(env).proxyFor(protocol, "example.com", 443)?.href;

test.each([
  [{ HTTPS_PROXY: "http://proxy:3128" }, "http://proxy:3128/"],
  [{ https_proxy: "https://proxy", HTTPS_PROXY: "http://other" }, "https://proxy/"],
  [{ HTTPS_PROXY: "proxy:3128" }, "http://proxy:3128/"],
  [{ ALL_PROXY: "http://proxy:3128" }, "http://proxy:3128/"],
  [{ HTTP_PROXY: "http://proxy:3128" }, undefined],
  [{ HTTPS_PROXY: "" }, undefined],
  [{ HTTPS_PROXY: "http://proxy", NO_PROXY: "example.com" }, undefined],
  [{ HTTPS_PROXY: "http://proxy", no_proxy: "*" }, undefined],
])("with %j the proxy for HTTPS is %s", (env, expected) => {
  expect(proxyFor(env)).toBe(expected);
});

test("plain HTTP has a proxy of its own", () => {
  const env = { HTTP_PROXY: "http://one", HTTPS_PROXY: "http://two" };
  expect(proxyFor(env, "http")).toBe("http://one/");
});

test.each(["socks5://me:Secret-1@proxy:1080", "http://[me:Secret-1"])(
  "%s cannot be used, which is told without the password",
  (text) => {
    const use = () => proxyFor({ HTTPS_PROXY: text });
    expect(use).toThrow(ProxyError);
    expect(use).not.toThrow("Secret-1");
  },
);

test("the user of a proxy is told to it", () => {
  expect(authorizationFor(new URL("http://ada:p%40ss@proxy"))).toEqual({
    "proxy-authorization": `Basic ${btoa("ada:p@ss")}`,
  });
  expect(authorizationFor(new URL("http://proxy"))).toEqual({});
});

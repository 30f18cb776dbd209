import { expect, test } from "vitest";
import { corsOf } from "./cors.ts";

test("a configuration is kept as it is written, and nothing is added", () => {
  expect(corsOf({ MaxAge: 123 })).toEqual({ maxAge: 123 });
  expect(
    corsOf({
      AllowOrigins: ["https://app.example.com", "http://localhost:3000", "capacitor://localhost"],
      AllowMethods: ["GET", "*"],
      AllowHeaders: ["Authorization", "*"],
      ExposeHeaders: ["x-total"],
      AllowCredentials: true,
      MaxAge: -1,
    }),
  ).toEqual({
    allowOrigins: ["https://app.example.com", "http://localhost:3000", "capacitor://localhost"],
    allowMethods: ["GET", "*"],
    allowHeaders: ["Authorization", "*"],
    exposeHeaders: ["x-total"],
    allowCredentials: true,
    maxAge: -1,
  });
});

test("every origin of a scheme is allowed, with credentials too", () => {
  const settings = { AllowOrigins: ["https://*", "http://*"], AllowCredentials: true };
  expect(corsOf(settings).allowOrigins).toEqual(["https://*", "http://*"]);
});

test("credentials for every origin are refused in AWS's words", () => {
  expect(() => corsOf({ AllowOrigins: ["*"], AllowCredentials: true })).toThrow(
    "allow-credentials is not supported if 'allow-origin' is *",
  );
});

test.each([
  "example.com",
  "https://example.com/",
  "https://example.com/app",
  "https://*.example.com",
  "https://user@example.com",
  "null",
  "",
])("the origin %j is refused, for no browser sends it", (origin) => {
  expect(() => corsOf({ AllowOrigins: [origin] })).toThrow("Invalid allowOrigins");
});

test("unknown methods and impossible headers are refused", () => {
  expect(() => corsOf({ AllowMethods: ["get"] })).toThrow("Invalid allowMethods 'get'");
  expect(() => corsOf({ AllowHeaders: ["a b"] })).toThrow("Invalid allowHeaders");
  expect(() => corsOf({ ExposeHeaders: ["a\r\nb"] })).toThrow("Invalid exposeHeaders");
});

test("lists are limited", () => {
  const AllowHeaders = Array.from({ length: 101 }, (_, index) => `x-${index}`);
  expect(() => corsOf({ AllowHeaders })).toThrow("allowHeaders must be 0 to 100 entries");
});

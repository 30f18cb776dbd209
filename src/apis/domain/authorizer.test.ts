import { expect, test } from "vitest";
import { mergeAuthorizer, newAuthorizer, parseIdentitySource } from "./authorizer.ts";

const ids = { apiId: "a1b2c3d4e5", authorizerId: "abc123" };
const settings = {
  Name: "members",
  AuthorizerType: "JWT",
  IdentitySource: ["$request.header.Authorization"],
  JwtConfiguration: { Issuer: "https://issuer.example.com", Audience: ["client"] },
};

test("an authorizer is made of its settings", () => {
  expect(newAuthorizer(ids, settings)).toEqual({
    ...ids,
    name: "members",
    identitySource: "$request.header.Authorization",
    issuer: "https://issuer.example.com",
    audience: ["client"],
  });
});

test("what is absent stays as it is", () => {
  const current = newAuthorizer(ids, settings);
  expect(mergeAuthorizer(current, {})).toEqual(current);
  const changed = mergeAuthorizer(current, { JwtConfiguration: { Audience: ["other"] } });
  expect(changed).toEqual({ ...current, audience: ["other"] });
});

test.each([
  ["$request.header.Authorization", { from: "header", name: "Authorization" }],
  ["$request.querystring.token", { from: "querystring", name: "token" }],
])("%s is an identity source", (text, expected) => {
  expect(parseIdentitySource(text)).toEqual(expected);
});

test.each([
  "",
  "Authorization",
  "$request.header.",
  "$request.body.token",
  "$context.routeKey",
  "$request.header.Authorization ",
  `\${request.header.Authorization}`,
])("the identity source %j is refused with the expected form", (text) => {
  expect(() => parseIdentitySource(text)).toThrow(
    `Invalid identitySource '${text}': expected $request.header.NAME or $request.querystring.NAME`,
  );
});

test("the form of REST APIs is refused with the same in the form of HTTP APIs", () => {
  expect(() => parseIdentitySource("method.request.header.Authorization")).toThrow(
    expect.objectContaining({
      details: {
        reason: expect.objectContaining({
          change: expect.stringContaining("write $request.header.Authorization"),
        }),
      },
    }),
  );
});

test.each([
  ["no identity source", { IdentitySource: [] }, "Invalid identitySource"],
  [
    "two identity sources",
    { IdentitySource: ["$request.header.a", "$request.header.b"] },
    "expected one entry",
  ],
  ["no JWT configuration", { JwtConfiguration: undefined }, "issuer must be"],
  ["no issuer", { JwtConfiguration: { Audience: ["client"] } }, "issuer must be"],
  ["an issuer that is no URL", { JwtConfiguration: jwt("my-pool") }, "Invalid issuer"],
  ["an issuer with a query", { JwtConfiguration: jwt("https://a.b/?c") }, "Invalid issuer"],
  ["an issuer with a password", { JwtConfiguration: jwt("https://a:b@c") }, "Invalid issuer"],
  ["no audience", { JwtConfiguration: { Issuer: "https://a.b" } }, "at least one audience"],
  ["51 audiences", { JwtConfiguration: many(51) }, "audience must be 1 to 50 entries"],
  ["no name", { Name: "" }, "name must be 1 to 128 characters"],
  ["a function", { AuthorizerType: "REQUEST" }, "authorizerType 'REQUEST' is not supported here"],
  [
    "a function's URI",
    { AuthorizerUri: "arn:aws:x" },
    "authorizerUri 'arn:aws:x' is not supported",
  ],
  [
    "a role to call a function",
    { AuthorizerCredentialsArn: "arn:aws:iam::000000000000:role/r" },
    "authorizerCredentialsArn",
  ],
  ["a payload format", { AuthorizerPayloadFormatVersion: "2.0" }, "authorizerPayloadFormatVersion"],
  ["a cache", { AuthorizerResultTtlInSeconds: 300 }, "authorizerResultTtlInSeconds '300'"],
  ["simple responses", { EnableSimpleResponses: true }, "enableSimpleResponses 'true'"],
  ["a pattern for tokens", { IdentityValidationExpression: ".*" }, "identityValidationExpression"],
])("%s is refused", (_, wrong, message) => {
  expect(() => newAuthorizer(ids, { ...settings, ...wrong })).toThrow(message);
});

function jwt(Issuer: string) {
  return { Issuer, Audience: ["client"] };
}

function many(count: number) {
  return { Issuer: "https://a.b", Audience: Array.from({ length: count }, (_, n) => `c${n}`) };
}

import { expect, test } from "vitest";
import {
  mergeParameters,
  mergeResponses,
  parseRequestMapping,
  parseResponseMapping,
} from "./mapping.ts";

test("a request mapping is read once: actions, places, names and values", () => {
  const rules = parseRequestMapping({
    "append:header.X-Id": "$context.requestId",
    "overwrite:querystring.Page": `\${request.path.id}-\${stageVariables.env}`,
    "remove:header.cookie": "''",
    "remove:querystring.debug": "",
    "overwrite:path": "/v1/pets",
  });
  expect(rules).toEqual([
    {
      action: "append",
      place: "header",
      name: "x-id",
      value: [{ from: "context", name: "requestId" }],
    },
    {
      action: "overwrite",
      place: "querystring",
      name: "Page",
      value: [
        { from: "path-variable", name: "id" },
        { from: "text", text: "-" },
        { from: "stage-variable", name: "env" },
      ],
    },
    { action: "remove", place: "header", name: "cookie", value: [] },
    { action: "remove", place: "querystring", name: "debug", value: [] },
    { action: "overwrite", place: "path", name: "", value: [{ from: "text", text: "/v1/pets" }] },
  ]);
});

test.each([
  ["$request.header.X-A", { from: "header", name: "x-a" }],
  ["$request.querystring.Q", { from: "querystring", name: "Q" }],
  ["$request.path", { from: "path" }],
  ["$request.path.proxy", { from: "path-variable", name: "proxy" }],
  ["$request.body", { from: "body", path: [] }],
  ["$request.body.a['b c'][2].d", { from: "body", path: ["a", "b c", 2, "d"] }],
  [
    "$context.authorizer.claims.cognito:groups",
    { from: "context", name: "authorizer.claims.cognito:groups" },
  ],
  ["$stageVariables.env", { from: "stage-variable", name: "env" }],
  ["costs 5$", { from: "text", text: "costs 5$" }],
])("the value %s", (text, piece) => {
  expect(parseRequestMapping({ "append:header.a": text })[0]?.value).toEqual([piece]);
});

test("a response mapping is read by status code", () => {
  const parameters = { "overwrite:statuscode": "403", "append:header.a": "$response.header.B" };
  expect(parseResponseMapping({ 500: parameters })).toEqual({
    500: [
      {
        action: "overwrite",
        place: "statuscode",
        name: "",
        value: [{ from: "text", text: "403" }],
      },
      { action: "append", place: "header", name: "a", value: [{ from: "header", name: "b" }] },
    ],
  });
});

test.each([
  "access-control-allow-origin",
  "apigw-requestid",
  "Authorization",
  "connection",
  "Content-Encoding",
  "content-length",
  "content-location",
  "forwarded",
  "keep-alive",
  "origin",
  "proxy-authenticate",
  "proxy-authorization",
  "te",
  "trailers",
  "Transfer-Encoding",
  "transfer_encoding",
  "upgrade",
  "x-amz-date",
  "x-amzn-trace-id",
  "x-forwarded-for",
  "X-Forwarded-Host",
  "x-forwarded-proto",
  "via",
])("the header %s is reserved", (name) => {
  const message = `the header ${name.toLowerCase()} is reserved`;
  for (const action of ["append", "overwrite", "remove"]) {
    const entry = { [`${action}:header.${name}`]: action === "remove" ? "" : "a" };
    expect(() => parseRequestMapping(entry)).toThrow(message);
    expect(() => parseResponseMapping({ 200: entry })).toThrow(message);
  }
});

test("host can be overwritten, and nothing else", () => {
  expect(parseRequestMapping({ "overwrite:header.host": "a.example" })).toHaveLength(1);
  expect(() => parseRequestMapping({ "append:header.host": "a" })).toThrow("host is reserved");
  expect(() => parseRequestMapping({ "remove:header.host": "" })).toThrow("host is reserved");
});

test.each([
  ["a key without an action", "header.a", "b"],
  ["an unknown action", "set:header.a", "b"],
  ["a header without a name", "append:header.", "b"],
  ["a header with a name that is none", "append:header.a:b", "c"],
  ["an appended path", "append:path", "/a"],
  ["a status code", "overwrite:statuscode", "200"],
  ["no value", "append:header.a", ""],
  ["a value where something is removed", "remove:header.a", "b"],
  ["an unknown variable", "append:header.a", "$request.cookie.b"],
  ["an unknown context variable", "append:header.a", "$context.nothing"],
  ["the answer's header", "append:header.a", "$response.header.b"],
  ["a variable inside text without braces", "append:header.a", "b $request.header.c"],
  ["braces that are left open", "append:header.a", "b-${request.header.c"],
  ["empty braces", "append:header.a", "$" + "{}"],
  ["any depth in JSON", "append:header.a", "$request.body..b"],
  ["a filter in JSON", "append:header.a", "$request.body[?(@.b)]"],
  ["a wildcard in JSON", "append:header.a", "$request.body.b[*]"],
  ["a line end", "append:header.a", "b\r\nevil: c"],
  ["letters beyond ASCII", "append:header.a", "ä"],
  ["a path with a query", "overwrite:path", "/a?b=c"],
  ["a long value", "append:header.a", "b".repeat(513)],
])("%s is refused", (_, key, value) => {
  expect(() => parseRequestMapping({ [key]: value })).toThrow(/requestParameters/);
});

test.each([
  ["a status that is no code", "2xx", { "append:header.a": "b" }],
  ["an interim status", "101", { "append:header.a": "b" }],
  ["a query", "200", { "append:querystring.a": "b" }],
  ["a path", "200", { "overwrite:path": "/a" }],
  ["a new status that is no code", "200", { "overwrite:statuscode": "42" }],
  ["the request's header", "200", { "append:header.a": "$request.header.b" }],
])("of an answer, %s is refused", (_, status, parameters) => {
  expect(() => parseResponseMapping({ [status]: parameters })).toThrow(/responseParameters/);
});

test("an entry stands once, however it is spelt", () => {
  const twice = { "overwrite:header.A": "1", "overwrite:header.a": "2" };
  expect(() => parseRequestMapping(twice)).toThrow("overwrite:header.a");
});

test("an update adds, replaces and takes away entries", () => {
  const current = { "append:header.a": "1", "append:header.b": "2" };
  const given = { "append:header.a": "", "append:header.b": "3", "remove:header.c": "" };
  expect(mergeParameters(current, given)).toEqual({
    "append:header.b": "3",
    "remove:header.c": "",
  });
  expect(mergeParameters(current, undefined)).toEqual(current);
  expect(mergeParameters(current, {})).toEqual({});
});

test("an update takes a whole status code away by an empty map", () => {
  const current = { 200: { "append:header.a": "1" }, 404: { "append:header.b": "2" } };
  const given = { 200: {}, 404: { "append:header.c": "3" } };
  expect(mergeResponses(current, given)).toEqual({
    404: { "append:header.b": "2", "append:header.c": "3" },
  });
  expect(mergeResponses(current, { 404: { "append:header.b": "" } })).toEqual({
    200: { "append:header.a": "1" },
  });
});

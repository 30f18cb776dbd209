import { describe, expect, test } from "vitest";
import { MalformedAnswer, readFunctionAnswer } from "./function-answer.ts";

function read(result: string, format: "1.0" | "2.0" = "2.0") {
  const { status, headers, body } = readFunctionAnswer(result, format);
  const named = new Map<string, string[]>();
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] ?? "";
    named.set(name, [...(named.get(name) ?? []), headers[at + 1] ?? ""]);
  }
  return { status, headers: Object.fromEntries(named), body: body.toString("latin1") };
}

const json = (value: unknown) => JSON.stringify(value);

describe("format 2.0 makes a body of what is no response", () => {
  test.each([
    ['"Hello, World!"', "Hello, World!"],
    ['""', ""],
    ["42", "42"],
    ["true", "true"],
    ["null", "null"],
    ["[1, 2]", "[1, 2]"],
    ['{"name":  "x"}', '{"name":  "x"}'],
    ['{"body": "no status"}', '{"body": "no status"}'],
    ["{broken", "{broken"],
    ["", ""],
  ])("%s", (result, body) => {
    expect(read(result)).toEqual({
      status: 200,
      headers: { "content-type": ["application/json"], "content-length": [String(body.length)] },
      body,
    });
  });
});

describe.each(["1.0", "2.0"] as const)("a response in format %s", (format) => {
  test("may say no more than its status", () => {
    expect(read('{"statusCode":204}', format)).toMatchObject({ status: 204, body: "" });
    expect(read('{"statusCode":"201"}', format).status).toBe(201);
  });

  test("is plain text unless it says otherwise", () => {
    expect(read('{"statusCode":200,"body":"x"}', format).headers).toEqual({
      "content-type": ["text/plain; charset=utf-8"],
      "content-length": ["1"],
    });
    const headers = { "Content-TYPE": "text/html" };
    expect(read(json({ statusCode: 200, headers }), format).headers["content-type"]).toEqual([
      "text/html",
    ]);
  });

  test("has headers of text, numbers and booleans", () => {
    const headers = { "X-A": "b", "x-n": 1, "x-t": true, "Content-Length": 99, Connection: "x" };
    expect(read(json({ statusCode: 200, headers, body: "é" }), format)).toMatchObject({
      headers: { "x-a": ["b"], "x-n": ["1"], "x-t": ["true"], "content-length": ["2"] },
      body: "\u00c3\u00a9",
    });
    expect(read(json({ statusCode: 200, headers }), format).headers).not.toHaveProperty(
      "connection",
    );
  });

  test("decodes base64", () => {
    const body = Buffer.from([0, 255, 128]).toString("base64");
    const answer = { statusCode: 200, body, isBase64Encoded: true };
    expect(read(json(answer), format).body).toBe("\u0000\u00ff\u0080");
  });

  test.each([
    ["a fraction as status", { statusCode: 200.5 }],
    ["zero as status", { statusCode: 0 }],
    ["an interim status", { statusCode: 100 }],
    ["a status beyond 599", { statusCode: 600 }],
    ["a status that is text", { statusCode: "ok" }],
    ["a status that is null", { statusCode: null }],
    ["a body that is an object", { statusCode: 200, body: { a: 1 } }],
    ["a body that is a number", { statusCode: 200, body: 1 }],
    ["a body that is no base64", { statusCode: 200, body: "???", isBase64Encoded: true }],
    ["headers in a list", { statusCode: 200, headers: [] }],
    ["a header that is an object", { statusCode: 200, headers: { a: {} } }],
    ["a header that is null", { statusCode: 200, headers: { a: null } }],
    ["a header that ends a line", { statusCode: 200, headers: { a: "b\r\nevil: c" } }],
    ["a header beyond Latin-1", { statusCode: 200, headers: { a: "\u20ac" } }],
    ["a header name with a space", { statusCode: 200, headers: { "a b": "c" } }],
    ["a header name that ends a line", { statusCode: 200, headers: { "a\r\n": "c" } }],
  ])("refuses %s", (_, answer) => {
    expect(() => read(json(answer), format)).toThrow(MalformedAnswer);
  });
});

describe("format 1.0", () => {
  test.each(['"text"', "42", "null", "[]", "{}", '{"body":"x"}', "{broken"])(
    "refuses %s",
    (result) => {
      expect(() => read(result, "1.0")).toThrow(MalformedAnswer);
    },
  );

  test("puts the single value before the others", () => {
    const answer = {
      statusCode: 200,
      headers: { "X-A": "1", "Set-Cookie": "a" },
      multiValueHeaders: { "x-a": ["2", "3"], "set-cookie": ["b", "c"] },
    };
    expect(read(json(answer), "1.0").headers).toMatchObject({
      "x-a": ["1,2,3"],
      "set-cookie": ["a", "b", "c"],
    });
  });

  test("refuses several values that are no list", () => {
    const answer = { statusCode: 200, multiValueHeaders: { a: "b" } };
    expect(() => read(json(answer), "1.0")).toThrow(/no list/);
  });
});

describe("format 2.0", () => {
  test("makes a header of each cookie", () => {
    const answer = {
      statusCode: 200,
      cookies: ["a=1; Path=/", "b=2"],
      headers: { "set-cookie": "c" },
    };
    expect(read(json(answer)).headers["set-cookie"]).toEqual(["c", "a=1; Path=/", "b=2"]);
  });

  test.each([
    ["a text for cookies", "a=1"],
    ["a cookie that ends a line", ["a=1\r\nevil: b"]],
  ])("refuses %s", (_, cookies) => {
    expect(() => read(json({ statusCode: 200, cookies }))).toThrow(MalformedAnswer);
  });

  test("takes names that objects inherit for what they are", () => {
    expect(
      read('{"statusCode":200,"headers":{"__proto__":"x","constructor":"y"}}').headers,
    ).toMatchObject({
      constructor: ["y"],
    });
  });
});

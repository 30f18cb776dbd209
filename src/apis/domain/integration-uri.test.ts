import { expect, test } from "vitest";
import {
  checkFunctionUri,
  checkHttpUri,
  functionArnOf,
  pathVariablesOf,
} from "./integration-uri.ts";

const plain = "arn:aws:lambda:us-east-1:000000000000:function:hello";
const invocations = (arn: string) =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`;
const placeholder = (name: string) => `\${stageVariables.${name}}`;

test.each([
  plain,
  `${plain}:live`,
  `${plain}:$LATEST`,
  "arn:aws-cn:lambda:cn-north-1:000000000000:function:hello",
  invocations(plain),
  invocations(`arn:aws:lambda:us-east-1:000000000000:function:${placeholder("name")}`),
  `${plain}-${placeholder("suffix")}:${placeholder("alias")}`,
])("%s is the URI of a function", (uri) => {
  expect(() => checkFunctionUri(uri)).not.toThrow();
});

test.each([
  "",
  "hello",
  "https://example.com",
  "arn:aws:lambda:us-east-1:000000000000:layer:hello",
  "arn:aws:lambda:us-east-1::function:hello",
  `${plain}/invocations`,
  invocations("hello"),
  `${plain}:live:more`,
  `${plain}\n`,
])("%j is refused as the URI of a function", (uri) => {
  expect(() => checkFunctionUri(uri)).toThrow("expected arn:aws:lambda:REGION:ACCOUNT:function:");
});

test("the function's ARN is taken out of the invocations form, stage variables put in", () => {
  const named = `arn:aws:lambda:us-east-1:000000000000:function:${placeholder("name")}`;
  expect(functionArnOf(invocations(named), { name: "hello" })).toBe(plain);
  expect(functionArnOf(plain, {})).toBe(plain);
});

test("a variable that the stage lacks stays visible", () => {
  expect(functionArnOf(`${plain}:${placeholder("alias")}`, {})).toContain(placeholder("alias"));
});

test.each([
  "http://127.0.0.1:8080",
  "https://example.com/pets/{petId}?q={q}",
  "https://example.com/{proxy+}",
  `https://${placeholder("host")}/base/${placeholder("path")}`,
])("%s is the URL of a backend", (uri) => {
  expect(() => checkHttpUri(uri)).not.toThrow();
});

test.each([
  "",
  "example.com",
  "ftp://example.com",
  "file:///etc/passwd",
  "https://user:secret@example.com/",
  "https://{host}/",
  "https://example.com/#part",
  "https://example.com/{",
  "https://example.com/a b",
  "https://example.com/ä",
  "https://example.com/\u0000",
  "https://exa\\mple.com/",
  `${placeholder("url")}/pets`,
])("%j is refused as the URL of a backend", (uri) => {
  expect(() => checkHttpUri(uri)).toThrow("Invalid integrationUri");
});

test("path variables are told apart from stage variables", () => {
  const uri = `https://${placeholder("host")}/{a}/x/{proxy+}?b={b}`;
  expect(pathVariablesOf(uri)).toEqual(["a", "proxy", "b"]);
});

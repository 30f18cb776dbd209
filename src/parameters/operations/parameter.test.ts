import {
  DeleteParameterCommand,
  DeleteParametersCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  GetParametersCommand,
  PutParameterCommand,
  type PutParameterCommandInput,
} from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ParametersServer, parametersServer } from "../../../test/fixtures/parameters.ts";

let server: ParametersServer;

beforeAll(async () => {
  server = await parametersServer();
});

afterAll(() => server.close());

function put(Name: string, Value: string, more: Partial<PutParameterCommandInput> = {}) {
  return server.client.send(new PutParameterCommand({ Name, Value, Type: "String", ...more }));
}

async function get(Name: string, WithDecryption?: boolean) {
  const input = { Name, ...(WithDecryption !== undefined && { WithDecryption }) };
  return (await server.client.send(new GetParameterCommand(input))).Parameter;
}

test("a parameter is put and read again, by its name and its ARN", async () => {
  const name = "/cdk-bootstrap/hnb659fds/version";
  expect(await put(name, "33")).toMatchObject({ Version: 1, Tier: "Standard" });
  const parameter = await get(name, true);
  expect(parameter).toEqual({
    Name: name,
    Type: "String",
    Value: "33",
    Version: 1,
    LastModifiedDate: new Date(server.clock.now()),
    ARN: `arn:aws:ssm:us-east-1:000000000000:parameter${name}`,
    DataType: "text",
  });
  expect(await get(parameter?.ARN ?? "")).toEqual(parameter);
  await put("plain", "value");
  const plain = await get("arn:aws:ssm:us-east-1:000000000000:parameter/plain");
  expect(plain).toMatchObject({ Name: "plain", Value: "value" });
});

test("every overwriting call makes a version, and all of them can be read", async () => {
  await put("/versions", "one", { Description: "counts" });
  await expect(put("/versions", "two")).rejects.toMatchObject({
    name: "ParameterAlreadyExists",
    message: expect.stringContaining("set the overwrite option"),
  });
  expect(await put("/versions", "two", { Overwrite: true })).toMatchObject({ Version: 2 });
  expect(await get("/versions")).toMatchObject({ Value: "two", Version: 2 });
  expect(await get("/versions:1")).toMatchObject({ Value: "one", Version: 1, Selector: ":1" });
  await expect(get("/versions:3")).rejects.toMatchObject({ name: "ParameterVersionNotFound" });
  await expect(get("/versions:prod")).rejects.toMatchObject({ name: "ParameterVersionNotFound" });
  const history = await server.client.send(new GetParameterHistoryCommand({ Name: "/versions" }));
  expect(history.Parameters).toMatchObject([
    { Value: "one", Version: 1, Description: "counts" },
    { Value: "two", Version: 2, Description: "counts" },
  ]);
});

test("calls at once that overwrite make a version each", async () => {
  const calls = Array.from({ length: 10 }, (_, at) => put("/race", `${at}`, { Overwrite: true }));
  const versions = (await Promise.all(calls)).map(({ Version = 0 }) => Version);
  expect(versions.sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test("the hundred newest versions are kept", async () => {
  for (let at = 0; at < 102; at++) await put("/many", `${at}`, { Overwrite: true });
  await expect(get("/many:2")).rejects.toMatchObject({ name: "ParameterVersionNotFound" });
  expect(await get("/many:3")).toMatchObject({ Value: "2" });
  await server.client.send(new DeleteParameterCommand({ Name: "/many" }));
  expect(await put("/many", "anew")).toMatchObject({ Version: 1 });
  await expect(get("/many:3")).rejects.toMatchObject({ name: "ParameterVersionNotFound" });
});

test("a SecureString is sealed at rest, and opened for those who ask for it", async () => {
  await put("/secret", "quiet please", { Type: "SecureString" });
  expect(await get("/secret", true)).toMatchObject({ Value: "quiet please" });
  const closed = await get("/secret");
  expect(closed?.Type).toBe("SecureString");
  expect(Buffer.from(closed?.Value ?? "", "base64").toString()).not.toContain("quiet");
  const kept = await server.records.list(
    { name: "parameters/versions", key: () => [] },
    { prefix: ["000000000000", "us-east-1", "/secret"], limit: 10 },
  );
  expect(kept.items).toHaveLength(1);
  expect(JSON.stringify(kept.items)).not.toContain("quiet");
  await put("/secret", "quieter", { Type: "SecureString", Overwrite: true });
  expect(await get("/secret:1", true)).toMatchObject({ Value: "quiet please" });
});

test("several are read and deleted at once, and the missing are named", async () => {
  await Promise.all([put("/several/a", "1"), put("/several/b", "2")]);
  const Names = ["/several/a", "/several/b", "/several/c"];
  const got = await server.client.send(new GetParametersCommand({ Names }));
  expect(got.Parameters).toMatchObject([{ Value: "1" }, { Value: "2" }]);
  expect(got.InvalidParameters).toEqual(["/several/c"]);
  const twice = new GetParametersCommand({ Names: ["/several/a", "/several/a"] });
  await expect(server.client.send(twice)).rejects.toMatchObject({ name: "ValidationException" });
  const gone = await server.client.send(new DeleteParametersCommand({ Names }));
  expect(gone).toMatchObject({
    DeletedParameters: ["/several/a", "/several/b"],
    InvalidParameters: ["/several/c"],
  });
  await expect(get("/several/a")).rejects.toMatchObject({ name: "ParameterNotFound" });
});

test("what is not there is not found", async () => {
  await expect(get("/nothing")).rejects.toMatchObject({
    name: "ParameterNotFound",
    message: "Parameter /nothing not found.",
  });
  const foreign = "arn:aws:ssm:us-east-1:111111111111:parameter/plain";
  await expect(get(foreign)).rejects.toMatchObject({ name: "ParameterNotFound" });
  const remove = new DeleteParameterCommand({ Name: "/nothing" });
  await expect(server.client.send(remove)).rejects.toMatchObject({ name: "ParameterNotFound" });
  const history = new GetParameterHistoryCommand({ Name: "/nothing" });
  await expect(server.client.send(history)).rejects.toMatchObject({ name: "ParameterNotFound" });
});

const refusals: [string, string, Partial<PutParameterCommandInput>][] = [
  ["a path without a slash before it", "ValidationException", { Name: "a/b" }],
  ["a character that no name may have", "ValidationException", { Name: "/a b" }],
  ["an empty level", "ValidationException", { Name: "/a//b" }],
  ["a name of Systems Manager's own", "ValidationException", { Name: "/ssm/a" }],
  ["a name of AWS's own", "AccessDeniedException", { Name: "/aws/a" }],
  ["16 levels", "HierarchyLevelLimitExceededException", { Name: "/a".repeat(16) }],
  ["no type", "ValidationException", { Type: undefined }],
  ["a value that is too long", "ValidationException", { Value: "a".repeat(4097) }],
  ["one for advanced ones", "ValidationException", { Value: "a".repeat(8193), Tier: "Advanced" }],
  ["an empty value", "ValidationException", { Value: "" }],
  ["policies", "ValidationException", { Policies: "[]" }],
  ["another data type", "ValidationException", { DataType: "aws:ec2:image" }],
  ["a key that is not here", "InvalidKeyId", { KeyId: "alias/mine", Type: "SecureString" }],
  ["a key for plain text", "ValidationException", { KeyId: "alias/aws/ssm" }],
  ["a value beside its pattern", "ParameterPatternMismatchException", { AllowedPattern: "^\\d+$" }],
  ["a pattern that is none", "InvalidAllowedPatternException", { AllowedPattern: "(" }],
  [
    "a pattern that explodes",
    "InvalidAllowedPatternException",
    { AllowedPattern: "^(a+)+$", Value: `${"a".repeat(40)}b` },
  ],
  [
    "tags in a call that overwrites",
    "ValidationException",
    { Overwrite: true, Tags: [{ Key: "a", Value: "b" }] },
  ],
];

test.each(refusals)("%s is refused by %s", async (_, name, input) => {
  await expect(put("/refused", "text", input)).rejects.toMatchObject({ name });
  await expect(get("/refused")).rejects.toMatchObject({ name: "ParameterNotFound" });
});

test("the type of a parameter stays", async () => {
  await put("/typed", "text");
  const change = put("/typed", "text", { Type: "SecureString", Overwrite: true });
  await expect(change).rejects.toMatchObject({ name: "HierarchyTypeMismatchException" });
  const intelligent = { Tier: "Intelligent-Tiering", Overwrite: true } as const;
  const long = await put("/typed", "a".repeat(5000), intelligent);
  expect(long).toMatchObject({ Tier: "Advanced", Version: 2 });
});

import {
  CreateAliasCommand,
  CreateFunctionUrlConfigCommand,
  type CreateFunctionUrlConfigCommandInput,
  DeleteAliasCommand,
  DeleteFunctionCommand,
  DeleteFunctionUrlConfigCommand,
  GetFunctionUrlConfigCommand,
  ListFunctionUrlConfigsCommand,
  UpdateFunctionUrlConfigCommand,
  type UpdateFunctionUrlConfigCommandInput,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createFunction,
  type FunctionsServer,
  functionsServer,
} from "../../../test/fixtures/functions.ts";

const FunctionName = "hello";
const arn = "arn:aws:lambda:us-east-1:000000000000:function:";
const files = { "app.py": "def handler(e, c):\n    return 1\n" };
const time = { now: Date.UTC(2026, 10, 20, 21, 33, 7) };
let server: FunctionsServer;

beforeAll(async () => {
  server = await functionsServer({ clock: { now: () => time.now } });
  await newFunction(FunctionName, ["live"]);
  await newFunction("twice");
  await create({ FunctionName: "twice" });
});
afterAll(() => server.close());

/** A function of one version, to which aliases lead. */
async function newFunction(name: string, aliases: readonly string[] = []) {
  await createFunction(server, name, files, { Publish: true });
  for (const Name of aliases) {
    const alias = { FunctionName: name, Name, FunctionVersion: "1" };
    await server.lambda.send(new CreateAliasCommand(alias));
  }
}

type Create = Partial<CreateFunctionUrlConfigCommandInput>;
type Update = Partial<UpdateFunctionUrlConfigCommandInput>;
const create = (more: Create = {}) =>
  server.lambda.send(
    new CreateFunctionUrlConfigCommand({ FunctionName, AuthType: "NONE", ...more }),
  );
const update = (more: Update = {}) =>
  server.lambda.send(new UpdateFunctionUrlConfigCommand({ FunctionName, ...more }));
const get = (name = FunctionName, Qualifier?: string) =>
  server.lambda.send(new GetFunctionUrlConfigCommand({ FunctionName: name, Qualifier }));
const remove = (name = FunctionName, Qualifier?: string) =>
  server.lambda.send(new DeleteFunctionUrlConfigCommand({ FunctionName: name, Qualifier }));
const list = (name: string, more: object = {}) =>
  server.lambda.send(new ListFunctionUrlConfigsCommand({ FunctionName: name, ...more }));

/** The id in a URL such as `https://id.lambda-url.us-east-1.on.aws/`. */
function idOf({ FunctionUrl = "" }: { FunctionUrl?: string | undefined }): string {
  const [, id = ""] = /^https:\/\/([a-z0-9]{32})\.lambda-url\.us-east-1\.on\.aws\/$/.exec(
    FunctionUrl,
  ) ?? [FunctionUrl];
  return id;
}
const find = (id: string) => server.functions.functionUrl(id);
const missing = {
  name: "ResourceNotFoundException",
  message: "The resource you requested does not exist.",
};

test("a URL is created, shown, changed and removed", async () => {
  const cors = { AllowOrigins: ["https://example.com"], AllowMethods: ["GET", "*"], MaxAge: 60 };
  const { $metadata, ...created } = await create({ Cors: cors });
  expect($metadata.httpStatusCode).toBe(201);
  expect(created).toEqual({
    FunctionUrl: expect.stringMatching(
      /^https:\/\/[a-z0-9]{32}\.lambda-url\.us-east-1\.on\.aws\/$/,
    ),
    FunctionArn: `${arn}hello`,
    AuthType: "NONE",
    Cors: cors,
    CreationTime: "2026-11-20T21:33:07.000000Z",
    InvokeMode: "BUFFERED",
  });
  const shown = { ...created, LastModifiedTime: created.CreationTime };
  expect(await get()).toMatchObject(shown);
  time.now += 1000;
  const changed = {
    ...shown,
    AuthType: "AWS_IAM",
    LastModifiedTime: "2026-11-20T21:33:08.000000Z",
  };
  expect(await update({ AuthType: "AWS_IAM" })).toMatchObject(changed);
  expect(await get()).toMatchObject(changed);
  expect((await update({ Cors: { AllowCredentials: true } })).Cors).toEqual({
    AllowCredentials: true,
  });
  expect((await update({ Cors: {} })).Cors).toBeUndefined();
  expect((await remove()).$metadata.httpStatusCode).toBe(204);
  await expect(get()).rejects.toMatchObject(missing);
  expect(await find(idOf(created))).toBeUndefined();
  expect(idOf(await create())).not.toBe(idOf(created));
  await remove();
});

test("what listens finds the function, and the same object until something changes", async () => {
  const Cors = { AllowHeaders: ["x-one"] };
  const urlId = idOf(await create({ Qualifier: "live", AuthType: "AWS_IAM", Cors }));
  const found = await find(urlId);
  expect(found).toEqual({
    urlId,
    functionArn: `${arn}hello:live`,
    ...{ account: "000000000000", region: "us-east-1" },
    authType: "AWS_IAM",
    cors: Cors,
    timeoutMs: 33_000,
  });
  expect(await find(urlId)).toBe(found);
  await update({ Qualifier: "live", AuthType: "NONE" });
  expect(await find(urlId)).toMatchObject({ authType: "NONE", cors: Cors });
  expect(await find("0".repeat(32))).toBeUndefined();
  await remove("hello:live");
  expect(await find(urlId)).toBeUndefined();
});

test("the URLs of a function are listed page by page, its own first", async () => {
  await newFunction("listed", ["b", "a"]);
  expect((await list("listed")).FunctionUrlConfigs).toEqual([]);
  for (const Qualifier of ["b", undefined, "a"])
    await create({ FunctionName: "listed", Qualifier });
  const first = await list("listed", { MaxItems: 2 });
  const arnsOf = ({ FunctionUrlConfigs = [] }: Awaited<ReturnType<typeof list>>) =>
    FunctionUrlConfigs.map(({ FunctionArn }) => FunctionArn);
  expect(arnsOf(first)).toEqual([`${arn}listed`, `${arn}listed:a`]);
  const second = await list("listed", { MaxItems: 2, Marker: first.NextMarker });
  expect(arnsOf(second)).toEqual([`${arn}listed:b`]);
  expect(second.NextMarker).toBeUndefined();
});

test("a URL goes with its alias, and all go with the function", async () => {
  await newFunction("gone", ["live", "next"]);
  const ids = [];
  for (const Qualifier of ["live", "next", undefined]) {
    ids.push(idOf(await create({ FunctionName: "gone", Qualifier })));
  }
  const [live = "", ...others] = ids;
  await server.lambda.send(new DeleteAliasCommand({ FunctionName: "gone", Name: "live" }));
  expect(await find(live)).toBeUndefined();
  await expect(get("gone", "live")).rejects.toMatchObject(missing);
  for (const id of others) expect(await find(id)).toBeDefined();
  await server.lambda.send(new DeleteFunctionCommand({ FunctionName: "gone" }));
  for (const id of others) expect(await find(id)).toBeUndefined();
  await newFunction("gone", ["live"]);
  await expect(get("gone")).rejects.toMatchObject(missing);
  for (const id of ids) expect(await find(id)).toBeUndefined();
});

test("another node's URLs are noticed within a second", async () => {
  const { records, keyring, folder } = server;
  const other = await functionsServer({ records, keyring, dataDir: `${folder}/other` });
  await newFunction("shared");
  const urlId = idOf(await create({ FunctionName: "shared" }));
  const authType = async () => (await other.functions.functionUrl(urlId))?.authType;
  expect(await authType()).toBe("NONE");
  await update({ FunctionName: "shared", AuthType: "AWS_IAM" });
  await expect.poll(authType, { timeout: 3000 }).toBe("AWS_IAM");
  await remove("shared");
  await expect.poll(authType, { timeout: 3000 }).toBeUndefined();
  await other.close();
});

test.each<[string, () => Promise<unknown>, string, string]>([
  [
    "a second URL",
    () => create({ FunctionName: "twice" }),
    "ResourceConflictException",
    `Failed to create function url config for [functionArn = ${arn}twice]. Error message:  ` +
      "FunctionUrlConfig exists for this Lambda function",
  ],
  [
    "a function that is not there",
    () => create({ FunctionName: "nobody" }),
    "ResourceNotFoundException",
    "Function does not exist",
  ],
  [
    "an alias that is not there",
    () => create({ Qualifier: "nobody" }),
    "ResourceNotFoundException",
    "Function does not exist",
  ],
  [
    "a version",
    () => create({ Qualifier: "1" }),
    "ValidationException",
    "Value '1' at 'qualifier' failed to satisfy constraint: Member must satisfy regular " +
      "expression pattern: ((?!^\\d+$)^[0-9a-zA-Z-_]+$)",
  ],
  [
    "$LATEST",
    () => create({ Qualifier: "$LATEST" }),
    "ValidationException",
    "Value '$LATEST' at 'qualifier' failed to satisfy constraint",
  ],
  [
    "a version in the name",
    () => create({ FunctionName: "hello:1" }),
    "InvalidParameterValueException",
    "A function URL belongs to a function or an alias, and not to 1.",
  ],
  [
    "streamed answers",
    () => create({ InvokeMode: "RESPONSE_STREAM" }),
    "InvalidParameterValueException",
    "Gatepool does not support InvokeMode RESPONSE_STREAM for function URLs yet",
  ],
  [
    "a change to streamed answers",
    () => update({ FunctionName: "twice", InvokeMode: "RESPONSE_STREAM" }),
    "InvalidParameterValueException",
    "Gatepool does not support InvokeMode RESPONSE_STREAM for function URLs yet",
  ],
  [
    "a method that is none",
    () => create({ Cors: { AllowMethods: ["get"] } }),
    "InvalidParameterValueException",
    "Invalid Cors: AllowMethods has get, not one of GET, PUT, HEAD, POST, PATCH, DELETE, *.",
  ],
  [
    "OPTIONS",
    () => update({ FunctionName: "twice", Cors: { AllowMethods: ["OPTIONS"] } }),
    "ValidationException",
    "Member must have length less than or equal to 6",
  ],
  [
    "an age beyond a day",
    () => create({ Cors: { MaxAge: 86_401 } }),
    "ValidationException",
    "Member must have value less than or equal to 86400",
  ],
  ["showing what is not there", () => get(), missing.name, missing.message],
  ["showing a function that is not there", () => get("nobody"), missing.name, missing.message],
  ["showing $LATEST", () => get("twice:$LATEST"), missing.name, missing.message],
  ["changing what is not there", () => update(), missing.name, missing.message],
  ["removing what is not there", () => remove(), missing.name, missing.message],
  ["removing what two names name", () => remove("twice:a", "b"), missing.name, missing.message],
  [
    "listing those of nothing",
    () => list("nobody"),
    "ResourceNotFoundException",
    "Function does not exist",
  ],
  [
    "listing those of an alias",
    () => list("hello:live"),
    "InvalidParameterValueException",
    "This operation is permitted on Lambda functions only.",
  ],
])("%s is refused", async (_, call, name, message) => {
  await expect(call()).rejects.toMatchObject({ name, message: expect.stringContaining(message) });
});

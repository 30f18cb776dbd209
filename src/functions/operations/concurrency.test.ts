import {
  DeleteFunctionConcurrencyCommand,
  GetAccountSettingsCommand,
  GetFunctionCommand,
  GetFunctionConcurrencyCommand,
  PutFunctionConcurrencyCommand,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createFunction,
  type FunctionsServer,
  functionsServer,
  invokeFunction,
} from "../../../test/fixtures/functions.ts";

const files = {
  "app.py": "import time\ndef handler(e, c):\n    time.sleep(e)\n    return 'ran'\n",
};
let server: FunctionsServer;

beforeAll(async () => {
  server = await functionsServer();
});
afterAll(() => server.close());

const put = (FunctionName: string, ReservedConcurrentExecutions: number) =>
  server.lambda.send(
    new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions }),
  );
const get = async (FunctionName: string) =>
  (await server.lambda.send(new GetFunctionConcurrencyCommand({ FunctionName })))
    .ReservedConcurrentExecutions;
const remove = (FunctionName: string) =>
  server.lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));

const throttled = {
  name: "TooManyRequestsException",
  message: "Rate Exceeded.",
  Reason: "ReservedFunctionConcurrentInvocationLimitExceeded",
  $metadata: { httpStatusCode: 429 },
};

test("a limit is kept, shown and taken away", async () => {
  await createFunction(server, "kept", files);
  expect(await get("kept")).toBeUndefined();
  await put("kept", 7);
  expect(await get("kept")).toBe(7);
  const shown = await server.lambda.send(new GetFunctionCommand({ FunctionName: "kept" }));
  expect(shown.Concurrency).toEqual({ ReservedConcurrentExecutions: 7 });
  await remove("kept");
  expect(await get("kept")).toBeUndefined();
});

test("zero turns a function off, at once, and every version of it", async () => {
  await createFunction(server, "off", files, { Publish: true });
  expect((await invokeFunction(server, "off", 0)).result).toBe("ran");
  await put("off", 0);
  await expect(invokeFunction(server, "off", 0)).rejects.toMatchObject(throttled);
  const ofVersion = invokeFunction(server, "off", 0, { Qualifier: "1" });
  await expect(ofVersion).rejects.toMatchObject(throttled);
  await remove("off");
  expect((await invokeFunction(server, "off", 0)).result).toBe("ran");
});

test("what is beyond the limit is refused, and its place is free again afterwards", async () => {
  await createFunction(server, "two", files);
  await put("two", 2);
  const all = await Promise.allSettled(
    Array.from({ length: 5 }, () => invokeFunction(server, "two", 0.5)),
  );
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  for (const each of all)
    if (each.status === "rejected") expect(each.reason).toMatchObject(throttled);
  expect((await invokeFunction(server, "two", 0)).result).toBe("ran");
});

test("the account's settings tell what is left", async () => {
  await createFunction(server, "counted", files);
  await put("counted", 300);
  const settings = await server.lambda.send(new GetAccountSettingsCommand({}));
  expect(settings.AccountLimit).toMatchObject({ ConcurrentExecutions: 1000 });
  const left = settings.AccountLimit?.UnreservedConcurrentExecutions ?? 0;
  await remove("counted");
  const after = await server.lambda.send(new GetAccountSettingsCommand({}));
  expect(after.AccountLimit?.UnreservedConcurrentExecutions).toBe(left + 300);
  expect(after.AccountUsage?.FunctionCount).toBeGreaterThan(0);
  expect(after.AccountUsage?.TotalCodeSize).toBeGreaterThan(0);
});

test.each<[string, () => Promise<unknown>, string, string]>([
  [
    "more than may be reserved",
    () => put("refuse", 901),
    "InvalidParameterValueException",
    "Specified ReservedConcurrentExecutions for function decreases account's " +
      "UnreservedConcurrentExecution below its minimum value of [100].",
  ],
  [
    "the limit of a version",
    () => put("refuse:1", 1),
    "InvalidParameterValueException",
    "This operation is permitted on Lambda functions only.",
  ],
  [
    "a function that is not there",
    () => put("nobody", 1),
    "ResourceNotFoundException",
    "Function not found: arn:aws:lambda:us-east-1:000000000000:function:nobody",
  ],
])("%s is refused", async (_, attempt, name, message) => {
  await createFunction(server, "refuse", files).catch(() => {});
  await expect(attempt()).rejects.toMatchObject({
    name,
    message: expect.stringContaining(message),
  });
});

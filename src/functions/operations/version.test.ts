import { existsSync } from "node:fs";
import {
  DeleteFunctionCommand,
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
  type PublishVersionCommandInput,
  TagResourceCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createFunction,
  type FunctionsServer,
  functionsServer,
  invokeFunction,
  zipOf,
} from "../../../test/fixtures/functions.ts";
import { engineNames } from "../../../test/fixtures/storage.ts";

const arn = "arn:aws:lambda:us-east-1:000000000000:function:";
let server: FunctionsServer;

describe.each(engineNames)("versions on %s", (engine) => {
  beforeAll(async () => {
    server = await functionsServer({}, engine);
  });
  afterAll(() => server.close());

  const says = (word: string) => ({
    "app.py":
      "import os\ndef handler(e, c):\n" +
      `    return ['${word}', os.environ['AWS_LAMBDA_FUNCTION_VERSION'], c.invoked_function_arn]\n`,
  });
  const publish = (FunctionName: string, more: Partial<PublishVersionCommandInput> = {}) =>
    server.lambda.send(new PublishVersionCommand({ FunctionName, ...more }));
  const update = (FunctionName: string, word: string, Publish = false) =>
    server.lambda.send(
      new UpdateFunctionCodeCommand({ FunctionName, Publish, ZipFile: zipOf(says(word)) }),
    );
  const remove = (FunctionName: string, Qualifier?: string) =>
    server.lambda.send(new DeleteFunctionCommand({ FunctionName, Qualifier }));
  const run = async (name: string, Qualifier?: string) =>
    invokeFunction(server, name, {}, { Qualifier });

  test("a version keeps code and settings, whatever becomes of $LATEST", async () => {
    await createFunction(server, "kept", says("first"), { Description: "one" });
    const published = await publish("kept", { Description: "the first" });
    expect(published).toMatchObject({
      Version: "1",
      FunctionArn: `${arn}kept:1`,
      Description: "the first",
    });
    await update("kept", "second");
    await server.lambda.send(
      new UpdateFunctionConfigurationCommand({ FunctionName: "kept", MemorySize: 256 }),
    );
    const first = await run("kept", "1");
    expect(first).toMatchObject({ version: "1", result: ["first", "1", `${arn}kept:1`] });
    expect(first.log).toContain("Version: 1");
    expect((await run("kept")).result).toEqual(["second", "$LATEST", `${arn}kept`]);
    const { Configuration } = await server.lambda.send(
      new GetFunctionCommand({ FunctionName: "kept:1" }),
    );
    const { $metadata, ...described } = published;
    expect(Configuration).toEqual(described);
  });

  test("nothing new is no new version, and numbers are not used twice", async () => {
    await createFunction(server, "counted", says("first"), { Publish: true });
    expect((await publish("counted")).Version).toBe("1");
    expect((await update("counted", "second", true)).Version).toBe("2");
    await remove("counted", "2");
    expect((await publish("counted")).Version).toBe("3");
    expect((await run("counted", "3")).result[0]).toBe("second");
    await expect(run("counted", "2")).rejects.toThrow(`Function not found: ${arn}counted:2`);
  });

  test("versions are listed behind $LATEST, page by page, by their numbers", async () => {
    await createFunction(server, "listed", says("0"));
    for (let number = 1; number <= 11; number++) await update("listed", String(number), true);
    const listed: string[] = [];
    let Marker: string | undefined;
    do {
      const page = await server.lambda.send(
        new ListVersionsByFunctionCommand({ FunctionName: "listed", MaxItems: 5, Marker }),
      );
      listed.push(...(page.Versions ?? []).map(({ Version = "" }) => Version));
      Marker = page.NextMarker;
    } while (Marker !== undefined);
    const numbers = Array.from({ length: 11 }, (_, index) => String(index + 1));
    expect(listed).toEqual(["$LATEST", ...numbers]);
    const foreign = new ListVersionsByFunctionCommand({ FunctionName: "listed", Marker: "forged" });
    await expect(server.lambda.send(foreign)).rejects.toThrow("Invalid Marker");
  });

  test("the code of a version is there until its last user is gone, and then gone", async () => {
    const files = {
      "app.py": "import os\ndef handler(e, c):\n    return os.environ['LAMBDA_TASK_ROOT']\n",
    };
    await createFunction(server, "shared", files, { Publish: true });
    const { result: folder } = await run("shared");
    await update("shared", "second");
    expect((await run("shared", "1")).result).toBe(folder);
    await remove("shared", "1");
    await expect.poll(() => existsSync(folder)).toBe(false);
    expect((await run("shared")).result[0]).toBe("second");
  });

  test("a deleted function takes its versions along: a new one begins anew", async () => {
    await createFunction(server, "again", says("old"), { Publish: true });
    expect((await run("again", "1")).result[0]).toBe("old");
    await remove("again");
    await createFunction(server, "again", says("new"));
    await expect(run("again", "1")).rejects.toThrow("Function not found");
    await publish("again");
    expect((await run("again", "1")).result[0]).toBe("new");
  });

  test("of 50 parallel publications of one state, there is one version", async () => {
    await createFunction(server, "race", says("x"));
    const all = await Promise.all(Array.from({ length: 50 }, () => publish("race")));
    expect(new Set(all.map(({ Version }) => Version))).toEqual(new Set(["1"]));
    await expect(run("race", "2")).rejects.toThrow("Function not found");
  });

  test("versions come and go while others change what belongs to the function", async () => {
    const name = "busy";
    await createFunction(server, name, says("x"));
    const tag = () =>
      server.lambda.send(new TagResourceCommand({ Resource: `${arn}${name}`, Tags: { a: "1" } }));
    const tagged = () => Array.from({ length: 10 }, tag);
    await Promise.all([...tagged(), publish(name), ...tagged()]);
    await Promise.all([...tagged(), remove(name, "1"), ...tagged()]);
    await expect(run(name, "1")).rejects.toThrow("Function not found");
  });

  test.each<[string, () => Promise<unknown>, string, string]>([
    [
      "publishing other code than is there",
      () => publish("refuse", { CodeSha256: "other" }),
      "InvalidParameterValueException",
      "CodeSHA256 (other) is different from current CodeSHA256 in $LATEST (",
    ],
    [
      "publishing another revision",
      () => publish("refuse", { RevisionId: "old" }),
      "PreconditionFailedException",
      "The Revision Id provided does not match the latest Revision Id.",
    ],
    [
      "a version that is not there",
      () => remove("refuse", "9"),
      "ResourceNotFoundException",
      `Function not found: ${arn}refuse:9`,
    ],
    [
      "the settings of a version that is not there",
      () =>
        server.lambda.send(
          new GetFunctionConfigurationCommand({ FunctionName: "refuse", Qualifier: "9" }),
        ),
      "ResourceNotFoundException",
      `Function not found: ${arn}refuse:9`,
    ],
    [
      "changing a version",
      () => update("refuse:1", "x"),
      "ResourceNotFoundException",
      `Function not found: ${arn}refuse:1`,
    ],
  ])("%s is refused", async (_, attempt, name, message) => {
    await createFunction(server, "refuse", says("x"), { Publish: true }).catch(() => {});
    await expect(attempt()).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message),
    });
  });
});

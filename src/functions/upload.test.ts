import { GetFunctionCommand, UpdateFunctionCodeCommand } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createFunction,
  type FunctionsServer,
  functionsServer,
  invokeFunction,
  zipOf,
} from "../../test/fixtures/functions.ts";
import { Fault } from "../foundation/fault.ts";
import { unpackedBytesMax } from "./code/zip.ts";

const greeting = (word: string) =>
  zipOf({ "app.py": `def handler(e, c):\n    return '${word}'\n` });
const objects: Readonly<Record<string, () => Iterable<Uint8Array>>> = {
  hello: () => [greeting("hello").subarray(0, 40), greeting("hello").subarray(40)],
  "hello at 2": () => [greeting("again")],
  empty: () => [],
  huge: () => [Buffer.alloc(unpackedBytesMax), Buffer.alloc(1)],
};

let server: FunctionsServer;
beforeAll(async () => {
  server = await functionsServer({
    async readObject({ tenant }, { bucket, key, version }) {
      const found = objects[version === undefined ? key : `${key} at ${version}`];
      if (!found) throw new Fault("NoSuchKey", "The specified key does not exist.");
      expect({ bucket, account: tenant.account }).toEqual({
        ...{ bucket: "assets", account: "000000000000" },
      });
      return (async function* () {
        yield* found();
      })();
    },
  });
});
afterAll(() => server.close());

const from = (S3Key: string, S3ObjectVersion?: string) => ({
  Code: { S3Bucket: "assets", S3Key, S3ObjectVersion },
});

test("a function runs code that S3 keeps, of the version that is named", async () => {
  await createFunction(server, "kept", {}, from("hello"));
  expect((await invokeFunction(server, "kept")).result).toBe("hello");
  const { Code } = from("hello", "2");
  await server.lambda.send(new UpdateFunctionCodeCommand({ FunctionName: "kept", ...Code }));
  expect((await invokeFunction(server, "kept")).result).toBe("again");
});

test.each([
  ["nobody has put there", "none", "Code: NoSuchKey. S3 Error Message: The specified key does"],
  ["is empty", "empty", "Uploaded file must be a non-empty zip"],
  ["is larger than code may be", "huge", "Unzipped size must be smaller than 262144000 bytes"],
])("an object that %s is no code", async (_, key, message) => {
  await expect(createFunction(server, key, {}, from(key))).rejects.toThrow(message);
  const found = server.lambda.send(new GetFunctionCommand({ FunctionName: key }));
  await expect(found).rejects.toThrow("Function not found");
});

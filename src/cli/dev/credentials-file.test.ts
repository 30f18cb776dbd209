import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../../../test/fixtures/storage.ts";
import { readCredentialsFile } from "./credentials-file.ts";

const account = "000000000000";
let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
});

afterAll(() => rm(folder, { recursive: true }));

async function read(text: string) {
  const file = join(folder, "credentials");
  await writeFile(file, text);
  return () => readCredentialsFile(file, account);
}

test("each section is a key, of the default account unless it names one", async () => {
  const text =
    "# mine\n[me]\naws_access_key_id = AKIA1\naws_secret_access_key = s1\n\n" +
    "[other]\naws_access_key_id=AKIA2\naws_secret_access_key=s2\naws_account_id=111122223333\n";
  expect((await read(text))()).toEqual([
    { accessKeyId: "AKIA1", secretAccessKey: "s1", account },
    { accessKeyId: "AKIA2", secretAccessKey: "s2", account: "111122223333" },
  ]);
});

test.each([
  ["", /holds no access key/],
  ["[me]\naws_access_key_id = AKIA1\n", /Section \[me\] of .* is not complete/],
  [
    "[me]\naws_access_key_id=A\naws_secret_access_key=s\naws_account_id=12\n",
    /aws_account_id of \[me\] in .* has to be twelve digits/,
  ],
])("%j is refused, saying what to write", async (text, message) => {
  expect(await read(text)).toThrow(message);
});

test("a file that is not there is told", () => {
  expect(() => readCredentialsFile(join(folder, "none"), account)).toThrow(/cannot be read/);
});

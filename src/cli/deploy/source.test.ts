import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assemblyFiles, type Files, writeFiles } from "../../../test/fixtures/assembly.ts";
import { temporaryFolder } from "../../../test/fixtures/storage.ts";
import { readSource } from "./source.ts";
import { parametersOf } from "./template-file.ts";

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
});

afterAll(() => rm(folder, { recursive: true }));

const within = (name: string, files: Files) => writeFiles(join(folder, name), files);
const namesAt = async (path: string, stackName?: string) =>
  (await readSource(path, stackName)).map((stack) => stack.stackName);

const yaml = "Resources:\n  Log:\n    Type: AWS::Logs::LogGroup\n";

test("an assembly is found by itself, by its manifest, or in the app's folder", async () => {
  const app = await within("app", { "cdk.json": "{}" });
  const assembly = await within("app/cdk.out", assemblyFiles);
  for (const path of [app, assembly, join(assembly, "manifest.json")]) {
    expect(await namesAt(path)).toEqual(["HelloStack", "Base"]);
  }
  expect(await namesAt(join(assembly, "Base.template.json"))).toEqual(["Base"]);
});

test("a template's stack is called as its file, as its folder, or as it is asked for", async () => {
  const shop = await within("shop", { "template.yaml": yaml, "notes.txt": "" });
  expect(await namesAt(shop)).toEqual(["shop"]);
  expect(await namesAt(join(shop, "template.yaml"), "cart")).toEqual(["cart"]);
  const other = await within("other", { "web.template.yml": yaml, "users.yaml": yaml });
  expect(await namesAt(other)).toEqual(["web"]);
  expect(await namesAt(join(other, "users.yaml"))).toEqual(["users"]);
});

test.each<[string, Files, RegExp]>([
  ["app without an assembly", { "cdk.json": "{}" }, /Run `npx cdk synth` in it/],
  ["empty folder", { "notes.txt": "" }, /Nothing to deploy in/],
  [
    "two templates",
    { "b.template.json": "", "a.template.yaml": "" },
    /several templates .*: a\.template\.yaml, b\.template\.json\. Name one/,
  ],
  ["text that is no YAML", { "template.yaml": "a: [" }, /template\.yaml is no template: /],
  ["page", { "template.json": "{}" }, /is no template: it has no Resources/],
  ["name with a blank", { "a b.template.yaml": yaml }, /"a b" cannot be the name of a stack/],
])("%s: what is wrong is told", async (name, files, message) => {
  const path = await within(name.replaceAll(" ", "-"), files);
  await expect(readSource(path)).rejects.toThrow(message);
});

test("a path that is not there, or a name for an assembly, is a wrong call", async () => {
  const app = await within("named", assemblyFiles);
  await expect(readSource(join(folder, "gone"))).rejects.toThrow(/There is no .*gone/);
  await expect(readSource(app, "mine")).rejects.toThrow(/an assembly names its own/);
});

test("the parameters of a template are known, short forms or not", () => {
  const text = "Parameters:\n  Stage:\n    Type: String\nResources:\n  A: !Ref Stage\n";
  expect(parametersOf(text)).toEqual(["Stage"]);
  expect(parametersOf(yaml)).toEqual([]);
});

import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assemblyFiles, type Files, writeFiles } from "../../../test/fixtures/assembly.ts";
import { temporaryFolder } from "../../../test/fixtures/storage.ts";
import { readAssembly } from "./assembly.ts";

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
});

afterAll(() => rm(folder, { recursive: true }));

const within = (name: string, files: Files) => writeFiles(join(folder, name), files);

const stack = (properties: object, more: object = {}) => ({
  "manifest.json": {
    version: "36.0.0",
    artifacts: {
      ...{ "A.assets": { type: "cdk:asset-manifest", properties: { file: "A.assets.json" } } },
      A: {
        ...{ type: "aws:cloudformation:stack", dependencies: ["A.assets"] },
        ...{ properties: { templateFile: "A.json", ...properties }, ...more },
      },
    },
  },
  "A.json": "{}",
});

test("stacks come with their names, tags, assets and what they depend on", async () => {
  const path = await within("whole", assemblyFiles);
  const stacks = await readAssembly(path);
  expect(stacks.map(({ id, stackName }) => [id, stackName])).toEqual([
    ["Hello", "HelloStack"],
    ["Base", "Base"],
  ]);
  const [hello, base] = stacks;
  expect(hello).toMatchObject({
    ...{ displayName: "App/Hello", dependencies: ["Base"], tags: { team: "blue" } },
    ...{ versionParameter: "/cdk-bootstrap/hnb659fds/version", version: 6 },
    terminationProtection: false,
  });
  expect(hello).not.toHaveProperty("account");
  expect(hello?.assets).toMatchObject([
    { name: "Hello/Code", path: join(path, "asset.code"), packaging: "zip", key: "code.zip" },
    { name: "template", path: join(path, "Hello.template.json"), packaging: "file" },
  ]);
  expect(base).toMatchObject({ account: "000000000000", region: "us-east-1", assets: [] });
  expect(base).not.toHaveProperty("versionParameter");
});

test("an assembly within an assembly is read too: a stage of an app", async () => {
  const path = await within("staged", {
    "manifest.json": {
      version: "36.0.0",
      artifacts: {
        "assembly-Dev": {
          type: "cdk:cloud-assembly",
          properties: { directoryName: "assembly-Dev" },
        },
      },
    },
  });
  await within("staged/assembly-Dev", assemblyFiles);
  const names = (await readAssembly(path)).map(({ stackName }) => stackName);
  expect(names).toEqual(["HelloStack", "Base"]);
});

test.each([
  [
    "a container image",
    { ...stack({}), "A.assets.json": { dockerImages: { f00: { displayName: "Web/Image" } } } },
    /Web\/Image, an asset in A\.assets\.json, is a container image/,
  ],
  [
    "an asset that a command makes",
    {
      ...stack({}),
      "A.assets.json": { files: { f00: { source: { executable: ["npm", "run", "zip"] } } } },
    },
    /f00 is made by a command \(npm run zip\)/,
  ],
  [
    "a packaging that nobody knows",
    {
      ...stack({}),
      "A.assets.json": { files: { f00: { source: { path: "a", packaging: "7z" } } } },
    },
    /f00 is packaged as "7z"/,
  ],
  [
    "an asset of the legacy synthesizer",
    { ...stack({}, { metadata: { "/A": [{ type: "aws:cdk:asset" }] } }), "A.assets.json": {} },
    /A has assets of the CDK's legacy synthesizer/,
  ],
  [
    "a stack without a template",
    stack({ templateFile: undefined }),
    /The stack A names no template/,
  ],
  ["a template that is not there", { ...stack({ templateFile: "gone.json" }) }, /cannot be read/],
  ["some other manifest", { "manifest.json": { name: "page" } }, /not that of a cloud assembly/],
  ["no JSON", { "manifest.json": "{" }, /manifest\.json is no JSON/],
  ["no object", { "manifest.json": "null" }, /manifest\.json holds no JSON object/],
])("%s is refused by name", async (name, files, message) => {
  const path = await within(name.replaceAll(" ", "-"), { "A.assets.json": {}, ...files });
  await expect(readAssembly(path)).rejects.toThrow(message);
});

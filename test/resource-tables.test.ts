import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generatedFiles, outputFolder } from "../tools/generate-resources.ts";

const files = await generatedFiles();

test.each([...files])("%s is as AWS's schemas are", (path, text) => {
  const message = "run: npx node tools/generate-resources.ts";
  expect(readFileSync(join(outputFolder, path), "utf8") === text, message).toBe(true);
});

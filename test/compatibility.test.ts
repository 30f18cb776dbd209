import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compatibilityFile, withTable } from "../tools/generate-compatibility.ts";

const page = readFileSync(compatibilityFile, "utf8");

test("the table of operations is what the code serves", async () => {
  const message = "run: npx node tools/generate-compatibility.ts";
  expect(await withTable(page), message).toBe(page);
});

test("an operation that is served is listed as such", async () => {
  const [, identity = ""] = page.split("### sts\n");
  const [here] = identity.split("<details>");
  expect(here).toContain("`GetCallerIdentity`");
});

test("a resource type is listed with what is refused of it", () => {
  expect(page).toContain("| `AWS::Lambda::Alias` | `ProvisionedConcurrencyConfig` |");
  expect(page).toContain("| `AWS::CloudFormation::CustomResource` | none |");
});

test("a page without its marks is refused, not overwritten", async () => {
  await expect(withTable("# Compatibility")).rejects.toThrow("has lost its marks");
});

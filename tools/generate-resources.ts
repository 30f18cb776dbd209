/**
 * Writes src/stacks/schema/tables/ and src/stacks/schema/properties.ts from the resource schemas
 * that AWS publishes, as @aws-cdk/aws-service-spec has them:
 *
 *     npx node tools/generate-resources.ts
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { tableFile, tableServices } from "../src/stacks/schema/tables.ts";
import { propertiesSource, tableJson } from "./resources/source.ts";
import { readTables } from "./resources/spec.ts";

export const outputFolder = join(import.meta.dirname, "../src/stacks/schema");

/** Path in `outputFolder` to text of every file that is generated. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const tables = await readTables(tableServices);
  const files = [...tables].map(
    ([service, table]) => [tableFile(service), tableJson(table)] as const,
  );
  return new Map([...files, ["properties.ts", propertiesSource([...tables.values()])] as const]);
}

if (import.meta.main) {
  for (const [path, text] of await generatedFiles()) {
    const file = join(outputFolder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

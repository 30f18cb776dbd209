/**
 * Writes src/wire/shapes/ from AWS's service models and the installed SDK packages:
 *
 *     node tools/generate-shapes.ts MODELS_DIR
 *
 * MODELS_DIR holds one JSON file a service in botocore's form. The models give operations, HTTP
 * bindings, constraints and declared faults. The SDK packages add operations and members that are
 * newer than the models, the codes of query faults and the HTTP status of REST faults.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ServiceShapes } from "../src/wire/shape.ts";
import { type Model, shapesOfModel } from "./shapes/model.ts";
import { addSdk } from "./shapes/sdk.ts";
import { readSdkPackage } from "./shapes/sdk-package.ts";
import { shapesFile, shapesSource, tableSource, tablesIndexSource } from "./shapes/source.ts";

/** SDK package of each service that has one among the development dependencies. */
const sdkPackages: Readonly<Record<string, string>> = {
  apigatewayv2: "@aws-sdk/client-apigatewayv2",
  cloudformation: "@aws-sdk/client-cloudformation",
  "cognito-idp": "@aws-sdk/client-cognito-identity-provider",
  ecr: "@aws-sdk/client-ecr",
  iam: "@aws-sdk/client-iam",
  lambda: "@aws-sdk/client-lambda",
  logs: "@aws-sdk/client-cloudwatch-logs",
  s3: "@aws-sdk/client-s3",
  ssm: "@aws-sdk/client-ssm",
  sts: "@aws-sdk/client-sts",
};

const outputFolder = join(import.meta.dirname, "../src/wire/shapes");

async function main(modelsFolder: string | undefined): Promise<void> {
  if (modelsFolder === undefined)
    throw new Error("usage: node tools/generate-shapes.ts MODELS_DIR");
  const tables: ServiceShapes[] = [];
  for (const file of readdirSync(modelsFolder).sort()) {
    if (!file.endsWith(".json")) continue;
    const service = file.slice(0, -".json".length);
    const model: Model = JSON.parse(readFileSync(join(modelsFolder, file), "utf8"));
    const table = shapesOfModel(service, model);
    const sdkPackage = sdkPackages[service];
    if (sdkPackage !== undefined) addSdk(table, await readSdkPackage(sdkPackage));
    writeFileSync(join(outputFolder, `${service}.ts`), tableSource(table));
    writeFileSync(join(outputFolder, shapesFile(table)), shapesSource(table));
    tables.push(table);
  }
  writeFileSync(join(outputFolder, "index.ts"), tablesIndexSource(tables));
}

await main(process.argv[2]);

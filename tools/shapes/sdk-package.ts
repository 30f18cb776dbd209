import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readSchema, type SdkSchema } from "./sdk-schema.ts";

/** What an SDK client package says of its service. */
export interface SdkPackage {
  readonly schemas: readonly SdkSchema[];
  /** Faults that an operation's documentation declares. */
  faultsOf(operation: string): string[];
  isUnsigned(operation: string): boolean;
}

const require = createRequire(import.meta.url);

/** Reads the schemas that the package exports beside its commands. */
export async function readSdkPackage(packageName: string): Promise<SdkPackage> {
  const module: Record<string, unknown> = await import(packageName);
  const exported = Object.entries(module).filter(([name]) => name.endsWith("$"));
  const root = dirname(require.resolve(`${packageName}/package.json`));
  return {
    schemas: exported
      .map(([, schema]) => schema)
      .filter(isOfService)
      .map(readSchema),
    faultsOf: (operation) => faultsIn(join(root, `dist-types/commands/${operation}Command.d.ts`)),
    isUnsigned: unsignedTest(module),
  };
}

/** The base class of a client's errors has a schema too, which is no shape of the service. */
function isOfService(schema: unknown): boolean {
  return Array.isArray(schema) && !String(schema[1]).startsWith("smithy.ts.sdk.synthetic");
}

function faultsIn(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const names = [...text.matchAll(/@throws \{@link (\w+)\} \(/g)].map((match) => match[1] ?? "");
  return [...new Set(names)].sort();
}

/** Asks the package's own choice of how to sign. */
function unsignedTest(module: Record<string, unknown>): (operation: string) => boolean {
  const name = Object.keys(module).find((key) => /^[A-Z]\w+Client$/.test(key)) ?? "";
  const client = Reflect.construct(constructorOf(module[name]), [{ region: "us-east-1" }]);
  return (operation) => {
    // S3's client looks into its endpoints, whose parameters are in capitals.
    const parameters = { operation, region: "us-east-1", Region: "us-east-1", Bucket: "bucket" };
    const schemes: { schemeId: string }[] = client.config.httpAuthSchemeProvider(parameters);
    return schemes.some(({ schemeId }) => schemeId === "smithy.api#noAuth");
  };
}

function constructorOf(value: unknown) {
  if (typeof value !== "function") throw new Error("the package exports no client");
  return value;
}

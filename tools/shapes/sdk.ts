import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Member, Shape, StructureShape } from "../../src/wire/shape.ts";
import type { Table } from "./model.ts";

/** The run-time schemas of an SDK client package, by the kinds of schema that matter here. */
export interface Sdk {
  operations: OperationSchema[];
  faults: ErrorSchema[];
  /** Fault names that an operation's documentation declares. */
  declaredFaults(operation: string): string[];
  isUnsigned(operation: string): boolean;
}

type Traits = number | Record<string, unknown>;
type Ref = SchemaBody | (() => SchemaBody) | number | string | [Ref, Traits];
type SchemaBody = readonly unknown[];
type OperationSchema = readonly [9, string, string, Traits, Ref, Ref];
type StructSchema = readonly [3 | -3 | 4, string, string, Traits, string[], Ref[], number?];
type ErrorSchema = StructSchema;

const require = createRequire(import.meta.url);

/** Reads the schemas that the package exports beside its commands. */
export async function readSdk(packageName: string): Promise<Sdk> {
  const module: Record<string, unknown> = await import(packageName);
  const schemas = Object.entries(module).filter(([name]) => name.endsWith("$"));
  const bodies = schemas.map(([, schema]) => schema).filter(Array.isArray);
  const root = join(dirname(require.resolve(`${packageName}/package.json`)), "dist-types/commands");
  return {
    operations: bodies.filter((body) => body[0] === 9) as unknown as OperationSchema[],
    faults: bodies.filter((body) => body[0] === -3) as unknown as ErrorSchema[],
    declaredFaults(operation) {
      const text = readFileSync(join(root, `${operation}Command.d.ts`), "utf8");
      const names = [...text.matchAll(/@throws \{@link (\w+)\} \(/g)].map(
        (match) => match[1] ?? "",
      );
      return [...new Set(names)].sort();
    },
    isUnsigned: unsignedTest(module),
  };
}

interface Client {
  config: { httpAuthSchemeProvider(parameters: object): { schemeId: string }[] };
}

function unsignedTest(module: Record<string, unknown>): (operation: string) => boolean {
  const name = Object.keys(module).find((key) => key.endsWith("Client") && key !== "__Client");
  const Constructor = module[name ?? ""] as new (config: object) => Client;
  const { config } = new Constructor({ region: "us-east-1" });
  return (operation) => {
    const schemes = config.httpAuthSchemeProvider({ operation, region: "us-east-1" });
    return schemes.some((scheme) => scheme.schemeId === "smithy.api#noAuth");
  };
}

/** Adds to the table what the SDK knows beyond the model. */
export function addSdk(table: Table, sdk: Sdk): void {
  for (const schema of sdk.operations) {
    const [, , name, traits, input, output] = schema;
    const [method, path, status] = httpOf(traits);
    const inputName = addSchema(table, input);
    const outputName = addSchema(table, output);
    table.operations[name] ??= {
      method,
      path,
      status,
      ...(inputName !== undefined && { input: inputName }),
      ...(outputName !== undefined && { output: outputName }),
      faults: sdk.declaredFaults(name),
      ...(sdk.isUnsigned(name) && { unsigned: true }),
    };
  }
  for (const schema of sdk.faults) addFault(table, schema);
}

function httpOf(traits: Traits): [string, string, number] {
  const http = typeof traits === "object" ? traits.http : undefined;
  return Array.isArray(http) ? (http as [string, string, number]) : ["POST", "/", 200];
}

/** JSON services answer 400 or 500, whatever the schema says (seen on the wire). */
function addFault(table: Table, schema: ErrorSchema): void {
  addSchema(table, schema as unknown as SchemaBody);
  const [, , name, traits] = schema;
  const shape = table.shapes[name];
  if (shape?.kind !== "structure" || typeof traits !== "object") return;
  const query = traits.awsQueryError as [string, number] | undefined;
  const plain = traits.error === "server" ? 500 : 400;
  const declared = query?.[1] ?? (traits.httpError as number | undefined) ?? plain;
  const status = table.protocol === "aws-json" ? plain : declared;
  const code = query !== undefined && query[0] !== name ? { code: query[0] } : {};
  table.shapes[name] = { ...shape, fault: { ...code, status } };
}

/** Adds the shape that a schema describes and all behind it; answers its name. */
function addSchema(table: Table, ref: Ref): string | undefined {
  const schema = typeof ref === "function" ? ref() : ref;
  if (typeof schema === "number") return addPlain(table, schema);
  if (typeof schema === "string") return undefined;
  if (isPair(schema)) return addSchema(table, schema[0] as Ref);
  const [kind, , name] = schema as unknown as [number, string, string];
  if (kind === 0) return addSimple(table, name, schema);
  if (kind === 1 || kind === 2) return addCollection(table, name, schema);
  return addStructure(table, name, schema as unknown as StructSchema);
}

/** A schema with the traits of the place where it is used; whole schemas carry a namespace there. */
function isPair(schema: SchemaBody): boolean {
  return typeof schema[1] !== "string";
}

function addSimple(table: Table, name: string, schema: SchemaBody): string {
  if (table.shapes[name] !== undefined) return name;
  const base = addPlain(table, schema[4] as number);
  const sensitive = isSensitive(schema[3] as Traits) ? { sensitive: true as const } : {};
  table.shapes[name] = { ...(table.shapes[base] as Shape), ...sensitive } as Shape;
  return name;
}

function addCollection(table: Table, name: string, schema: SchemaBody): string {
  if (table.shapes[name] !== undefined) return name;
  const member = (ref: unknown): Member => ({
    shape: addSchema(table, ref as Ref) ?? "PlainString",
  });
  const list = schema[0] === 1;
  // Set before its parts are followed: a shape may contain itself.
  table.shapes[name] = { kind: "document" };
  table.shapes[name] = list
    ? { kind: "list", member: member(schema[4]) }
    : { kind: "map", key: member(schema[4]), value: member(schema[5]) };
  return name;
}

function addStructure(table: Table, name: string, schema: StructSchema): string {
  const [, , , , names, refs, requiredCount = 0] = schema;
  const known = table.shapes[name];
  if (known !== undefined && known.kind !== "structure") return name;
  const members: Record<string, Member> = { ...known?.members };
  const required = known === undefined && requiredCount > 0 && names.slice(0, requiredCount);
  const shape: StructureShape = { ...known, kind: "structure", members };
  table.shapes[name] = required ? { ...shape, required } : shape;
  for (const [index, member] of names.entries()) {
    const ref = refs[index];
    if (members[member] !== undefined || ref === undefined) continue;
    const traits = Array.isArray(ref) && isPair(ref) ? ref[1] : 0;
    if (isEventStream(traits as Traits)) continue;
    const target = addSchema(table, ref);
    if (target !== undefined)
      members[member] = { shape: target, ...bindingOf(member, traits as Traits) };
  }
  return name;
}

const plainKinds: Readonly<Record<number, readonly [string, Shape]>> = {
  0: ["PlainString", { kind: "string" }],
  1: ["PlainNumber", { kind: "double" }],
  2: ["PlainBoolean", { kind: "boolean" }],
  4: ["PlainTimestamp", { kind: "timestamp" }],
  5: ["PlainIsoTimestamp", { kind: "timestamp", format: "iso8601" }],
  6: ["PlainHttpTimestamp", { kind: "timestamp", format: "http" }],
  7: ["PlainEpochTimestamp", { kind: "timestamp", format: "epoch" }],
  15: ["PlainDocument", { kind: "document" }],
  21: ["PlainBlob", { kind: "blob" }],
  42: ["PlainBlob", { kind: "blob" }],
};

/** Schemas without a name are numbers: a kind, with 64 added for a list and 128 for a map of it. */
function addPlain(table: Table, schema: number): string {
  const [name, shape] = plainKinds[schema & 63] ?? [];
  if (name === undefined || shape === undefined) throw new Error(`unknown schema ${schema}`);
  table.shapes[name] ??= shape;
  if (schema < 64) return name;
  const collection = schema < 128 ? `${name}List` : `${name}Map`;
  if (schema >= 128) addPlain(table, 0);
  table.shapes[collection] ??=
    schema < 128
      ? { kind: "list", member: { shape: name } }
      : { kind: "map", key: { shape: "PlainString" }, value: { shape: name } };
  return collection;
}

function isSensitive(traits: Traits): boolean {
  return typeof traits === "number" ? (traits & 8) !== 0 : traits.sensitive !== undefined;
}

function isEventStream(traits: Traits): boolean {
  return typeof traits === "object" && traits.streaming !== undefined;
}

function bindingOf(member: string, traits: Traits): Omit<Member, "shape"> {
  if (typeof traits === "number") return (traits & 1) !== 0 ? { location: "uri" } : {};
  const wire = (name: unknown) => (name === member ? {} : { wire: String(name) });
  if (traits.httpQuery) return { ...wire(traits.httpQuery), location: "querystring" };
  if (traits.httpHeader) return { ...wire(traits.httpHeader), location: "header" };
  const named = traits.jsonName ?? traits.xmlName;
  return named ? wire(named) : {};
}

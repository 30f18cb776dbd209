import type { Member, Shape, StructureShape } from "../../src/wire/shape.ts";
import type { Table } from "./model.ts";
import type { SdkPackage } from "./sdk-package.ts";
import {
  readSchema,
  type SdkMember,
  type SdkSchema,
  type Traits,
  usedTraits,
} from "./sdk-schema.ts";

type Operation = Extract<SdkSchema, { kind: "operation" }>;
type Structure = Extract<SdkSchema, { kind: "structure" | "fault" }>;
type Simple = Extract<SdkSchema, { kind: "simple" }>;
type Collection = Extract<SdkSchema, { kind: "list" | "map" }>;

/** Adds to the table what the SDK knows beyond the model: operations, members, faults. */
export function addSdk(table: Table, sdk: SdkPackage): void {
  for (const schema of sdk.schemas) {
    if (schema.kind === "operation") addOperation(table, schema, sdk);
    if (schema.kind === "fault") addFault(table, schema);
  }
}

function addOperation(table: Table, schema: Operation, sdk: SdkPackage): void {
  const { name, traits } = schema;
  const { http } = traits.named;
  const [method, path, status] = Array.isArray(http) ? http : ["POST", "/", 200];
  const input = addSchema(table, schema.input);
  const output = addSchema(table, schema.output);
  table.operations[name] ??= {
    method,
    path: pathOf(path, readSchema(schema.input)),
    status,
    ...(input !== undefined && { input }),
    ...(output !== undefined && { output }),
    faults: sdk.faultsOf(name),
    ...(sdk.isUnsigned(name) && { unsigned: true }),
  };
}

/** The SDK puts a bucket into the host, and the operation's name into the query for logs. */
function pathOf(path: string, input: SdkSchema): string {
  const plain = path.replace(/([?&])x-id=\w+&?/, "$1").replace(/[?&]$/, "");
  const [bucket] = input.kind === "structure" ? input.members : [];
  if (bucket?.name !== "Bucket" || !bucket.traits.isLabel) return plain;
  return plain.includes("{Bucket}") ? plain : `/{Bucket}${plain.replace(/^\/(?=\?|$)/, "")}`;
}

/** JSON services answer 400 or 500, whatever the schema says (seen on the wire). */
function addFault(table: Table, schema: Structure): void {
  addStructure(table, schema);
  const { name } = schema;
  const { error, httpError, awsQueryError } = schema.traits.named;
  const shape = table.shapes[name];
  if (shape?.kind !== "structure") return;
  const plain = error === "server" ? 500 : 400;
  const [code, queryStatus] = Array.isArray(awsQueryError) ? awsQueryError : [];
  const declared = Number(queryStatus ?? httpError ?? plain);
  const status = table.protocol === "aws-json" ? plain : declared;
  const differs = code !== undefined && code !== name;
  table.shapes[name] = { ...shape, fault: { ...(differs && { code }), status } };
}

/** Adds the shape that a schema describes and all behind it; answers its name. */
function addSchema(table: Table, raw: unknown): string | undefined {
  const schema = readSchema(raw);
  switch (schema.kind) {
    case "plain":
      return addPlain(table, schema.type);
    case "simple":
      return addSimple(table, schema);
    case "list":
    case "map":
      return addCollection(table, schema);
    case "structure":
    case "fault":
      return addStructure(table, schema);
    default:
      return undefined;
  }
}

function addSimple(table: Table, { name, type, traits }: Simple): string {
  if (table.shapes[name] !== undefined) return name;
  const [, shape] = plainShape(type);
  const mayHide = shape.kind === "string" || shape.kind === "blob";
  table.shapes[name] = mayHide && traits.isSensitive ? { ...shape, sensitive: true } : shape;
  return name;
}

function addCollection(table: Table, schema: Collection): string {
  const { name } = schema;
  if (table.shapes[name] !== undefined) return name;
  // Set before its parts are followed: a shape may contain itself.
  table.shapes[name] = { kind: "document" };
  table.shapes[name] =
    schema.kind === "list"
      ? { kind: "list", member: partOf(table, schema.member) }
      : { kind: "map", key: partOf(table, schema.key), value: partOf(table, schema.value) };
  return name;
}

function partOf(table: Table, raw: unknown): Member {
  const shape = addSchema(table, raw);
  if (shape === undefined) throw new Error("a list or map of nothing");
  const { xmlName } = usedTraits(raw).named;
  return xmlName === undefined ? { shape } : { shape, wire: String(xmlName) };
}

/** Members of structures that have been followed, or are just being: one may contain itself. */
const followed = new WeakSet<StructureShape["members"]>();

function addStructure(table: Table, schema: Structure): string {
  const { name } = schema;
  const known = table.shapes[name];
  if (known !== undefined && known.kind !== "structure") return name;
  if (known !== undefined && followed.has(known.members)) return name;
  const members: Record<string, Member> = { ...known?.members };
  const required = schema.members.filter((member) => member.required).map((member) => member.name);
  const isNew = known === undefined && required.length > 0;
  const payload = schema.members.find(({ traits }) => traits.isPayload)?.name;
  const { xmlName } = schema.traits.named;
  const shape: StructureShape = {
    ...known,
    kind: "structure",
    members,
    ...(payload !== undefined && { payload }),
    ...(xmlName !== undefined && xmlName !== name && { wire: String(xmlName) }),
  };
  table.shapes[name] = isNew ? { ...shape, required } : shape;
  followed.add(members);
  for (const member of schema.members) {
    if (members[member.name] !== undefined || isEventStream(member)) continue;
    const target = addSchema(table, member.target);
    if (target === undefined) continue;
    members[member.name] = { shape: target, ...bindingOf(member.name, member.traits) };
  }
  return name;
}

function isEventStream({ traits }: SdkMember): boolean {
  return traits.named.streaming !== undefined;
}

function bindingOf(member: string, { isLabel, named }: Traits): Omit<Member, "shape"> {
  if (isLabel) return { location: "uri" };
  const { httpQuery, httpHeader, httpPrefixHeaders, jsonName, xmlName } = named;
  const wire = httpQuery ?? httpHeader ?? httpPrefixHeaders ?? jsonName ?? xmlName;
  const renamed = wire === undefined || wire === member ? {} : { wire: String(wire) };
  if (httpQuery !== undefined) return { ...renamed, location: "querystring" };
  if (httpPrefixHeaders !== undefined) return { ...renamed, location: "headers" };
  if (httpHeader !== undefined) return { ...renamed, location: "header" };
  return {
    ...renamed,
    ...(named.xmlFlattened !== undefined && { flattened: true }),
    ...(named.xmlAttribute !== undefined && { attribute: true }),
  };
}

const plainShapes: Readonly<Record<number, readonly [name: string, shape: Shape]>> = {
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

const listOf = 64;
const mapOf = 128;

function plainShape(type: number): readonly [name: string, shape: Shape] {
  const plain = plainShapes[type & (listOf - 1)];
  if (plain === undefined) throw new Error(`unknown plain schema ${type}`);
  return plain;
}

/** Adds a shape without a name of its own; `type` says what it is, in a list, in a map. */
function addPlain(table: Table, type: number): string {
  const [name, shape] = plainShape(type);
  table.shapes[name] ??= shape;
  if (type < listOf) return name;
  if (type < mapOf) {
    table.shapes[`${name}List`] ??= { kind: "list", member: { shape: name } };
    return `${name}List`;
  }
  const key = { shape: addPlain(table, 0) };
  table.shapes[`${name}Map`] ??= { kind: "map", key, value: { shape: name } };
  return `${name}Map`;
}

import { decodeBase64, encodeBase64 } from "./base64.ts";
import { memberPath } from "./member-path.ts";
import { malformed, wrongKind } from "./serialization.ts";
import type { ListShape, MapShape, ServiceShapes, Shape, StructureShape } from "./shape.ts";
import { readTimestamp, type TimestampFormat, writeTimestamp } from "./timestamp.ts";

type Shapes = ServiceShapes["shapes"];

/**
 * Turns parsed JSON into the members of a structure that stand in the body: dates, bytes, the
 * SDK's member names. `null` counts as absent, also in lists and maps; members that the shape does
 * not know are left out.
 * @throws Fault SerializationException for a value of the wrong kind
 */
export function readStructure(
  shapes: Shapes,
  shape: StructureShape,
  value: unknown,
  path: string,
): Record<string, unknown> {
  if (!isObject(value)) throw wrongKind(path, "structure", value);
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    if (member.location !== undefined) continue;
    const key = member.wire ?? name;
    if (!Object.hasOwn(value, key)) continue;
    const read = readValue(shapes, member.shape, value[key], memberPath(path, name));
    if (read !== undefined) result[name] = read;
  }
  return result;
}

function readValue(shapes: Shapes, name: string, value: unknown, path: string): unknown {
  if (value === null || value === undefined) return undefined;
  const shape = shapes[name];
  if (shape === undefined) throw new Error(`no shape is called ${name}`);
  switch (shape.kind) {
    case "structure":
      return readStructure(shapes, shape, value, path);
    case "list":
      return readList(shapes, shape, value, path);
    case "map":
      return readMap(shapes, shape, value, path);
    case "document":
      return value;
    default:
      return readScalar(shape.kind, value, path);
  }
}

function readList(shapes: Shapes, shape: ListShape, value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) throw wrongKind(path, "list", value);
  return value
    .map((item, index) =>
      readValue(shapes, shape.member.shape, item, `${path}.${index + 1}.member`),
    )
    .filter((item) => item !== undefined);
}

function readMap(shapes: Shapes, shape: MapShape, value: unknown, path: string): object {
  if (!isObject(value)) throw wrongKind(path, "map", value);
  const entries: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    const read = readValue(shapes, shape.value.shape, item, `${path}.value`);
    if (read !== undefined) entries.push([key, read]);
  }
  // fromEntries defines its keys, so that one called `__proto__` is a key like any other.
  return Object.fromEntries(entries);
}

type ScalarKind = Exclude<Shape["kind"], "structure" | "list" | "map" | "document">;

function readScalar(kind: ScalarKind, value: unknown, path: string): unknown {
  switch (kind) {
    case "string":
    case "boolean":
      if (typeof value === kind) return value;
      break;
    case "integer":
    case "long":
      if (isWhole(value, kind)) return value;
      break;
    case "float":
    case "double":
      if (typeof value === "number") return value;
      break;
    case "timestamp": {
      const time = readTimestamp(value);
      if (time !== undefined) return time;
      break;
    }
    case "blob": {
      const bytes = typeof value === "string" ? decodeBase64(value) : undefined;
      if (bytes !== undefined) return bytes;
      if (typeof value === "string") throw malformed(`base64 text at '${path}'`, "other text");
    }
  }
  throw wrongKind(path, kind, value);
}

function isWhole(value: unknown, kind: "integer" | "long"): boolean {
  if (kind === "long") return Number.isSafeInteger(value);
  return Number.isInteger(value) && (Number(value) | 0) === value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Turns a value into JSON's values, under the names on the wire. Absent members are left out, and
 * so is what the shape does not know.
 */
export function writeJson(
  shapes: Shapes,
  name: string,
  value: unknown,
  format: TimestampFormat,
): unknown {
  if (value === null || value === undefined) return undefined;
  const shape = shapes[name];
  switch (shape?.kind) {
    case "structure":
      return writeStructure(shapes, shape, value, format);
    case "list":
      return (value as unknown[]).map((item) =>
        writeJson(shapes, shape.member.shape, item, format),
      );
    case "map":
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [
          key,
          writeJson(shapes, shape.value.shape, item, format),
        ]),
      );
    case "timestamp":
      return writeTimestamp(value as Date, shape.format ?? format);
    case "blob":
      return encodeBase64(value as Uint8Array);
    default:
      return value;
  }
}

/** Members of a structure that go into the body. */
export function writeStructure(
  shapes: Shapes,
  shape: StructureShape,
  value: object,
  format: TimestampFormat,
): Record<string, unknown> {
  const members = value as Readonly<Record<string, unknown>>;
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    if (member.location !== undefined || members[name] === undefined) continue;
    result[member.wire ?? name] = writeJson(shapes, member.shape, members[name], format);
  }
  return result;
}

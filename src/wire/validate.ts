import { javaMatcher, type Matcher } from "./java-pattern.ts";
import { memberPath } from "./member-path.ts";
import type {
  BlobShape,
  ListShape,
  MapShape,
  NumberShape,
  ServiceShapes,
  StringShape,
  StructureShape,
} from "./shape.ts";

/** More violations than this are not looked for: the answer would only get longer. */
const violationsMax = 50;
/** Characters of a value that a message quotes. */
const quotedMax = 1000;

/**
 * Checks decoded input against the constraints of its shape. Answers AWS's message, such as
 * `1 validation error detected: Value null at 'userPoolId' failed to satisfy constraint: Member
 * must not be null`, or undefined when all is well. Values of sensitive members are not quoted.
 */
export function validate(table: ServiceShapes, name: string, input: unknown): string | undefined {
  const violations: string[] = [];
  checkValue({ shapes: table.shapes, violations }, name, input, "", false);
  if (violations.length === 0) return undefined;
  const errors = violations.length === 1 ? "error" : "errors";
  return `${violations.length} validation ${errors} detected: ${violations.join("; ")}`;
}

interface Check {
  readonly shapes: ServiceShapes["shapes"];
  readonly violations: string[];
}

/** @param secret whether something that holds the value is sensitive */
function checkValue(
  check: Check,
  name: string,
  value: unknown,
  path: string,
  secret: boolean,
): void {
  if (check.violations.length >= violationsMax) return;
  const shape = check.shapes[name];
  const hidden = secret || (shape !== undefined && "sensitive" in shape);
  switch (shape?.kind) {
    case "structure":
      checkStructure(check, shape, value as Record<string, unknown>, path, hidden);
      break;
    case "list":
      checkList(check, shape, value as unknown[], path, hidden);
      break;
    case "map":
      checkMap(check, shape, value as Record<string, unknown>, path, hidden);
      break;
    default:
      for (const text of scalarViolations(check, name, value)) {
        report(check, path, quoteOf(value, hidden), text);
      }
  }
}

function checkStructure(
  check: Check,
  shape: StructureShape,
  value: Readonly<Record<string, unknown>>,
  path: string,
  secret: boolean,
): void {
  for (const [name, member] of Object.entries(shape.members)) {
    const at = memberPath(path, name);
    if (value[name] !== undefined) {
      checkValue(check, member.shape, value[name], at, secret);
    } else if (shape.required?.includes(name)) {
      const target = check.shapes[member.shape];
      const hidden = secret || (target !== undefined && "sensitive" in target);
      report(check, at, hidden ? "" : " null", "Member must not be null");
    }
  }
}

function checkList(
  check: Check,
  shape: ListShape,
  value: readonly unknown[],
  path: string,
  secret: boolean,
): void {
  for (const text of lengthViolations(shape, value.length)) {
    report(check, path, quoteOf(value, secret), text);
  }
  for (const [index, item] of value.entries()) {
    checkValue(check, shape.member.shape, item, `${path}.${index + 1}.member`, secret);
  }
}

/** What breaks in a map's keys or plain values is told of the map as a whole. */
function checkMap(
  check: Check,
  shape: MapShape,
  value: Readonly<Record<string, unknown>>,
  path: string,
  secret: boolean,
): void {
  const entries = Object.entries(value);
  for (const text of lengthViolations(shape, entries.length)) report(check, path, "", text);
  const keyTexts = new Set(
    entries.flatMap(([key]) => scalarViolations(check, shape.key.shape, key)),
  );
  const valueTexts = new Set<string>();
  for (const [key, item] of entries) {
    if (typeof item === "object") {
      checkValue(check, shape.value.shape, item, `${path}.${key}.member`, secret);
    } else {
      for (const text of scalarViolations(check, shape.value.shape, item)) valueTexts.add(text);
    }
  }
  if (keyTexts.size > 0) {
    report(check, path, "", `Map keys must satisfy constraint: [${[...keyTexts].join(", ")}]`);
  }
  if (valueTexts.size > 0) {
    report(check, path, "", `Map value must satisfy constraint: [${[...valueTexts].join(", ")}]`);
  }
}

function report(check: Check, path: string, quoted: string, text: string): void {
  if (check.violations.length >= violationsMax) return;
  check.violations.push(`Value${quoted} at '${path}' failed to satisfy constraint: ${text}`);
}

function quoteOf(value: unknown, hidden: boolean): string {
  if (hidden || value instanceof Uint8Array) return "";
  if (Array.isArray(value) && value.some((item) => typeof item === "object")) return "";
  const text = Array.isArray(value) ? `[${value.join(", ")}]` : String(value);
  return ` '${text.slice(0, quotedMax)}'`;
}

function scalarViolations(check: Check, name: string, value: unknown): string[] {
  const shape = check.shapes[name];
  switch (shape?.kind) {
    case "string":
      return stringViolations(shape, String(value));
    case "blob":
      return lengthViolations(shape, (value as Uint8Array).length);
    case "integer":
    case "long":
    case "float":
    case "double":
      return rangeViolations(shape, Number(value));
    default:
      return [];
  }
}

function stringViolations(shape: StringShape, value: string): string[] {
  const texts = lengthViolations(shape, lengthOf(value));
  if (shape.pattern !== undefined && !matches(shape, value)) {
    texts.push(`Member must satisfy regular expression pattern: ${shape.pattern}`);
  }
  if (shape.enum !== undefined && !shape.enum.includes(value)) {
    texts.push(`Member must satisfy enum value set: [${shape.enum.join(", ")}]`);
  }
  return texts;
}

function lengthViolations(
  shape: StringShape | BlobShape | ListShape | MapShape,
  length: number,
): string[] {
  const { min, max } = shape;
  if (min !== undefined && length < min) {
    return [`Member must have length greater than or equal to ${min}`];
  }
  if (max !== undefined && length > max) {
    return [`Member must have length less than or equal to ${max}`];
  }
  return [];
}

function rangeViolations({ min, max }: NumberShape, value: number): string[] {
  if (min !== undefined && !(value >= min)) {
    return [`Member must have value greater than or equal to ${min}`];
  }
  if (max !== undefined && !(value <= max)) {
    return [`Member must have value less than or equal to ${max}`];
  }
  return [];
}

/** In characters: a pair of surrogates is one. */
function lengthOf(value: string): number {
  let pairs = 0;
  for (let at = 0; at + 1 < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code >= 0xd800 && code < 0xdc00) pairs++;
  }
  return value.length - pairs;
}

/** Longest value that a pattern other than a single class is tried on, where no maximum is set. */
const patternLengthMax = 4096;
const singleClass = /^\^?\[[^[\]]*\][+*]?\$?$/;
const compiled = new Map<string, Matcher>();

/** A value over its maximum has been reported for that: the pattern is not tried on it. */
function matches({ pattern = "", max }: StringShape, value: string): boolean {
  if (max !== undefined && value.length > 2 * max) return true;
  const isLong = max === undefined && value.length > patternLengthMax;
  if (isLong && !singleClass.test(pattern)) return false;
  let matcher = compiled.get(pattern);
  if (matcher === undefined) {
    matcher = javaMatcher(pattern);
    compiled.set(pattern, matcher);
  }
  return matcher(value);
}

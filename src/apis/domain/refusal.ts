import { Fault } from "../../foundation/fault.ts";
import type { Reason } from "../../foundation/reason.ts";

/** 400: what was asked for cannot be, however often it is asked. */
export function badRequest(message: string, reason: Reason): Fault {
  return new Fault("BadRequestException", message, { reason });
}

/** 409: what was asked for clashes with what is there. */
export function conflict(message: string, reason: Reason): Fault {
  return new Fault("ConflictException", message, { reason });
}

/** 404: there is no such thing, or it is another account's. */
export function notFound(message: string, reason: Reason): Fault {
  return new Fault("NotFoundException", message, { reason });
}

/** 400: a part of an API names another part that is not there. */
export function invalid(member: string, value: string, expected: string, change: string): Fault {
  const received = shorten(value);
  const message = `Invalid ${member} '${received}': expected ${expected}`;
  return badRequest(message, { check: member, expected, received, change });
}

/**
 * 400: AWS serves this setting and the gateway here does not. It is refused rather than kept and
 * ignored, for a route must never be more open than its owner believes.
 */
export function notServed(member: string, value: unknown, change: string): Fault {
  const received = shorten(typeof value === "string" ? value : JSON.stringify(value));
  const message = `${member} '${received}' is not supported here: see docs/compatibility.md`;
  return badRequest(message, { check: member, expected: "a supported setting", received, change });
}

/**
 * Refuses the settings that are not served, whenever they ask for something.
 *
 * @param members what to do instead, by member
 * @throws Fault for the first one that is there and is not empty, `false` or `0`
 */
export function refuseUnserved<Settings extends object>(
  settings: Settings,
  members: Readonly<Partial<Record<keyof Settings, string>>>,
): void {
  const given = new Map<string, unknown>(Object.entries(settings));
  for (const [member, change] of Object.entries<string | undefined>(members)) {
    const value = given.get(member);
    if (asksForSomething(value)) throw notServed(wireName(member), value, change ?? "");
  }
}

/** Smallest and largest value of a number, or length of a text, a list or a map. */
export type Range = readonly [min: number, max: number];

/**
 * Refuses settings that are too short, too long, too small or too large. The published model
 * says these ranges in the names of its shapes only.
 */
export function checkRanges<Settings extends object>(
  settings: Settings,
  ranges: Readonly<Partial<Record<keyof Settings, Range>>>,
): void {
  const given = new Map<string, unknown>(Object.entries(settings));
  for (const [member, range] of Object.entries<Range | undefined>(ranges)) {
    const value = given.get(member);
    if (range && value !== undefined) checkRange(wireName(member), value, range);
  }
}

/** As `checkRanges`, of one value. */
export function checkRange(member: string, value: unknown, [min, max]: Range): void {
  const { size, unit } = measure(value);
  if (size >= min && size <= max) return;
  const expected = `${min} to ${max}${unit}`;
  throw badRequest(`${member} must be ${expected}`, {
    check: member,
    expected,
    received: `${size}${unit}`,
    change: `keep ${member} within ${expected}`,
  });
}

function measure(value: unknown): { size: number; unit: string } {
  if (typeof value === "number") return { size: value, unit: "" };
  if (typeof value === "string") return { size: value.length, unit: " characters" };
  return { size: Object.keys(Object(value)).length, unit: " entries" };
}

function asksForSomething(value: unknown): boolean {
  if (value === undefined || value === false || value === "" || value === 0) return false;
  return typeof value !== "object" || Object.keys(Object(value)).length > 0;
}

/** Members are told under the names that templates and the wire use: `tlsConfig`. */
function wireName(member: string): string {
  return member.charAt(0).toLowerCase() + member.slice(1);
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/**
 * A run-time schema of an SDK client package, told apart. In the package it is an array that
 * starts with a number for its kind, or a bare number for a plain type, or a function for either.
 */
export type SdkSchema =
  | { kind: "plain"; type: number }
  | { kind: "none" }
  | { kind: "simple"; name: string; type: number; traits: Traits }
  | { kind: "list"; name: string; member: unknown }
  | { kind: "map"; name: string; key: unknown; value: unknown }
  | { kind: "structure" | "fault"; name: string; traits: Traits; members: SdkMember[] }
  | { kind: "operation"; name: string; traits: Traits; input: unknown; output: unknown };

export interface SdkMember {
  name: string;
  required: boolean;
  target: unknown;
  traits: Traits;
}

/** Some traits are bits of a number, others members of an object. */
export interface Traits {
  isLabel: boolean;
  isPayload: boolean;
  isSensitive: boolean;
  named: Readonly<Record<string, unknown>>;
}

/** Reads a schema, following it where it is wrapped. */
export function readSchema(raw: unknown): SdkSchema {
  if (typeof raw === "function") return readSchema(raw());
  if (typeof raw === "number") return { kind: "plain", type: raw };
  if (!Array.isArray(raw)) return { kind: "none" };
  if (isUsed(raw)) return readSchema(raw[0]);
  const [kind, , name, traits, ...rest] = raw;
  switch (kind) {
    case 0:
      return { kind: "simple", name, type: Number(rest[0]), traits: traitsOf(traits) };
    case 1:
      return { kind: "list", name, member: rest[0] };
    case 2:
      return { kind: "map", name, key: rest[0], value: rest[1] };
    case 9: {
      const [input, output] = rest;
      return { kind: "operation", name, traits: traitsOf(traits), input, output };
    }
    default: {
      const members = membersOf(rest[0], rest[1], Number(rest[2] ?? 0));
      return {
        kind: kind === -3 ? "fault" : "structure",
        name,
        traits: traitsOf(traits),
        members,
      };
    }
  }
}

/** A schema with the traits of the place where it is used; a whole one has a namespace there. */
function isUsed(raw: readonly unknown[]): boolean {
  return typeof raw[1] !== "string";
}

/** Required members come first. */
function membersOf(names: string[], targets: unknown[], requiredCount: number): SdkMember[] {
  return names.map((name, index) => {
    const target = targets[index];
    return { name, required: index < requiredCount, target, traits: usedTraits(target) };
  });
}

/** The traits of a place, such as a member, that uses a schema. */
export function usedTraits(raw: unknown): Traits {
  return traitsOf(Array.isArray(raw) && isUsed(raw) ? raw[1] : 0);
}

function traitsOf(raw: unknown): Traits {
  if (typeof raw === "number") {
    const has = (bit: number) => (raw & bit) !== 0;
    return { isLabel: has(1), isPayload: has(16), isSensitive: has(8), named: {} };
  }
  const named = { ...(typeof raw === "object" ? raw : {}) };
  return {
    isLabel: "httpLabel" in named,
    isPayload: "httpPayload" in named,
    isSensitive: "sensitive" in named,
    named,
  };
}

import { TemplateError } from "./template-error.ts";
import { isList, isValues, type Value } from "./value.ts";

/** `{{resolve:service:what}}` inside a text. */
const reference = /\{\{resolve:([^:{}]*):([^{}]*)\}\}/g;

/** Finds the value of an SSM parameter, that of one version where it is told. */
export type ParameterLookup = (
  name: string,
  version: number | undefined,
) => Promise<string | undefined>;

/**
 * Puts SSM parameters where `{{resolve:ssm:NAME}}` and `{{resolve:ssm:NAME:VERSION}}` stand.
 *
 * @throws TemplateError when there is no such parameter
 */
export async function resolveDynamicReferences(
  value: Value,
  lookup: ParameterLookup,
): Promise<Value> {
  const found = new Map<string, string>();
  for (const text of textsIn(value)) {
    refuseUnsupportedReferences(text);
    for (const [whole, , what = ""] of text.matchAll(reference)) {
      if (!found.has(whole)) found.set(whole, await parameterValue(what, lookup));
    }
  }
  return found.size === 0 ? value : replaced(value, found);
}

/**
 * Refuses references to what is not served.
 *
 * @throws TemplateError
 */
export function refuseUnsupportedReferences(text: string): void {
  for (const [whole, service = ""] of text.matchAll(reference)) {
    if (service === "ssm") continue;
    throw new TemplateError(`Dynamic reference ${whole} is not supported`, {
      check: "dynamic references of the template",
      expected: "{{resolve:ssm:NAME}} or {{resolve:ssm:NAME:VERSION}}",
      received: `one to ${service}`,
      change: "Keep the value in an SSM parameter of type String, or pass it as a parameter.",
    });
  }
}

async function parameterValue(what: string, lookup: ParameterLookup): Promise<string> {
  const [, name = "", version] = /^([\w./-]+)(?::(\d{1,9}))?$/.exec(what) ?? [];
  if (name === "") {
    throw new TemplateError(`Incorrect format is used in the following SSM reference: [${what}]`);
  }
  const value = await lookup(name, version === undefined ? undefined : Number(version));
  if (value !== undefined) return value;
  throw new TemplateError(
    `Unable to fetch parameters [${what}] from parameter store for this account.`,
  );
}

function textsIn(value: Value): string[] {
  if (typeof value === "string") return value.includes("{{resolve:") ? [value] : [];
  if (isList(value)) return value.flatMap(textsIn);
  return isValues(value) ? Object.values(value).flatMap(textsIn) : [];
}

function replaced(value: Value, found: ReadonlyMap<string, string>): Value {
  if (typeof value === "string") {
    return value.replace(reference, (whole) => found.get(whole) ?? whole);
  }
  if (isList(value)) return value.map((item) => replaced(item, found));
  if (!isValues(value)) return value;
  const members = Object.entries(value);
  return Object.fromEntries(members.map(([name, member]) => [name, replaced(member, found)]));
}

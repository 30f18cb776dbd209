import { TemplateError } from "../template/template-error.ts";

/**
 * Refuses properties that their schema has and this server does not honour: kept and ignored, they
 * would leave a stack less guarded than its owner believes. One that is empty, `false` or `0` asks
 * for nothing.
 *
 * @param unsupported such as `Body` or `Code/ImageUri`
 * @throws TemplateError naming all that are there
 */
export function refuseProperties(
  type: string,
  logicalId: string,
  properties: Readonly<Record<string, unknown>>,
  unsupported: readonly string[],
): void {
  const there = unsupported.filter((path) => asksForSomething(at(properties, path)));
  if (there.length === 0) return;
  const lines = there.map((path) => `#/${path}: this property of ${type} is not supported here`);
  throw new TemplateError(
    `Properties validation failed for resource ${logicalId} with message:\n${lines.join("\n")}`,
    {
      check: `properties of ${logicalId}`,
      expected: `properties of ${type} that docs/compatibility.md does not list as missing`,
      received: there.join(", "),
      change: "take them out of the template, or of the code that it is made from",
    },
  );
}

function at(properties: Readonly<Record<string, unknown>>, path: string): unknown {
  let value: unknown = properties;
  for (const name of path.split("/")) value = membersOf(value).get(name);
  return value;
}

function asksForSomething(value: unknown): boolean {
  if (value === undefined || value === false || value === "" || value === 0) return false;
  if (typeof value !== "object") return true;
  return [...membersOf(value).values()].some(asksForSomething);
}

function membersOf(value: unknown): Map<string, unknown> {
  return new Map(Object.entries(typeof value === "object" && value !== null ? value : {}));
}

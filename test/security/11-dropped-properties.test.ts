import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { checkProperties } from "../../src/stacks/schema/check-properties.ts";
import type { PropertyType, ResourceSchema } from "../../src/stacks/schema/resource-schema.ts";
import { tableFile, tableServices } from "../../src/stacks/schema/tables.ts";
import { TemplateError } from "../../src/stacks/template/template-error.ts";

const folder = join(import.meta.dirname, "../../src/stacks/schema");

describe("pitfall 11: what a resource type does not know is refused, never dropped", () => {
  const schemas = tableServices.flatMap((service): [string, ResourceSchema][] => {
    const text = readFileSync(join(folder, tableFile(service)), "utf8");
    return Object.entries(JSON.parse(text));
  });
  const closed = schemas.filter(([, { open }]) => open !== true);

  it.each(closed)("%s, at every place that has names", (type, schema) => {
    const whole = { structure: "" };
    const structures = { ...schema.structures, "": schema.properties };
    const planted = placesIn(whole, structures, new Set());
    for (const [value, pointer] of planted) {
      const problem = `#${pointer}: extraneous key [Authorizers] is not permitted`;
      expect(problemsOf(type, value)).toContain(problem);
    }
    expect(planted.length).toBeGreaterThan(0);
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", ""])(
    "names such as %j are no way around",
    (name) => {
      const own = JSON.parse(`{"${name}": {"MaxAge": 0}}`);
      const type = "AWS::ApiGatewayV2::Api";
      expect(problemsOf(type, own)).toEqual([`#: extraneous key [${name}] is not permitted`]);
      expect(problemsOf(type, { CorsConfiguration: own })).toEqual([
        `#/CorsConfiguration: extraneous key [${name}] is not permitted`,
      ]);
    },
  );

  it("a key of a map may have any name, and changes nothing but the map", () => {
    const Variables = JSON.parse('{"__proto__": "a", "constructor": "b"}');
    const properties = { Code: {}, Role: "role", Environment: { Variables } };
    const checked = checkProperties("AWS::Lambda::Function", "Hello", properties);
    expect(JSON.stringify(checked)).toBe(JSON.stringify(properties));
    expect(Object.getPrototypeOf(checked)).toBe(Object.prototype);
  });
});

describe("pitfall 26: properties without bounds", () => {
  const deep = (levels: number, inner: object = {}): object =>
    levels === 0 ? inner : deep(levels - 1, { a: inner });

  test("JSON that is nested too deeply is refused, as object and as text", () => {
    for (const Body of [deep(5_000), JSON.stringify(deep(5_000))]) {
      expect(problemsOf("AWS::ApiGatewayV2::Api", { Body })).toEqual(["#/Body: nested too deeply"]);
    }
    const properties = { ServiceToken: "arn", Users: deep(5_000) };
    expect(problemsOf("Custom::Users", properties)).toEqual(["#: nested too deeply"]);
    expect(problemsOf("AWS::ApiGatewayV2::Api", { Body: deep(60) })).toEqual([]);
  });

  test("a long list of mistakes makes a short answer", () => {
    const many = Array.from({ length: 100_000 }, () => ({}));
    expect(problemsOf("AWS::Lambda::Function", { Layers: many }).length).toBeLessThanOrEqual(50);
    const names = Object.fromEntries(many.map((_, at) => [`${"x".repeat(1_000)}${at}`, 1]));
    const problems = problemsOf("AWS::Lambda::Function", names);
    expect(problems.length).toBeLessThanOrEqual(50);
    expect(problems.join("\n").length).toBeLessThan(20_000);
  });
});

/** Values that each have one name too many, and the pointer to where it is. */
function placesIn(
  type: PropertyType,
  structures: NonNullable<ResourceSchema["structures"]>,
  above: ReadonlySet<string>,
): [value: unknown, pointer: string][] {
  if (typeof type === "string" || "oneOf" in type) return [];
  if ("list" in type) {
    const inside = placesIn(type.list, structures, above);
    return inside.map(([value, pointer]) => [[value], `/0${pointer}`]);
  }
  if ("map" in type) {
    const inside = placesIn(type.map, structures, above);
    return inside.map(([value, pointer]) => [{ any: value }, `/any${pointer}`]);
  }
  if (above.has(type.structure)) return [];
  const below = new Set([...above, type.structure]);
  const nested = Object.entries(structures[type.structure] ?? {}).flatMap(([name, property]) =>
    placesIn(property.type, structures, below).map(([value, pointer]): [unknown, string] => [
      { [name]: value },
      `/${name}${pointer}`,
    ]),
  );
  return [[{ Authorizers: ["jwt"] }, ""], ...nested];
}

function problemsOf(type: string, properties: unknown): readonly string[] {
  try {
    checkProperties(type, "Hello", properties);
  } catch (error) {
    if (error instanceof TemplateError) return error.message.split("\n").slice(1);
    throw error;
  }
  return [];
}

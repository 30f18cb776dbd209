import type {
  PropertyType,
  ResourceSchema,
  Structure,
} from "../../src/stacks/schema/resource-schema.ts";
import type { Table } from "./spec.ts";

const banner = `// Written by tools/generate-resources.ts from AWS's resource schemas. Do not edit.

/** An object of any members, such as a policy document. */
export type Json = Record<string, unknown>;
`;

/** JSON of a service's table: a line a property. */
export function tableJson(table: Table): string {
  const types = Object.entries(table).map(([type, schema]) => {
    const { properties, structures = {}, ...head } = schema;
    const lines = Object.entries(head).map(([name, value]) => member(name, value, 2));
    lines.push(`    "properties": ${structureJson(properties, 4)}`);
    const nested = Object.entries(structures).map(
      ([name, structure]) => `      "${name}": ${structureJson(structure, 6)}`,
    );
    if (nested.length > 0) lines.push(`    "structures": {\n${nested.join(",\n")}\n    }`);
    return `  "${type}": {\n${lines.join(",\n")}\n  }`;
  });
  return `{\n${types.join(",\n")}\n}\n`;
}

function structureJson(structure: Structure, indent: number): string {
  const lines = Object.entries(structure).map(([name, value]) => member(name, value, indent));
  return lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n${" ".repeat(indent)}}`;
}

function member(name: string, value: unknown, indent: number): string {
  return `${" ".repeat(indent + 2)}"${name}": ${JSON.stringify(value)}`;
}

/** TypeScript of every table: an interface for each resource type and for each type in it. */
export function propertiesSource(tables: readonly Table[]): string {
  const schemas = tables.flatMap((table) => Object.entries(table));
  const interfaces = schemas.flatMap(([type, schema]) => interfacesOf(type, schema));
  refuseDoubles(interfaces.map(([name]) => name));
  const map = schemas.map(([type]) => `  "${type}": ${nameOf(type)}Properties;`);
  return `${banner}
/** What may stand under \`Properties\` in a template, by resource type. */
export interface Properties {
${map.join("\n")}
}

${interfaces.map(([, source]) => source).join("\n")}`;
}

function interfacesOf(type: string, schema: ResourceSchema): [name: string, source: string][] {
  const prefix = nameOf(type);
  const { properties, structures = {}, open = false } = schema;
  const further = open ? "  readonly [name: string]: unknown;\n" : "";
  const own = interfaceOf(`${prefix}Properties`, properties, prefix, further);
  return [
    own,
    ...Object.entries(structures).map(([name, nested]) =>
      interfaceOf(`${prefix}${name}`, nested, prefix),
    ),
  ];
}

function interfaceOf(
  name: string,
  structure: Structure,
  prefix: string,
  further = "",
): [string, string] {
  const lines = Object.entries(structure).map(([property, { type, required }]) => {
    const mark = required ? "" : "?";
    return `  readonly ${property}${mark}: ${typeSource(type, prefix)};\n`;
  });
  const members = lines.join("") + further;
  if (members === "") return [name, `export type ${name} = Record<string, never>;\n`];
  return [name, `export interface ${name} {\n${members}}\n`];
}

function typeSource(type: PropertyType, prefix: string): string {
  if (typeof type === "string") return scalarSources[type];
  if ("list" in type) {
    const element = typeSource(type.list, prefix);
    return element.includes("|") ? `(${element})[]` : `${element}[]`;
  }
  if ("map" in type) return `Record<string, ${typeSource(type.map, prefix)}>`;
  if ("oneOf" in type) return type.oneOf.map((one) => typeSource(one, prefix)).join(" | ");
  return `${prefix}${type.structure}`;
}

const scalarSources = {
  string: "string",
  integer: "number",
  number: "number",
  boolean: "boolean",
  date: "string",
  json: "Json",
} as const;

/** `AWS::ApiGatewayV2::Route` is `ApiGatewayV2Route`. */
function nameOf(type: string): string {
  return type.split("::").slice(1).join("");
}

function refuseDoubles(names: readonly string[]): void {
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double !== undefined) throw new Error(`two interfaces would be called ${double}`);
}

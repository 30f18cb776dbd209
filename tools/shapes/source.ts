import type { ServiceShapes } from "../../src/wire/shape.ts";

const banner = "// Written by tools/generate-shapes.ts from AWS's service models. Do not edit.\n";

/** TypeScript source of one service's table: a line an operation. */
export function tableSource(table: ServiceShapes): string {
  const { operations, shapes, ...head } = table;
  const faults = Object.keys(shapes).filter((name) => {
    const shape = shapes[name];
    return shape?.kind === "structure" && shape.fault !== undefined;
  });
  const codes = faults.sort().map((name) => `  | ${JSON.stringify(name)}`);
  return `${banner}import { shapeTable } from "../shape-table.ts";

/** The faults that the service declares, as the SDK's exception classes are named. */
export type FaultCode =
${codes.length === 0 ? "  never" : codes.join("\n")};

export const shapes = shapeTable(
  ${JSON.stringify(head)},
  String.raw\`${rawLinesOf(operations)}\`,
  new URL("./${shapesFile(table)}", import.meta.url),
);
`;
}

/** JSON of a service's shapes, a line a shape: most of its table, and not read at start. */
export function shapesSource({ shapes }: ServiceShapes): string {
  return `${linesOf(shapes)}\n`;
}

/** Name of the file that holds the shapes of a service. */
export function shapesFile({ service }: ServiceShapes): string {
  return `${service}.shapes.json`;
}

/** Source of the index: what is known of each service before its table is read. */
export function tablesIndexSource(tables: readonly ServiceShapes[]): string {
  const entries = tables.map((table) => {
    const { operations: _, shapes: __, ...head } = table;
    const load = `async () => (await import("./${table.service}.ts")).shapes`;
    return `  { ...${JSON.stringify(head)}, load: ${load} },`;
  });
  return `${banner}import type { KnownService } from "../shape-table.ts";

/** Every AWS service whose operations Gatepool knows by name, whether it serves them or not. */
export const knownServices: readonly KnownService[] = [
${entries.join("\n")}
];
`;
}

/** JSON with one entry a line, safe inside a raw template literal. */
function rawLinesOf(entries: Readonly<Record<string, unknown>>): string {
  return linesOf(entries).replaceAll("`", "\\u0060").replaceAll("${", "\\u0024{");
}

function linesOf(entries: Readonly<Record<string, unknown>>): string {
  const lines = Object.keys(entries)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${JSON.stringify(entries[name])}`);
  return `{\n${lines.join(",\n")}\n}`;
}

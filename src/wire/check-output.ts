import type { ServiceShapes } from "./shape.ts";

/**
 * Looks for what an operation answers beyond its output shape, which would be left out silently.
 * @throws Error naming the first such member
 */
export function checkOutput(table: ServiceShapes, name: string | undefined, output: unknown): void {
  const shape =
    name === undefined ? { kind: "structure" as const, members: {} } : table.shapes[name];
  if (shape === undefined || output === undefined || output === null) return;
  if (shape.kind === "structure") {
    for (const [key, value] of Object.entries(output)) {
      const member = shape.members[key];
      if (value === undefined) continue;
      if (member === undefined)
        throw new Error(`the output has a member ${key} that AWS's has not`);
      checkOutput(table, member.shape, value);
    }
  } else if (shape.kind === "list") {
    for (const item of output as unknown[]) checkOutput(table, shape.member.shape, item);
  } else if (shape.kind === "map") {
    for (const item of Object.values(output)) checkOutput(table, shape.value.shape, item);
  } else if (shape.kind === "timestamp" && !(output instanceof Date)) {
    throw new Error(`the output has ${output} where a Date belongs`);
  }
}

import { readFileSync } from "node:fs";
import type { OperationShape, ServiceShapes, Shape } from "./shape.ts";

/** What is known of a service before its table has been read. */
export type ServiceHead = Omit<ServiceShapes, "operations" | "shapes">;

/** A service in the index of all tables. */
export interface KnownService extends ServiceHead {
  /** Reads the whole table. */
  load(): Promise<ServiceShapes>;
}

/**
 * A table that parses its halves when they are first asked for: routing needs the operations at
 * start. The shapes, which are most of it, are read from their file with the first request, so
 * that services which nobody calls take no memory.
 */
export function shapeTable(head: ServiceHead, operations: string, shapesFile: URL): ServiceShapes {
  let parsedOperations: Record<string, OperationShape> | undefined;
  let parsedShapes: Record<string, Shape> | undefined;
  return {
    ...head,
    get operations() {
      parsedOperations ??= parse<OperationShape>(operations);
      return parsedOperations;
    },
    get shapes() {
      parsedShapes ??= parse<Shape>(readFileSync(shapesFile, "utf8"));
      return parsedShapes;
    },
  };
}

/** Without a prototype, so that a name from outside such as `constructor` finds nothing. */
function parse<T>(text: string): Record<string, T> {
  const entries: Record<string, T> = JSON.parse(text);
  return Object.assign(Object.create(null), entries);
}

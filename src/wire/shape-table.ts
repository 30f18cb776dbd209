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
 * start, and the shapes, which are most of it, only with the first request.
 */
export function shapeTable(head: ServiceHead, operations: string, shapes: string): ServiceShapes {
  let parsedOperations: Record<string, OperationShape> | undefined;
  let parsedShapes: Record<string, Shape> | undefined;
  return {
    ...head,
    get operations() {
      parsedOperations ??= parse<OperationShape>(operations);
      return parsedOperations;
    },
    get shapes() {
      parsedShapes ??= parse<Shape>(shapes);
      return parsedShapes;
    },
  };
}

/** Without a prototype, so that a name from outside such as `constructor` finds nothing. */
function parse<T>(text: string): Record<string, T> {
  const entries: Record<string, T> = JSON.parse(text);
  return Object.assign(Object.create(null), entries);
}

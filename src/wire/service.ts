import type { Call, Operation } from "./operation.ts";
import type { ServiceShapes } from "./shape.ts";

/** What a service hands to the wire: its shapes, its operations, and what they run with. */
export interface ServiceDefinition<Context> {
  readonly shapes: ServiceShapes;
  /** One line per operation. */
  readonly operations: readonly Operation<Context>[];
  /** Code of the fault for input that breaks a constraint. */
  readonly constraintFault: string;
  /** Makes what one call runs with. */
  context(call: Call): Context;
}

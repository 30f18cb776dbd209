import { Lazy } from "../foundation/lazy.ts";
import { createAwsJson } from "./aws-json.ts";
import { createAwsQuery } from "./aws-query.ts";
import type { Codec } from "./codec.ts";
import type { Call, Operation } from "./operation.ts";
import { createRestJson } from "./rest-json.ts";
import { createRestXml } from "./rest-xml.ts";
import type { Protocol, ServiceShapes } from "./shape.ts";

/** What a service hands to the wire: its shapes, its operations, and what they run with. */
export interface ServiceDefinition<Context> {
  readonly shapes: ServiceShapes;
  /** One line per operation. */
  readonly operations: readonly Operation<Context>[];
  /** Code of the fault for input that breaks a constraint. */
  readonly constraintFault: string;
  /** Faults that AWS answers with and its model does not declare, by operation. */
  readonly extraFaults?: Readonly<Record<string, readonly string[]>>;
  /** Makes what one call runs with. */
  context(call: Call): Context;
}

/** A service that can be served: a definition that holds together, and its protocol. */
export interface Service {
  readonly shapes: ServiceShapes;
  readonly codec: Codec;
  readonly constraintFault: string;
  /** The operation as it is run: context made, input handed in. Undefined when there is none. */
  operation(name: string): ServedOperation | undefined;
}

/** A service whose code is loaded with the first request to it. */
export interface LazyService {
  /** As its shapes call it, such as `cloudformation`. */
  readonly name: string;
  /** Loads it once, however often it is asked for. */
  load(): Promise<Service>;
}

export interface ServedOperation {
  readonly name: string;
  readonly access: Operation<unknown>["access"];
  /** Beside those that its shape declares. */
  readonly extraFaults: readonly string[];
  run(input: object, call: Call): Promise<object | undefined>;
}

/**
 * Checks a definition and makes it ready to be served.
 * @throws Error when an operation is there twice, is none of the service's at AWS, or may be
 *   called without a signature here and not there, or there and not here
 */
export function createService<Context>(definition: ServiceDefinition<Context>): Service {
  const { shapes, constraintFault, extraFaults = {} } = definition;
  const operations = new Map<string, ServedOperation>();
  for (const operation of definition.operations) {
    const { name, access } = operation;
    const shape = shapes.operations[name];
    if (shape === undefined) {
      throw new Error(`${shapes.service} has no operation called ${name} at AWS`);
    }
    if ((access === "public") !== (shape.unsigned === true)) {
      const kind = shape.unsigned ? "public" : "iam";
      throw new Error(`${shapes.service} ${name} is ${kind} at AWS, not ${access}`);
    }
    if (operations.has(name)) throw new Error(`${shapes.service} defines ${name} twice`);
    operations.set(name, {
      name,
      access,
      extraFaults: extraFaults[name] ?? [],
      // Decoding and validation have given the input the type that the operation declares.
      run: async (input, call) => operation.run(input as never, definition.context(call)),
    });
  }
  return {
    shapes,
    constraintFault,
    codec: createCodec(shapes),
    operation: (name) => operations.get(name),
  };
}

/** Makes a service with its first request. What fails is tried anew with the next. */
export function lazyService<Context>(
  name: string,
  define: () => Promise<ServiceDefinition<Context>>,
): LazyService {
  const loaded = new Lazy(async () => createService(await define()));
  return { name, load: () => loaded.get() };
}

const codecs: Readonly<Record<Protocol, (table: ServiceShapes) => Codec>> = {
  "aws-json": createAwsJson,
  "aws-query": createAwsQuery,
  "rest-json": createRestJson,
  "rest-xml": createRestXml,
};

/** The codec of a service's protocol. */
export function createCodec(table: ServiceShapes): Codec {
  return codecs[table.protocol](table);
}

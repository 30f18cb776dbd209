/** The tables in shapes/ that tools/generate-shapes.ts writes: one `ServiceShapes` per service. */

export type Protocol = "aws-json" | "rest-json" | "aws-query" | "rest-xml";

export interface ServiceShapes {
  /** Gatepool's name of the service: `cognito-idp`. */
  readonly service: string;
  /** First label of the service's host name at AWS; mostly the same as `service`. */
  readonly endpointPrefix: string;
  /** The service part of a SigV4 credential scope. */
  readonly signingName: string;
  readonly protocol: Protocol;
  /** aws-json: what stands before the dot in `X-Amz-Target`. */
  readonly targetPrefix?: string;
  /** aws-json: `1.0` or `1.1`. */
  readonly jsonVersion?: string;
  /** Such as `2010-05-08`; aws-query requests carry it. */
  readonly apiVersion: string;
  /** aws-query: the namespace of answers. */
  readonly xmlNamespace?: string;
  readonly operations: Readonly<Record<string, OperationShape>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

export interface OperationShape {
  readonly method: string;
  /**
   * Path template: `/v2/apis/{ApiId}/routes`; `{name+}` takes the rest of the path. What follows
   * a `?` must be in the query.
   */
  readonly path: string;
  readonly status: number;
  /** Name of a structure in `shapes`; absent where there is nothing to send. */
  readonly input?: string;
  readonly output?: string;
  /** Names of the faults that the operation declares, as the SDK's exception classes are named. */
  readonly faults: readonly string[];
  /** True where clients send no signature (SDK: `authtype none`). */
  readonly unsigned?: true;
}

export type Shape =
  | StructureShape
  | ListShape
  | MapShape
  | StringShape
  | NumberShape
  | { readonly kind: "boolean" }
  | BlobShape
  | TimestampShape
  | { readonly kind: "document" };

export interface StructureShape {
  readonly kind: "structure";
  /** Under their names in the SDK. */
  readonly members: Readonly<Record<string, Member>>;
  readonly required?: readonly string[];
  /** Name of the member that is the whole body (rest protocols). */
  readonly payload?: string;
  /** Name of the XML element of an answer, where it is not the shape's. */
  readonly wire?: string;
  readonly sensitive?: true;
  /** Present on faults: code on the wire, where it is not the shape's name, and HTTP status. */
  readonly fault?: { readonly code?: string; readonly status: number };
}

export interface Member {
  /** Name of a shape in `shapes`. */
  readonly shape: string;
  /** Name on the wire, where it differs from the member's. */
  readonly wire?: string;
  readonly location?: "uri" | "querystring" | "header" | "headers" | "statusCode";
  readonly flattened?: true;
  /** An attribute of the element instead of an element inside. */
  readonly attribute?: true;
  /** Bytes that are passed on as they come, not collected first. */
  readonly streaming?: true;
}

export interface ListShape {
  readonly kind: "list";
  readonly member: Member;
  readonly min?: number;
  readonly max?: number;
  readonly flattened?: true;
  readonly sensitive?: true;
}

export interface MapShape {
  readonly kind: "map";
  readonly key: Member;
  readonly value: Member;
  readonly min?: number;
  readonly max?: number;
  readonly sensitive?: true;
}

export interface StringShape {
  readonly kind: "string";
  readonly min?: number;
  readonly max?: number;
  /** Java syntax; matches the whole value, with the `u` flag. */
  readonly pattern?: string;
  /** In the order in which AWS lists them. */
  readonly enum?: readonly string[];
  /** Never quoted in an error message, never logged. */
  readonly sensitive?: true;
}

export interface NumberShape {
  readonly kind: "integer" | "long" | "float" | "double";
  readonly min?: number;
  readonly max?: number;
}

export interface BlobShape {
  readonly kind: "blob";
  readonly min?: number;
  readonly max?: number;
  readonly sensitive?: true;
}

export interface TimestampShape {
  readonly kind: "timestamp";
  /** Absent: the protocol's own format at that place. */
  readonly format?: "iso8601" | "epoch" | "http";
}

/** The structure of this name, as operations name their input and output. */
export function structureOf(
  table: ServiceShapes,
  name: string | undefined,
): StructureShape | undefined {
  const shape = name === undefined ? undefined : table.shapes[name];
  return shape?.kind === "structure" ? shape : undefined;
}

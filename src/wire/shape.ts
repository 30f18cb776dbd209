/** The tables in shapes/ that tools/generate-shapes.ts writes: one `ServiceShapes` per service. */

export type Protocol = "aws-json" | "rest-json" | "aws-query" | "rest-xml";

export interface ServiceShapes {
  /** Gatepool's name of the service, which is also its endpoint prefix: `cognito-idp`. */
  readonly service: string;
  /** The service part of a SigV4 credential scope. */
  readonly signingName: string;
  readonly protocol: Protocol;
  /** aws-json: what stands before the dot in `X-Amz-Target`. */
  readonly targetPrefix?: string;
  /** aws-json: `1.0` or `1.1`. */
  readonly jsonVersion?: string;
  /** aws-query and rest-json: such as `2010-05-08`. */
  readonly apiVersion: string;
  readonly xmlNamespace?: string;
  readonly operations: Readonly<Record<string, OperationShape>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

export interface OperationShape {
  readonly method: string;
  /** Path template: `/v2/apis/{ApiId}/routes`; `{name+}` takes the rest of the path. */
  readonly path: string;
  readonly status: number;
  /** Name of a structure in `shapes`; absent where there is nothing to send. */
  readonly input?: string;
  readonly output?: string;
  /** Codes of the faults that the operation declares. */
  readonly faults: readonly string[];
  /** True where clients send no signature (SDK: `authtype none`). */
  readonly unsigned?: true;
}

export type Shape =
  | StructureShape
  | {
      readonly kind: "list";
      readonly member: Member;
      readonly min?: number;
      readonly max?: number;
      readonly flattened?: true;
    }
  | {
      readonly kind: "map";
      readonly key: Member;
      readonly value: Member;
      readonly min?: number;
      readonly max?: number;
    }
  | StringShape
  | {
      readonly kind: "integer" | "long" | "float" | "double";
      readonly min?: number;
      readonly max?: number;
    }
  | { readonly kind: "boolean" }
  | {
      readonly kind: "blob";
      readonly min?: number;
      readonly max?: number;
      readonly sensitive?: true;
    }
  | { readonly kind: "timestamp"; readonly format?: "iso8601" | "epoch" | "http" }
  | { readonly kind: "document" };

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

export interface StructureShape {
  readonly kind: "structure";
  /** Under their names in the SDK. */
  readonly members: Readonly<Record<string, Member>>;
  readonly required?: readonly string[];
  /** Name of the member that is the whole body (rest protocols). */
  readonly payload?: string;
  /** Present on faults. */
  readonly fault?: { readonly code?: string; readonly status?: number };
}

export interface Member {
  /** Name of a shape in `shapes`. */
  readonly shape: string;
  /** Name on the wire, where it differs from the member's. */
  readonly wire?: string;
  readonly location?: "uri" | "querystring" | "header" | "headers" | "statusCode";
  readonly sensitive?: true;
}

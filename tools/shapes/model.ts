import type {
  Member,
  OperationShape,
  Protocol,
  ServiceShapes,
  Shape,
} from "../../src/wire/shape.ts";

/** A service model in botocore's form, documentation left out. */
export interface Model {
  metadata: {
    apiVersion: string;
    endpointPrefix: string;
    jsonVersion: string | null;
    protocol: string;
    signingName: string | null;
    targetPrefix: string | null;
    xmlNamespace: string | null;
  };
  operations: Record<string, ModelOperation>;
  shapes: Record<string, ModelShape>;
}

interface ModelOperation {
  http: { method: string; requestUri: string; responseCode?: number };
  input?: { shape: string };
  output?: { shape: string };
  errors?: string[];
  authtype?: string;
}

interface ModelMember {
  shape: string;
  location?: Member["location"];
  locationName?: string;
  flattened?: boolean;
  streaming?: boolean;
  enum?: string[];
}

interface ModelShape {
  type: string;
  members?: Record<string, ModelMember>;
  required?: string[];
  payload?: string;
  member?: ModelMember;
  key?: ModelMember;
  value?: ModelMember;
  min?: number;
  max?: number;
  pattern?: string;
  enum?: string[];
  sensitive?: boolean;
  flattened?: boolean;
  document?: boolean;
  timestampFormat?: string;
  exception?: boolean;
  fault?: boolean;
}

/** A table that is still being put together. */
export interface Table extends ServiceShapes {
  readonly operations: Record<string, OperationShape>;
  readonly shapes: Record<string, Shape>;
}

/** HTTP status of REST faults by name, for services whose SDK package is not at hand. */
const restStatus: Readonly<Record<string, number>> = {
  ConflictException: 409,
  ForbiddenException: 403,
  GoneException: 410,
  LimitExceededException: 429,
  NotFoundException: 404,
  PayloadTooLargeException: 413,
  ServiceUnavailableException: 503,
  TooManyRequestsException: 429,
  UnauthorizedException: 401,
};

const protocols: Readonly<Record<string, Protocol>> = {
  json: "aws-json",
  query: "aws-query",
  "rest-json": "rest-json",
  "rest-xml": "rest-xml",
};

/** Enums that the service's own messages list in another order than its model (recorded). */
const recordedEnums: Readonly<Record<string, readonly string[]>> = {
  "cognito-idp UserPoolMfaType": ["OPTIONAL", "OFF", "ON"],
};

/** The table of a service as its model alone gives it. */
export function shapesOfModel(service: string, model: Model): Table {
  const { metadata } = model;
  const protocol = protocols[metadata.protocol];
  if (protocol === undefined) throw new Error(`${service}: unknown protocol ${metadata.protocol}`);
  const table: Table = {
    service,
    endpointPrefix: metadata.endpointPrefix,
    signingName: metadata.signingName ?? metadata.endpointPrefix,
    protocol,
    apiVersion: metadata.apiVersion,
    ...given("targetPrefix", metadata.targetPrefix),
    ...given("jsonVersion", protocol === "aws-json" ? metadata.jsonVersion : null),
    ...given("xmlNamespace", metadata.xmlNamespace),
    operations: {},
    shapes: {},
  };
  for (const [name, operation] of Object.entries(model.operations)) {
    table.operations[name] = operationOf(operation);
  }
  for (const [name, shape] of Object.entries(model.shapes)) {
    if (isEventStreamOnly(shape)) continue;
    table.shapes[name] = shapeOf(name, shape, protocol, table.shapes);
    const recorded = recordedEnums[`${service} ${name}`];
    if (recorded !== undefined) table.shapes[name] = { kind: "string", enum: recorded };
  }
  return table;
}

/** `{ [key]: value }`, or nothing when there is no value. */
function given(key: string, value: unknown): object {
  return value === undefined || value === null || value === false ? {} : { [key]: value };
}

function isEventStreamOnly(shape: ModelShape): boolean {
  return shape.type === "structure" && shape.members === undefined && !shape.document;
}

function operationOf(operation: ModelOperation): OperationShape {
  return {
    method: operation.http.method,
    path: operation.http.requestUri,
    status: operation.http.responseCode ?? 200,
    ...given("input", operation.input?.shape),
    ...given("output", operation.output?.shape),
    faults: [...(operation.errors ?? [])].sort(),
    ...given("unsigned", operation.authtype === "none"),
  };
}

function shapeOf(
  name: string,
  shape: ModelShape,
  protocol: Protocol,
  shapes: Record<string, Shape>,
): Shape {
  const limits = { ...given("min", shape.min), ...given("max", shape.max) };
  const sensitive = given("sensitive", shape.sensitive);
  switch (shape.type) {
    case "structure":
      return shape.document ? { kind: "document" } : structureOf(name, shape, protocol, shapes);
    case "list": {
      const flattened = given("flattened", shape.flattened);
      return { kind: "list", member: memberOf("member", shape.member), ...limits, ...flattened };
    }
    case "map": {
      const key = memberOf("key", shape.key);
      const value = memberOf("value", shape.value);
      return { kind: "map", key, value, ...limits, ...sensitive };
    }
    case "string": {
      const allowed = { ...given("pattern", shape.pattern), ...given("enum", shape.enum) };
      return { kind: "string", ...limits, ...allowed, ...sensitive };
    }
    case "integer":
    case "long":
    case "float":
    case "double":
      return { kind: shape.type, ...limits };
    case "boolean":
      return { kind: "boolean" };
    case "blob":
      return { kind: "blob", ...limits, ...sensitive };
    case "timestamp":
      return { kind: "timestamp", ...given("format", timestampFormat(shape.timestampFormat)) };
    default:
      throw new Error(`${name}: unknown type ${shape.type}`);
  }
}

function timestampFormat(format: string | undefined): string | undefined {
  if (format === "rfc822") return "http";
  return format === "unixTimestamp" ? "epoch" : format;
}

function structureOf(
  name: string,
  shape: ModelShape,
  protocol: Protocol,
  shapes: Record<string, Shape>,
): Shape {
  const members: Record<string, Member> = {};
  for (const [key, member] of Object.entries(shape.members ?? {})) {
    members[key] = memberOf(key, member);
    if (member.enum === undefined) continue;
    shapes[`${name}${key}`] = { kind: "string", enum: member.enum };
    members[key] = { ...members[key], shape: `${name}${key}` };
  }
  return {
    kind: "structure",
    members,
    ...given("required", shape.required),
    ...given("payload", shape.payload),
    ...given("sensitive", shape.sensitive),
    ...given("fault", shape.exception && { status: statusOf(name, shape, protocol) }),
  };
}

function statusOf(name: string, shape: ModelShape, protocol: Protocol): number {
  if (protocol === "rest-json" && restStatus[name] !== undefined) return restStatus[name];
  return shape.fault ? 500 : 400;
}

function memberOf(name: string, member: ModelMember | undefined): Member {
  if (member === undefined) throw new Error(`${name}: no shape`);
  const wire = member.locationName;
  return {
    shape: member.shape,
    ...given("wire", wire === name ? undefined : wire),
    ...given("location", member.location),
    ...given("flattened", member.flattened),
    ...given("streaming", member.streaming),
  };
}

import { arnOf, parseArn, type Tenant } from "../../foundation/arn.ts";

/** What the versions of a parameter share, and its latest one. */
export interface ParameterRecord extends Tenant, ParameterVersion {
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** A parameter as it was after one call of PutParameter. */
export interface ParameterVersion {
  /** Counts from 1. */
  readonly version: number;
  readonly type: "String" | "StringList" | "SecureString";
  /** Sealed where the type is `SecureString`. */
  readonly value: string;
  readonly description?: string;
  readonly allowedPattern?: string;
  readonly dataType: string;
  readonly tier: "Standard" | "Advanced";
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
  /** ARN of who wrote it. */
  readonly modifiedBy: string;
}

/** `arn:aws:ssm:us-east-1:000000000000:parameter/a/b`; one slash, even where the name has none. */
export function parameterArn(tenant: Tenant, name: string): string {
  return arnOf("ssm", tenant, `parameter/${name.replace(/^\//, "")}`);
}

/** What a request names: a parameter, and which of its versions. */
export interface Reference {
  readonly name: string;
  /** A version's number, or a label. */
  readonly selector?: string;
}

/** Reads `name`, `name:3`, and the ARN of either. */
export function parseReference(text: string, tenant: Tenant): Reference {
  const arn = parseArn(text);
  if (arn === undefined) return split(text);
  const isHere = arn.account === tenant.account && arn.region === tenant.region;
  const path = /^parameter(\/.+)$/.exec(arn.resource)?.[1];
  if (arn.service !== "ssm" || !isHere || path === undefined) return { name: text };
  // Without further slashes it may be a name that begins with none, as most of them do.
  return split(path.indexOf("/", 1) > 0 ? path : path.slice(1));
}

function split(text: string): Reference {
  const [name = "", selector] = text.split(":", 2);
  return selector === undefined ? { name } : { name, selector };
}

import type { Runtime } from "@aws-sdk/client-lambda";
import { arnOf, type Tenant } from "../../foundation/arn.ts";

/** A function as it is kept: its settings, and which code it runs. */
export interface FunctionRecord {
  readonly tenant: Tenant;
  readonly name: string;
  readonly runtime: Runtime;
  readonly handler: string;
  readonly role: string;
  readonly description: string;
  /** Seconds. */
  readonly timeout: number;
  /** MiB. */
  readonly memorySize: number;
  readonly variables: Readonly<Record<string, string>>;
  readonly architecture: "x86_64" | "arm64";
  readonly tracing: "Active" | "PassThrough";
  /** MiB that one file under the working folder may have. */
  readonly ephemeralStorage: number;
  readonly logGroup: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly code: CodeReference;
  /** Changes with every update; clients may ask for their update to meet it. */
  readonly revisionId: string;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
}

/** Code belongs to one upload: it is never shared, so removing it can hurt nobody else. */
export interface CodeReference {
  readonly id: string;
  /** Bytes of the zip file. */
  readonly size: number;
  /** Of the zip file, base64. */
  readonly sha256: string;
  /** In how many records the zip file is kept. */
  readonly chunks: number;
}

/** `arn:aws:lambda:us-east-1:000000000000:function:hello` */
export function functionArn(tenant: Tenant, name: string): string {
  return arnOf("lambda", tenant, `function:${name}`);
}

import type { Runtime } from "@aws-sdk/client-lambda";
import { arnOf, type Tenant } from "../../foundation/arn.ts";
import type { Alias } from "./alias.ts";
import type { UrlSettings } from "./function-url.ts";
import type { PolicyStatement } from "./policy.ts";

/** One version of a function as it is kept: its settings, and which code it runs. */
export interface FunctionRecord {
  readonly tenant: Tenant;
  readonly name: string;
  /** `$LATEST`, or the number of a published version. */
  readonly version: string;
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
  /** In the order in which they lie over each other: the last one wins. */
  readonly layers: readonly LayerReference[];
  /** Changes with code and settings, and only then: a process serves one generation. */
  readonly generation: string;
  /** Changes with every update; clients may ask for their update to meet it. */
  readonly revisionId: string;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
}

/** A function itself: what `$LATEST` runs, and what belongs to all of its versions. */
export interface LatestRecord extends FunctionRecord {
  /** The code of each published version that is there, by its number. */
  readonly versions: Readonly<Record<string, CodeReference>>;
  /** The last one, and what `$LATEST` was then. Numbers are not used twice. */
  readonly lastPublished?: { readonly version: number; readonly generation: string };
  /** By name. */
  readonly aliases: Readonly<Record<string, Alias>>;
  /** Who may run it: by version or alias; the function's own statements under `$LATEST`. */
  readonly policies: Readonly<Record<string, readonly PolicyStatement[]>>;
  /** By alias; that of the function itself under `$LATEST`. */
  readonly urls?: Readonly<Record<string, UrlSettings>>;
  /** How many events it may work on at once; it has no limit of its own without. */
  readonly reservedConcurrency?: number;
}

/** A layer as a function uses it: its code stays, whatever becomes of the layer. */
export interface LayerReference {
  readonly arn: string;
  readonly code: CodeReference;
  /** What it takes on the disk. */
  readonly unpackedBytes: number;
}

/** Code belongs to one function, and within it to the versions that were made of it. */
export interface CodeReference {
  readonly id: string;
  /** Bytes of the zip file. */
  readonly size: number;
  /** Of the zip file, base64. */
  readonly sha256: string;
  /** In how many records the zip file is kept. */
  readonly chunks: number;
}

/** `arn:aws:lambda:us-east-1:000000000000:function:hello`, perhaps with a version or alias. */
export function functionArn(tenant: Tenant, name: string, qualifier?: string): string {
  const arn = arnOf("lambda", tenant, `function:${name}`);
  return qualifier === undefined ? arn : `${arn}:${qualifier}`;
}

/** The code that the function needs, each once. */
export function codeOf({ code, versions }: LatestRecord): CodeReference[] {
  const all = [code, ...Object.values(versions)];
  return [...new Map(all.map((reference) => [reference.id, reference])).values()];
}

import { createHash } from "node:crypto";
import type { Authorizer } from "./authorizer.ts";
import type { Cors } from "./cors.ts";
import type { Integration } from "./integration.ts";
import type { Route } from "./route.ts";

/** A copy of an API, made at one moment, that stages can serve. */
export interface Deployment {
  readonly apiId: string;
  readonly deploymentId: string;
  /** Whether a stage made it by itself. */
  readonly autoDeployed: boolean;
  readonly description?: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Tells whether two deployments hold the same. */
  readonly digest: string;
}

/** What a deployment holds. Never changed once it is made. */
export interface Snapshot {
  readonly cors?: Cors;
  readonly routes: readonly Route[];
  readonly integrations: readonly Integration[];
  readonly authorizers: readonly Authorizer[];
}

/** Equal for equal snapshots. */
export function digestOf(snapshot: Snapshot): string {
  return createHash("sha256").update(JSON.stringify(snapshot)).digest("base64url");
}

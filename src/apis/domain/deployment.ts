import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
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

/** What of a deployment has been changed or deleted since: `route GET /pets`. */
export function changesSince(deployed: Snapshot, live: Snapshot): string[] {
  const routes = changedParts(
    deployed.routes.map((part) => [`route ${part.routeKey}`, part.routeId, part]),
    new Map(live.routes.map((part) => [part.routeId, part])),
  );
  const integrations = changedParts(
    deployed.integrations.map((part) => [
      `integration ${part.integrationId}`,
      part.integrationId,
      part,
    ]),
    new Map(live.integrations.map((part) => [part.integrationId, part])),
  );
  const authorizers = changedParts(
    deployed.authorizers.map((part) => [`authorizer ${part.name}`, part.authorizerId, part]),
    new Map(live.authorizers.map((part) => [part.authorizerId, part])),
  );
  const cors = isDeepStrictEqual(deployed.cors, live.cors) ? [] : ["CORS"];
  return [...cors, ...routes, ...integrations, ...authorizers];
}

function changedParts<Part>(
  deployed: readonly (readonly [title: string, id: string, part: Part])[],
  live: ReadonlyMap<string, Part>,
): string[] {
  return deployed
    .filter(([, id, part]) => !isDeepStrictEqual(part, live.get(id)))
    .map(([title]) => title);
}

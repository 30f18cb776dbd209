import type { Context, Parts } from "../contract.ts";
import { clientNotFound } from "../domain/faults.ts";
import type { Family } from "../domain/flows.ts";
import type { ClientRecord, PoolRecord } from "../domain/records.ts";
import { clientOf, poolOf } from "../lookup.ts";

/** What a sign-in is addressed to. */
export interface Target {
  readonly family: Family;
  readonly pool: PoolRecord;
  readonly client: ClientRecord;
}

/** The client of a public operation; its id alone says which pool it is. */
export async function publicTarget(parts: Parts, clientId: string): Promise<Target> {
  const target = await findTarget(parts, clientId);
  if (!target) throw clientNotFound(clientId);
  return target;
}

/** As `publicTarget`, for operations that do not tell that a client is unknown. */
export async function findTarget(parts: Parts, clientId: string): Promise<Target | undefined> {
  const client = await parts.clients.byId(clientId);
  const pool = client && (await parts.pools.byId(client.value.poolId));
  return pool && { family: "public", pool: pool.value, client: client.value };
}

/** The client of a signed operation, in a pool of the caller. */
export async function adminTarget(
  context: Context,
  userPoolId: string,
  clientId: string,
): Promise<Target> {
  const pool = await poolOf(context, userPoolId);
  const client = await clientOf(context, pool.value, clientId);
  return { family: "admin", pool: pool.value, client: client.value };
}

/** True when neither texts nor times may tell whether a user exists. */
export function hidesUsers({ client }: Target): boolean {
  return client.settings.PreventUserExistenceErrors === "ENABLED";
}

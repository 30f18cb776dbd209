import type { Tenant } from "../foundation/arn.ts";
import type { Context, Parts } from "./contract.ts";
import { clientNotFound, groupNotFound, poolNotFound, userNotFound } from "./domain/faults.ts";
import {
  type ClientRecord,
  type GroupRecord,
  type PoolRecord,
  secretContext,
  type UserRecord,
} from "./domain/records.ts";
import type { Stored } from "./pool-store.ts";

/** The pool, as long as it is of the caller's account and region: others do not exist for them. */
export async function poolOf(context: Context, id: string): Promise<Stored<PoolRecord>> {
  const pool = await context.pools.byId(id);
  if (!pool || !isOf(pool.value, context.call.tenant)) throw poolNotFound(id, context.call.tenant);
  return pool;
}

/** The client of this pool. */
export async function clientOf(
  context: Context,
  pool: PoolRecord,
  id: string,
): Promise<Stored<ClientRecord>> {
  const client = await context.clients.byId(id);
  if (client?.value.poolId !== pool.id) throw clientNotFound(id);
  return client;
}

/** The user whom a username, an alias or a `sub` names. */
export async function userOf(
  context: Context,
  pool: PoolRecord,
  username: string,
): Promise<Stored<UserRecord>> {
  const user = await context.users.byName(pool, username);
  if (!user) throw userNotFound();
  return user;
}

/** The group of this pool. */
export async function groupOf(
  context: Context,
  pool: PoolRecord,
  name: string,
): Promise<Stored<GroupRecord>> {
  const group = await context.groups.byName(pool.id, name);
  if (!group) throw groupNotFound(name);
  return group;
}

function isOf({ account, region }: PoolRecord, tenant: Tenant): boolean {
  return account === tenant.account && region === tenant.region;
}

/** The secret of a client, opened; undefined for a public one. */
export function secretOf({ secrets }: Parts, { id, sealedSecret }: ClientRecord) {
  return sealedSecret && secrets.open(sealedSecret, secretContext(id)).toString();
}

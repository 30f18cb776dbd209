import { newUserPoolId } from "../../foundation/ids.ts";
import { type Context, operation } from "../contract.ts";
import { chosenPoolId, idTaken } from "../domain/chosen-ids.ts";
import { describePool } from "../domain/describe.ts";
import { invalidParameter } from "../domain/faults.ts";
import { hasSignInNames, isCaseSensitive } from "../domain/names.ts";
import { poolSettings } from "../domain/pool-settings.ts";
import type { KeysRecord, PoolRecord } from "../domain/records.ts";
import { buildSchema } from "../domain/schema.ts";

/** Creates a user pool, and the keys that sign its tokens. */
export const createUserPool = operation("CreateUserPool", {
  access: "iam",
  async run(input, context) {
    const { call, keys, clock, random } = context;
    const { PoolName, Schema = [], UsernameConfiguration, ...rest } = input;
    const { AliasAttributes, UsernameAttributes, ...settings } = rest;
    if (AliasAttributes && UsernameAttributes) {
      throw invalidParameter("Only one of AliasAttributes and UsernameAttributes can be set.");
    }
    const schema = buildSchema(Schema);
    const name = schema.find((attribute) => attribute.Name === "preferred_username");
    if (name?.Required && AliasAttributes?.includes("preferred_username")) {
      throw invalidParameter("preferred_username can not be both required and an alias.");
    }
    const now = clock.now();
    const { region } = call.tenant;
    const id = chosenPoolId(input.UserPoolTags ?? {}, region) ?? newUserPoolId(region, random);
    const pool: PoolRecord = {
      id,
      ...call.tenant,
      name: PoolName,
      createdAt: now,
      modifiedAt: now,
      schema,
      ...(AliasAttributes ? { aliasAttributes: AliasAttributes } : {}),
      ...(UsernameAttributes ? { usernameAttributes: UsernameAttributes } : {}),
      ...(UsernameConfiguration ? { caseSensitive: UsernameConfiguration.CaseSensitive } : {}),
      settings: poolSettings(settings),
    };
    await create(context, pool, await keys.make(pool.id));
    if (isCaseSensitive(pool) && hasSignInNames(pool)) noteCase(context, pool);
    return { UserPool: describePool(pool, 0) };
  },
});

/** What differs in case only makes two users out of one person, and cannot be mended later. */
function noteCase({ call, note }: Context, { id }: PoolRecord): void {
  note({
    requestId: call.requestId,
    subject: `CreateUserPool ${id}`,
    outcome: "created, case sensitive",
    check: "UsernameConfiguration",
    detail:
      "Users sign in by addresses or aliases, and Ada@example.com and ada@example.com are two of " +
      "them here. UsernameConfiguration CaseSensitive false makes them one. Either is for good.",
  });
}

/** A pool that had the same id may have left something behind, which must not come back. */
async function create(
  { pools, empty }: Context,
  pool: PoolRecord,
  keys: KeysRecord,
): Promise<void> {
  const first = await pools.create(pool, keys);
  if (first === "not-emptied") await empty(pool.id);
  const conflict = first === "not-emptied" ? await pools.create(pool, keys) : first;
  if (conflict === "taken") throw idTaken("User pool", pool.id);
  if (conflict) throw invalidParameter(`User pool ${pool.id} is still being deleted. Try again.`);
}

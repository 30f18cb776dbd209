import { newUserPoolId } from "../../foundation/ids.ts";
import { operation } from "../contract.ts";
import { describePool } from "../domain/describe.ts";
import { invalidParameter } from "../domain/faults.ts";
import { poolSettings } from "../domain/pool-settings.ts";
import type { PoolRecord } from "../domain/records.ts";
import { buildSchema } from "../domain/schema.ts";

/** Creates a user pool, and the keys that sign its tokens. */
export const createUserPool = operation("CreateUserPool", {
  access: "iam",
  async run(input, { call, pools, keys, clock, random }) {
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
    const pool: PoolRecord = {
      id: newUserPoolId(call.tenant.region, random),
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
    await pools.create(pool, await keys.make(pool.id));
    return { UserPool: describePool(pool, 0) };
  },
});

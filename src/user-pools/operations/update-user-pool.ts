import { type Context, operation } from "../contract.ts";
import { changedMeanwhile, featureUnavailable } from "../domain/faults.ts";
import { rotates } from "../domain/flows.ts";
import { poolSettings } from "../domain/pool-settings.ts";
import { resetMembers } from "../domain/replaced.ts";
import { poolOf } from "../lookup.ts";

/** Replaces all settings of a user pool: what is left out goes back to its default. */
export const updateUserPool = operation("UpdateUserPool", {
  access: "iam",
  async run({ UserPoolId, PoolName, ...input }, context) {
    const before = await poolOf(context, UserPoolId);
    const { settings, name } = before.value;
    const after = {
      ...before.value,
      name: PoolName ?? name,
      modifiedAt: context.clock.now(),
      settings: poolSettings(input, settings),
    };
    const tier = after.settings.UserPoolTier;
    if (tier === "LITE" && settings.UserPoolTier !== tier)
      await refuseRotation(context, UserPoolId);
    if (!(await context.pools.replace(before, after))) throw changedMeanwhile();
    const reset = resetMembers(settings, after.settings, poolSettings({}));
    if (reset.length > 0) {
      context.log.warn(
        { userPoolId: UserPoolId, reset },
        "UpdateUserPool put settings that it did not name back to their defaults",
      );
    }
    return {};
  },
});

/** A pool cannot be lowered to LITE while a client has what LITE has not. */
async function refuseRotation({ clients }: Context, poolId: string): Promise<void> {
  let last: string | undefined;
  do {
    const { items, next } = await clients.ofPool(poolId, 60, last);
    if (items.some(({ value }) => rotates(value.settings))) {
      throw featureUnavailable("Refresh Token Rotation", "LITE");
    }
    last = next;
  } while (last !== undefined);
}

import { operation } from "../contract.ts";
import { changedMeanwhile } from "../domain/faults.ts";
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

import { operation } from "../contract.ts";
import { clientSettings } from "../domain/client-settings.ts";
import { describeClient } from "../domain/describe.ts";
import { changedMeanwhile } from "../domain/faults.ts";
import { resetMembers } from "../domain/replaced.ts";
import { clientOf, poolOf, secretOf } from "../lookup.ts";
import { noteUnreadAttributes } from "../unread-attributes.ts";

/**
 * Replaces all settings of an app client: what is left out goes back to its default. The id, the
 * secret and, unless given, the name stay.
 */
export const updateUserPoolClient = operation("UpdateUserPoolClient", {
  access: "iam",
  async run({ UserPoolId, ClientId, ClientName, ...input }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    const before = await clientOf(context, pool, ClientId);
    const { settings, name, sealedSecret } = before.value;
    const hasSecret = sealedSecret !== undefined;
    const after = {
      ...before.value,
      name: ClientName ?? name,
      modifiedAt: context.clock.now(),
      settings: clientSettings(input, pool, hasSecret),
    };
    if (!(await context.clients.replace(before, after))) throw changedMeanwhile();
    const defaults = clientSettings({}, pool, hasSecret);
    const reset = resetMembers(settings, after.settings, defaults);
    if (reset.length > 0) {
      context.log.warn(
        { clientId: ClientId, reset },
        "UpdateUserPoolClient put settings that it did not name back to their defaults",
      );
    }
    noteUnreadAttributes(context, "UpdateUserPoolClient", after, pool);
    return { UserPoolClient: describeClient(after, secretOf(context, after)) };
  },
});

import { removeTags } from "../../domain/tags.ts";
import { noSuchRole, operation } from "../contract.ts";

/** Removes tags of a role; keys that it does not have are passed over. */
export const untagRole = operation("UntagRole", {
  access: "iam",
  async run({ RoleName, TagKeys }, { account, roles }) {
    const updated = await roles.update(account, RoleName, (role) => ({
      ...role,
      tags: removeTags(role.tags, TagKeys),
    }));
    if (!updated) throw noSuchRole(RoleName);
    return {};
  },
});

import { addTags } from "../../domain/tags.ts";
import { noSuchRole, operation } from "../contract.ts";

/** Sets tags of a role; other tags stay. */
export const tagRole = operation("TagRole", {
  access: "iam",
  async run({ RoleName, Tags }, { account, roles }) {
    const updated = await roles.update(account, RoleName, (role) => ({
      ...role,
      tags: addTags(role.tags, Tags),
    }));
    if (!updated) throw noSuchRole(RoleName);
    return {};
  },
});

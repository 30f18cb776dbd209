import { type ResourceContext, resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { unlessGone } from "../answers.ts";

type Membership = Properties["AWS::Cognito::UserPoolUserToGroupAttachment"];

/** That a user is in a group. */
export const userPoolUserToGroupAttachment = resource(
  "AWS::Cognito::UserPoolUserToGroupAttachment",
  {
    async create(properties, { services }) {
      const { UserPoolId, GroupName, Username } = properties;
      await services.cognito("AdminAddUserToGroup", { UserPoolId, GroupName, Username });
      return { physicalId: idOf(properties) };
    },

    async delete({ properties }, { services }) {
      const { UserPoolId, GroupName, Username } = properties;
      await services.cognito("AdminRemoveUserFromGroup", { UserPoolId, GroupName, Username });
    },

    async read({ properties }, context) {
      return (await isMember(properties, context)) ? properties : undefined;
    },

    async alike(properties, context) {
      return (await isMember(properties, context)) ? [idOf(properties)] : [];
    },
  },
);

function idOf({ UserPoolId, GroupName, Username }: Membership): string {
  return [UserPoolId, GroupName, Username].join("|");
}

async function isMember(
  { UserPoolId, GroupName, Username }: Membership,
  { services }: ResourceContext,
): Promise<boolean> {
  let NextToken: string | undefined;
  do {
    const input = { UserPoolId, Username, NextToken };
    const page = await unlessGone(services.cognito("AdminListGroupsForUser", input));
    if (page?.Groups?.some((group) => group.GroupName === GroupName)) return true;
    NextToken = page?.NextToken;
  } while (NextToken !== undefined);
  return false;
}

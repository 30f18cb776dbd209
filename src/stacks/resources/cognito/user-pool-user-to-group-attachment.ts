import { resource } from "../../resource.ts";
import { unlessGone } from "../answers.ts";

/** That a user is in a group. */
export const userPoolUserToGroupAttachment = resource(
  "AWS::Cognito::UserPoolUserToGroupAttachment",
  {
    async create(properties, { services }) {
      const { UserPoolId, GroupName, Username } = properties;
      await services.cognito("AdminAddUserToGroup", { UserPoolId, GroupName, Username });
      return { physicalId: [UserPoolId, GroupName, Username].join("|") };
    },

    async delete({ properties }, { services }) {
      const { UserPoolId, GroupName, Username } = properties;
      await services.cognito("AdminRemoveUserFromGroup", { UserPoolId, GroupName, Username });
    },

    async read({ properties }, { services }) {
      const { UserPoolId, GroupName, Username } = properties;
      let NextToken: string | undefined;
      do {
        const input = { UserPoolId, Username, NextToken };
        const page = await unlessGone(services.cognito("AdminListGroupsForUser", input));
        if (page?.Groups?.some((group) => group.GroupName === GroupName)) return properties;
        NextToken = page?.NextToken;
      } while (NextToken !== undefined);
      return undefined;
    },
  },
);

import { type ResourceContext, resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { asFarAs, unlessGone } from "../answers.ts";
import { refuseRemoval } from "../refuse-removal.ts";

type GroupProperties = Properties["AWS::Cognito::UserPoolGroup"];

/** Cognito's limit on the name of a group. */
const nameLengthMax = 128;

/** A group of a user pool. */
export const userPoolGroup = resource("AWS::Cognito::UserPoolGroup", {
  async create(properties, context) {
    const GroupName = nameOf(properties, context);
    await context.services.cognito("CreateGroup", { ...properties, GroupName });
    return { physicalId: GroupName };
  },

  async update(change, { services }) {
    const { physicalId: GroupName, properties } = change;
    refuseRemoval(change, ["Precedence", "RoleArn"]);
    const Description = properties.Description ?? "";
    await services.cognito("UpdateGroup", { ...properties, GroupName, Description });
    return { physicalId: GroupName };
  },

  async delete({ physicalId: GroupName, properties: { UserPoolId } }, { services }) {
    await services.cognito("DeleteGroup", { UserPoolId, GroupName });
  },

  async read({ physicalId: GroupName, properties }, { services }) {
    const { UserPoolId } = properties;
    const found = await unlessGone(services.cognito("GetGroup", { UserPoolId, GroupName }));
    if (!found?.Group) return undefined;
    const { Description = "", Precedence, RoleArn } = found.Group;
    return asFarAs(properties, { UserPoolId, GroupName, Description, Precedence, RoleArn });
  },

  async alike(properties, context) {
    const { UserPoolId } = properties;
    const GroupName = nameOf(properties, context);
    const { cognito } = context.services;
    const found = await unlessGone(cognito("GetGroup", { UserPoolId, GroupName }));
    return found ? [GroupName] : [];
  },
});

function nameOf({ GroupName }: GroupProperties, { physicalName }: ResourceContext): string {
  return GroupName ?? physicalName({ maxLength: nameLengthMax });
}

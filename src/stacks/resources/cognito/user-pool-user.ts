import { Fault } from "../../../foundation/fault.ts";
import { type ResourceContext, resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { answered, asFarAs, unlessGone } from "../answers.ts";

type UserProperties = Properties["AWS::Cognito::UserPoolUser"];

/** Cognito's limit on a username. */
const nameLengthMax = 128;

/** A user, who is invited with a temporary password. */
export const userPoolUser = resource("AWS::Cognito::UserPoolUser", {
  async create(properties, context) {
    const { MessageAction } = properties;
    if (MessageAction !== undefined && MessageAction !== "SUPPRESS") throw notNew(MessageAction);
    const Username = nameOf(properties, context);
    const { User } = await context.services.cognito("AdminCreateUser", { ...properties, Username });
    return { physicalId: answered(User?.Username) };
  },

  async delete({ physicalId: Username, properties: { UserPoolId } }, { services }) {
    await services.cognito("AdminDeleteUser", { UserPoolId, Username });
  },

  async read({ physicalId: Username, properties }, { services }) {
    const { UserPoolId } = properties;
    const found = await unlessGone(services.cognito("AdminGetUser", { UserPoolId, Username }));
    if (!found) return undefined;
    const kept = new Map(found.UserAttributes?.map(({ Name, Value }) => [Name, Value]));
    const UserAttributes = properties.UserAttributes?.filter(({ Name }) => kept.has(Name));
    return asFarAs(properties, {
      ...properties,
      UserAttributes: UserAttributes?.map(({ Name }) => ({ Name, Value: kept.get(Name) })),
    });
  },

  async alike(properties, context) {
    const { UserPoolId } = properties;
    const Username = nameOf(properties, context);
    const { cognito } = context.services;
    const found = await unlessGone(cognito("AdminGetUser", { UserPoolId, Username }));
    return found ? [answered(found.Username)] : [];
  },
});

function nameOf({ Username }: UserProperties, { physicalName }: ResourceContext): string {
  return Username ?? physicalName({ maxLength: nameLengthMax });
}

/** It would take over a user who is there already, and remove them with the stack. */
function notNew(action: string): Fault {
  const message = `A stack makes new users only: the MessageAction ${action} is for others.`;
  return new Fault("InvalidParameterException", message);
}

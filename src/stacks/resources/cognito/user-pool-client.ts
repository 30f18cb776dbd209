import { type ResourceContext, resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { answered, unlessGone } from "../answers.ts";
import { spokenOf } from "../spoken.ts";

type ClientProperties = Properties["AWS::Cognito::UserPoolClient"];

/** Cognito's limit on the name of an app client. */
const nameLengthMax = 128;

/** An app client of a user pool. */
export const userPoolClient = resource("AWS::Cognito::UserPoolClient", {
  unsupported: ["AnalyticsConfiguration"],

  async create(properties, context) {
    const ClientName = nameOf(properties, context);
    const input = { ...properties, ClientName };
    return describe(await context.services.cognito("CreateUserPoolClient", input));
  },

  async update({ physicalId: ClientId, properties }, context) {
    const { GenerateSecret: _, ...settings } = properties;
    const ClientName = nameOf(properties, context);
    const input = { ...settings, ClientId, ClientName };
    return describe(await context.services.cognito("UpdateUserPoolClient", input));
  },

  async delete({ physicalId: ClientId, properties: { UserPoolId } }, { services }) {
    await services.cognito("DeleteUserPoolClient", { UserPoolId, ClientId });
  },

  async read({ physicalId: ClientId, properties }, { services }) {
    const { UserPoolId } = properties;
    const described = services.cognito("DescribeUserPoolClient", { UserPoolId, ClientId });
    const now = (await unlessGone(described))?.UserPoolClient;
    if (!now) return undefined;
    const { ClientSecret, UserPoolId: _, ...settings } = now;
    const GenerateSecret = ClientSecret !== undefined;
    return spokenOf(properties, { ...settings, UserPoolId, GenerateSecret });
  },

  async alike(properties, context) {
    const { UserPoolId } = properties;
    const wanted = nameOf(properties, context);
    const ids: string[] = [];
    let NextToken: string | undefined;
    do {
      const input = { UserPoolId, MaxResults: 60, NextToken };
      const page = await unlessGone(context.services.cognito("ListUserPoolClients", input));
      const alike = page?.UserPoolClients?.filter(({ ClientName }) => ClientName === wanted) ?? [];
      ids.push(...alike.map(({ ClientId }) => answered(ClientId)));
      NextToken = page?.NextToken;
    } while (NextToken !== undefined);
    return ids;
  },
});

function nameOf({ ClientName }: ClientProperties, { physicalName }: ResourceContext): string {
  return ClientName ?? physicalName({ maxLength: nameLengthMax });
}

interface Answer {
  readonly UserPoolClient?:
    | {
        readonly ClientId?: string | undefined;
        readonly ClientName?: string | undefined;
        readonly ClientSecret?: string | undefined;
      }
    | undefined;
}

function describe({ UserPoolClient }: Answer) {
  const { ClientId, ClientName: Name, ClientSecret } = answered(UserPoolClient);
  const attributes = { ClientId, Name, ...(ClientSecret !== undefined && { ClientSecret }) };
  return { physicalId: answered(ClientId), attributes };
}

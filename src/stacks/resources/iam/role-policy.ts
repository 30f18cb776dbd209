import { isDeepStrictEqual } from "node:util";
import { type ResourceContext, resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { asFarAs, unlessGone } from "../answers.ts";
import { documentOf } from "./role-policies.ts";

type RolePolicyProperties = Properties["AWS::IAM::RolePolicy"];

/** One inline policy of one role. */
export const rolePolicy = resource("AWS::IAM::RolePolicy", {
  async create(properties, context) {
    await put(properties, context);
    return { physicalId: idOf(properties) };
  },

  async update({ physicalId, properties }, context) {
    await put(properties, context);
    return { physicalId };
  },

  async delete({ properties: { RoleName, PolicyName } }, { services: { iam } }) {
    await unlessGone(iam("DeleteRolePolicy", { RoleName, PolicyName }));
  },

  async read({ properties }, context) {
    const { RoleName, PolicyName } = properties;
    const PolicyDocument = await documentOf(RoleName, PolicyName, context);
    return PolicyDocument && asFarAs(properties, { RoleName, PolicyName, PolicyDocument });
  },

  async alike(properties, context) {
    const { RoleName, PolicyName, PolicyDocument } = properties;
    const document = await documentOf(RoleName, PolicyName, context);
    return isDeepStrictEqual(document, PolicyDocument) ? [idOf(properties)] : [];
  },
});

async function put(
  { RoleName, PolicyName, PolicyDocument }: RolePolicyProperties,
  { services: { iam } }: ResourceContext,
): Promise<void> {
  const document = JSON.stringify(PolicyDocument ?? {});
  await iam("PutRolePolicy", { RoleName, PolicyName, PolicyDocument: document });
}

function idOf({ PolicyName, RoleName }: RolePolicyProperties): string {
  return `${PolicyName}|${RoleName}`;
}

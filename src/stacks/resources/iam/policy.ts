import { isDeepStrictEqual } from "node:util";
import { type ResourceContext, resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { asFarAs, unlessGone } from "../answers.ts";
import { documentOf } from "./role-policies.ts";

type PolicyProperties = Properties["AWS::IAM::Policy"];

/** One inline policy, put on several roles. */
export const policy = resource("AWS::IAM::Policy", {
  unsupported: ["Groups", "Users"],

  async create(properties, context) {
    const done: string[] = [];
    try {
      for (const role of properties.Roles ?? []) {
        await put([role], properties, context);
        done.push(role);
      }
    } catch (error) {
      await remove(done, properties, context);
      throw error;
    }
    return describe(context.physicalName(), properties);
  },

  async update({ physicalId, previous, properties }, context) {
    const { PolicyName, Roles = [] } = properties;
    await put(Roles, properties, context);
    const isRenamed = PolicyName !== previous.PolicyName;
    const left = (previous.Roles ?? []).filter((name) => isRenamed || !Roles.includes(name));
    await remove(left, previous, context);
    return describe(physicalId, properties);
  },

  async delete({ properties }, context) {
    await remove(properties.Roles ?? [], properties, context);
  },

  async read({ properties }, context) {
    const { PolicyName, Roles = [] } = properties;
    const found = await Promise.all(
      Roles.map(async (name) => ({ name, document: await documentOf(name, PolicyName, context) })),
    );
    const there = found.filter(({ document }) => document !== undefined);
    if (there.length === 0) return undefined;
    const odd = there.find((each) => !isDeepStrictEqual(each.document, properties.PolicyDocument));
    const PolicyDocument = odd?.document ?? properties.PolicyDocument;
    const names = there.map(({ name }) => name);
    return asFarAs(properties, { PolicyName, PolicyDocument, Roles: names });
  },

  async alike({ PolicyName, PolicyDocument, Roles = [] }, context) {
    for (const role of Roles) {
      const document = await documentOf(role, PolicyName, context);
      if (isDeepStrictEqual(document, PolicyDocument)) return [context.physicalName()];
    }
    return [];
  },
});

async function put(
  roles: readonly string[],
  { PolicyName, PolicyDocument }: PolicyProperties,
  { services: { iam } }: ResourceContext,
): Promise<void> {
  const document = JSON.stringify(PolicyDocument);
  for (const RoleName of roles) {
    await iam("PutRolePolicy", { RoleName, PolicyName, PolicyDocument: document });
  }
}

async function remove(
  roles: readonly string[],
  { PolicyName }: PolicyProperties,
  { services: { iam } }: ResourceContext,
): Promise<void> {
  for (const RoleName of roles) {
    await unlessGone(iam("DeleteRolePolicy", { RoleName, PolicyName }));
  }
}

function describe(physicalId: string, { PolicyName }: PolicyProperties) {
  return { physicalId, ref: PolicyName, attributes: { Id: physicalId } };
}

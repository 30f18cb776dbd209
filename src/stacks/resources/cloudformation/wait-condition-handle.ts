import { resource } from "../../resource.ts";

/**
 * An address that nothing listens at. Templates have handles as resources that do nothing, such as
 * those that are left when all others are under conditions; what waits for one is not supported.
 */
export const waitConditionHandle = resource("AWS::CloudFormation::WaitConditionHandle", {
  async create(_, { physicalName, tenant }) {
    const Id = `https://cloudformation-waitcondition-${tenant.region}.invalid/${physicalName()}`;
    return { physicalId: Id, attributes: { Id } };
  },
  async update({ physicalId }) {
    return { physicalId, attributes: { Id: physicalId } };
  },
  async delete() {},
});

import { resource } from "../../resource.ts";

/** What the CDK writes into every template, for AWS to count its constructs. It makes nothing. */
export const metadata = resource("AWS::CDK::Metadata", {
  create: async (_, { physicalName }) => ({ physicalId: physicalName() }),
  update: async ({ physicalId }) => ({ physicalId }),
  async delete() {},
});

import { operation, requireApi, required } from "../contract.ts";
import { describeIntegration } from "../describe.ts";

/** Returns one integration. */
export const getIntegration = operation("GetIntegration", {
  access: "iam",
  async run({ ApiId, IntegrationId }, context) {
    await requireApi(context, ApiId);
    const found = await context.store.integrations.find(ApiId, IntegrationId);
    return describeIntegration(required(found, "Integration").value);
  },
});

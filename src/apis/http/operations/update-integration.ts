import { mergeIntegration } from "../../domain/integration.ts";
import { changeApi, operation, required } from "../contract.ts";
import { describeIntegration } from "../describe.ts";
import { checkOwner, noteTimeout } from "../integration-rules.ts";

/** Changes the given settings of an integration. */
export const updateIntegration = operation("UpdateIntegration", {
  access: "iam",
  run: (input, context) =>
    changeApi(context, input.ApiId, async ({ value: { apiId } }) => {
      const { integrations } = context.store;
      const found = await integrations.find(apiId, input.IntegrationId);
      const current = required(found, "Integration");
      const next = mergeIntegration(current.value, input);
      checkOwner(next, context.tenant.account);
      await integrations.replace(current, next);
      noteTimeout(context, "UpdateIntegration", next.integrationId, input.TimeoutInMillis);
      return describeIntegration(next);
    }),
});

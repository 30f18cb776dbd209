import { newShortId } from "../../../foundation/ids.ts";
import { newIntegration } from "../../domain/integration.ts";
import { changeApi, operation } from "../contract.ts";
import { describeIntegration } from "../describe.ts";
import { checkOwner, noteTimeout } from "../integration-rules.ts";
import { checkCount } from "../limits.ts";

/** Adds a place that routes can lead to: a function, or an HTTP backend. */
export const createIntegration = operation("CreateIntegration", {
  access: "iam",
  run: (input, context) =>
    changeApi(context, input.ApiId, async ({ value: { apiId } }) => {
      const { store, random } = context;
      const integrationId = newShortId(7, random);
      const integration = newIntegration({ apiId, integrationId }, input);
      checkOwner(integration, context.tenant.account);
      await checkCount(store.integrations, apiId, "integrations");
      await store.integrations.create(integration);
      noteTimeout(context, "CreateIntegration", integrationId, input.TimeoutInMillis);
      return describeIntegration(integration);
    }),
});

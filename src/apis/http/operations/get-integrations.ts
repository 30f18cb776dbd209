import { operation, requireApi } from "../contract.ts";
import { describeIntegration } from "../describe.ts";
import { answerPage } from "../paging.ts";

/** Lists the integrations of an API. */
export const getIntegrations = operation("GetIntegrations", {
  access: "iam",
  async run(input, context) {
    const { ApiId } = input;
    await requireApi(context, ApiId);
    return answerPage(
      context,
      input,
      `integrations/${ApiId}`,
      (limit, after) => context.store.integrations.page(ApiId, limit, after),
      describeIntegration,
    );
  },
});

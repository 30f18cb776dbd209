import { operation, requireApi } from "../contract.ts";
import { describeDeployment } from "../describe.ts";
import { answerPage } from "../paging.ts";

/** Lists the deployments of an API. */
export const getDeployments = operation("GetDeployments", {
  access: "iam",
  async run(input, context) {
    const { ApiId } = input;
    await requireApi(context, ApiId);
    return answerPage(
      context,
      input,
      `deployments/${ApiId}`,
      (limit, after) => context.store.deployments.page(ApiId, limit, after),
      describeDeployment,
    );
  },
});

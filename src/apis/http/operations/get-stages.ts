import { operation, requireApi } from "../contract.ts";
import { describeStage } from "../describe.ts";
import { answerPage } from "../paging.ts";

/** Lists the stages of an API. */
export const getStages = operation("GetStages", {
  access: "iam",
  async run(input, context) {
    const { ApiId } = input;
    await requireApi(context, ApiId);
    return answerPage(
      context,
      input,
      `stages/${ApiId}`,
      (limit, after) => context.store.stages.page(ApiId, limit, after),
      describeStage,
    );
  },
});

import { operation, requireApi } from "../contract.ts";
import { describeAuthorizer } from "../describe.ts";
import { answerPage } from "../paging.ts";

/** Lists the authorizers of an API. */
export const getAuthorizers = operation("GetAuthorizers", {
  access: "iam",
  async run(input, context) {
    const { ApiId } = input;
    await requireApi(context, ApiId);
    return answerPage(
      context,
      input,
      `authorizers/${ApiId}`,
      (limit, after) => context.store.authorizers.page(ApiId, limit, after),
      describeAuthorizer,
    );
  },
});

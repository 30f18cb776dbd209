import { operation, requireApi } from "../contract.ts";
import { describeRoute } from "../describe.ts";
import { answerPage } from "../paging.ts";

/** Lists the routes of an API. */
export const getRoutes = operation("GetRoutes", {
  access: "iam",
  async run(input, context) {
    const { ApiId } = input;
    await requireApi(context, ApiId);
    return answerPage(
      context,
      input,
      `routes/${ApiId}`,
      (limit, after) => context.store.routes.page(ApiId, limit, after),
      describeRoute,
    );
  },
});

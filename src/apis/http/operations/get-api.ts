import { operation, requireApi } from "../contract.ts";
import { describeApi } from "../describe.ts";

/** Returns one API. */
export const getApi = operation("GetApi", {
  access: "iam",
  async run({ ApiId }, context) {
    const { value } = await requireApi(context, ApiId);
    return describeApi(value, context.apiEndpoint(ApiId, value.region));
  },
});

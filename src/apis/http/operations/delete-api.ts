import { operation, requireApi } from "../contract.ts";

/** Removes an API with all that is in it; nothing of it is served from then on. */
export const deleteApi = operation("DeleteApi", {
  access: "iam",
  async run({ ApiId }, context) {
    await requireApi(context, ApiId);
    await context.changes.remove(ApiId);
    return {};
  },
});

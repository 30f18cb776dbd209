import { operation, requireApi, required } from "../contract.ts";
import { describeStage } from "../describe.ts";

/** Returns one stage. */
export const getStage = operation("GetStage", {
  access: "iam",
  async run({ ApiId, StageName }, context) {
    await requireApi(context, ApiId);
    const found = await context.store.stages.find(ApiId, StageName);
    return describeStage(required(found, "stage").value);
  },
});

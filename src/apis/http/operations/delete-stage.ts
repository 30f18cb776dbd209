import { changeApi, operation, required } from "../contract.ts";

/** Removes a stage; its deployment stays. */
export const deleteStage = operation("DeleteStage", {
  access: "iam",
  run: ({ ApiId, StageName }, context) =>
    changeApi(context, ApiId, async () => {
      const { stages } = context.store;
      await stages.remove(required(await stages.find(ApiId, StageName), "stage"));
      return {};
    }),
});

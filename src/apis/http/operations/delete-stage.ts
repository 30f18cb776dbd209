import { refuseManaged } from "../../domain/quick-create.ts";
import { changeApi, operation, required } from "../contract.ts";

/** Removes a stage; its deployment stays. */
export const deleteStage = operation("DeleteStage", {
  access: "iam",
  run: ({ ApiId, StageName }, context) =>
    changeApi(context, ApiId, async () => {
      const { stages } = context.store;
      const current = required(await stages.find(ApiId, StageName), "stage");
      refuseManaged(current.value, "Stage cannot be deleted");
      await stages.remove(current);
      return {};
    }),
});

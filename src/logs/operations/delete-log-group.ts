import { operation } from "../contract.ts";
import { findGroup } from "../groups.ts";

/** Deletes a group with all its events. A function that runs on makes its group anew. */
export const deleteLogGroup = operation("DeleteLogGroup", {
  access: "iam",
  async run(input, context) {
    await context.logs.remove(await findGroup(input, context));
    return {};
  },
});

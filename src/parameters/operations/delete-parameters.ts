import { operation } from "../contract.ts";

/** Deletes several parameters, and says which of them were not there. */
export const deleteParameters = operation("DeleteParameters", {
  access: "iam",
  async run({ Names }, { tenant, parameters }) {
    const DeletedParameters: string[] = [];
    const InvalidParameters: string[] = [];
    for (const name of Names) {
      const removed = await parameters.remove(tenant, name);
      (removed ? DeletedParameters : InvalidParameters).push(name);
    }
    return { DeletedParameters, InvalidParameters };
  },
});

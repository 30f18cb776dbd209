import { operation } from "../contract.ts";
import { notFound } from "../domain/faults.ts";

/** Deletes a parameter and all of its versions. */
export const deleteParameter = operation("DeleteParameter", {
  access: "iam",
  async run({ Name }, { tenant, parameters }) {
    if (!(await parameters.remove(tenant, Name))) throw notFound(Name);
    return {};
  },
});

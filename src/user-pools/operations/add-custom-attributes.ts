import { operation } from "../contract.ts";
import { withCustomAttributes } from "../domain/schema.ts";
import { poolOf } from "../lookup.ts";

/** Adds attributes to the schema of a user pool, for good: none can be changed or removed. */
export const addCustomAttributes = operation("AddCustomAttributes", {
  access: "iam",
  async run({ UserPoolId, CustomAttributes }, context) {
    for (;;) {
      const before = await poolOf(context, UserPoolId);
      const schema = withCustomAttributes(before.value.schema, CustomAttributes);
      const after = { ...before.value, schema, modifiedAt: context.clock.now() };
      if (await context.pools.replace(before, after)) return {};
    }
  },
});

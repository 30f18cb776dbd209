import { changeApi, operation, required } from "../contract.ts";

/** Ends the access log of a stage; what is in it stays there. */
export const deleteAccessLogSettings = operation("DeleteAccessLogSettings", {
  access: "iam",
  run: ({ ApiId, StageName }, context) =>
    changeApi(context, ApiId, async ({ value: { apiId } }) => {
      const { store, clock } = context;
      const current = required(await store.stages.find(apiId, StageName), "stage");
      const { accessLog: _, ...next } = current.value;
      await store.stages.replace(current, { ...next, updatedAt: clock.now() });
      return {};
    }),
});

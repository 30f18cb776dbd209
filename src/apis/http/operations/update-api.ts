import { mergeApi } from "../../domain/api.ts";
import { changeApi, operation } from "../contract.ts";
import { describeApi } from "../describe.ts";
import { quickChanges } from "../quick-rules.ts";

/**
 * Changes the given settings of an API, and of the integration and the route that quick create
 * made with it; a CORS configuration is replaced whole.
 */
export const updateApi = operation("UpdateApi", {
  access: "iam",
  run: (input, context) =>
    changeApi(context, input.ApiId, async (current) => {
      const next = mergeApi(current.value, input);
      const { store, tenant } = context;
      const parts = await quickChanges(store, next.apiId, tenant.account, input);
      await store.replace(current, next, parts);
      return describeApi(next, context.apiEndpoint(next.apiId, next.region));
    }),
});

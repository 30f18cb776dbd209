import { mergeApi } from "../../domain/api.ts";
import { changeApi, operation } from "../contract.ts";
import { describeApi } from "../describe.ts";

/** Changes the given settings of an API; a CORS configuration is replaced whole. */
export const updateApi = operation("UpdateApi", {
  access: "iam",
  run: (input, context) =>
    changeApi(context, input.ApiId, async (current) => {
      const next = mergeApi(current.value, input);
      await context.store.replace(current, next);
      return describeApi(next, context.apiEndpoint(next.apiId, next.region));
    }),
});

import { operation } from "../contract.ts";
import { describeApi } from "../describe.ts";
import { answerPage } from "../paging.ts";

/** Lists the caller's APIs. */
export const getApis = operation("GetApis", {
  access: "iam",
  run: (input, context) =>
    answerPage(
      context,
      input,
      "apis",
      (limit, after) => context.store.page(context.tenant, limit, after),
      (api) => describeApi(api, context.apiEndpoint(api.apiId, api.region)),
    ),
});

import { newShortId } from "../../../foundation/ids.ts";
import { newAuthorizer } from "../../domain/authorizer.ts";
import { changeApi, operation, requireApi } from "../contract.ts";
import { describeAuthorizer } from "../describe.ts";
import { checkCount } from "../limits.ts";

/** Adds a JWT authorizer, which routes can then be guarded by. */
export const createAuthorizer = operation("CreateAuthorizer", {
  access: "iam",
  async run(input, context) {
    const { store, random, checkIssuer } = context;
    const { apiId } = (await requireApi(context, input.ApiId)).value;
    const authorizer = newAuthorizer({ apiId, authorizerId: newShortId(6, random) }, input);
    // The issuer may be slow to answer: other changes of the API need not wait for it.
    await checkIssuer(authorizer.issuer);
    return changeApi(context, apiId, async () => {
      await checkCount(store.authorizers, apiId, "authorizers");
      await store.authorizers.create(authorizer);
      return describeAuthorizer(authorizer);
    });
  },
});

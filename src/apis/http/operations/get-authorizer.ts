import { operation, requireApi, required } from "../contract.ts";
import { describeAuthorizer } from "../describe.ts";

/** Returns one authorizer. */
export const getAuthorizer = operation("GetAuthorizer", {
  access: "iam",
  async run({ ApiId, AuthorizerId }, context) {
    await requireApi(context, ApiId);
    const found = await context.store.authorizers.find(ApiId, AuthorizerId);
    return describeAuthorizer(required(found, "Authorizer").value);
  },
});

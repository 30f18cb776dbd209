import { mergeAuthorizer } from "../../domain/authorizer.ts";
import { changeApi, operation, requireApi, required } from "../contract.ts";
import { describeAuthorizer } from "../describe.ts";

/** Changes the given settings of an authorizer. */
export const updateAuthorizer = operation("UpdateAuthorizer", {
  access: "iam",
  async run(input, context) {
    const { AuthorizerId } = input;
    const { authorizers } = context.store;
    const { apiId } = (await requireApi(context, input.ApiId)).value;
    const issuer = input.JwtConfiguration?.Issuer;
    if (issuer !== undefined) {
      const found = required(await authorizers.find(apiId, AuthorizerId), "Authorizer");
      await context.checkIssuer(mergeAuthorizer(found.value, input).issuer);
    }
    return changeApi(context, apiId, async () => {
      const current = required(await authorizers.find(apiId, AuthorizerId), "Authorizer");
      const next = mergeAuthorizer(current.value, input);
      await authorizers.replace(current, next);
      return describeAuthorizer(next);
    });
  },
});

import { initiate } from "../auth/initiate.ts";
import { adminTarget } from "../auth/target.ts";
import { operation } from "../contract.ts";

/** Starts a sign-in or a refresh, on behalf of a server that signs its calls. */
export const adminInitiateAuth = operation("AdminInitiateAuth", {
  access: "iam",
  async run({ UserPoolId, ClientId, AuthFlow, AuthParameters }, context) {
    const target = await adminTarget(context, UserPoolId, ClientId);
    return initiate(context, target, AuthFlow, AuthParameters);
  },
});

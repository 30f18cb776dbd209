import { initiate } from "../auth/initiate.ts";
import { publicTarget } from "../auth/target.ts";
import { operation } from "../contract.ts";

/** Starts a sign-in or a refresh, on behalf of an application. */
export const initiateAuth = operation("InitiateAuth", {
  access: "public",
  async run({ ClientId, AuthFlow, AuthParameters }, context) {
    const target = await publicTarget(context, ClientId);
    return initiate(context, target, AuthFlow, AuthParameters);
  },
});

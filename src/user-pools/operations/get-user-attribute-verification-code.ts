import { bearerOf } from "../auth/access-token.ts";
import { operation } from "../contract.ts";
import { invalidParameter } from "../domain/faults.ts";
import { addressToProve, contactToVerify } from "../domain/verification.ts";

/** Sends a code to an address of the bearer of an access token. */
export const getUserAttributeVerificationCode = operation("GetUserAttributeVerificationCode", {
  access: "public",
  async run({ AccessToken, AttributeName }, context) {
    const { pool, user } = await bearerOf(context, AccessToken);
    const contact = contactToVerify(AttributeName);
    const address = addressToProve(user.value, contact);
    if (!address) throw noValue(contact);
    const sent = await context.codes.send(pool, user.value, "verify-attribute", address);
    return { CodeDeliveryDetails: sent };
  },
});

function noValue(contact: string) {
  return invalidParameter(`User does not have a value for attribute ${contact}.`, {
    check: "attributes",
    expected: `a user with ${contact}`,
    received: "one without",
    change: `Give the user a value for ${contact} with UpdateUserAttributes.`,
  });
}

import { bearerOf } from "../auth/access-token.ts";
import { operation } from "../contract.ts";
import { codeExpired } from "../domain/code-faults.ts";
import { aliasExists } from "../domain/faults.ts";
import { addressToProve, contactToVerify, provenUser } from "../domain/verification.ts";

/** Takes the code that was sent to an address of the bearer, which is verified from now on. */
export const verifyUserAttribute = operation("VerifyUserAttribute", {
  access: "public",
  async run({ AccessToken, AttributeName, Code }, context) {
    const { codes, users, clock } = context;
    for (;;) {
      const { pool, user } = await bearerOf(context, AccessToken);
      const contact = contactToVerify(AttributeName);
      const code = await codes.check(pool, user.value, "verify-attribute", Code, contact);
      // The address may have changed since: a code proves only where it was sent to.
      if (code.sentTo.value !== addressToProve(user.value, contact)?.value) {
        throw codeExpired("one that was sent to another address");
      }
      const after = provenUser(user.value, code.sentTo, clock.now());
      const conflict = await users.replace(pool, user, after, [code.consume]);
      if (!conflict) return {};
      if (conflict.kind === "attribute") throw aliasExists(conflict.attribute);
    }
  },
});

import { parseSessionArn } from "../../domain/role.ts";
import { fault, operation } from "../contract.ts";

/** Tells whose credentials signed the call. */
export const getCallerIdentity = operation("GetCallerIdentity", {
  access: "iam",
  async run(_input, { call, roles }) {
    const { callerArn } = call;
    const { account } = call.tenant;
    const session = parseSessionArn(callerArn);
    // Without a session the signer is the account itself, whose user id is its number.
    if (!session) return { UserId: account, Account: account, Arn: callerArn };
    const role = await roles.byName(session.account, session.roleName);
    if (!role) {
      const message = "The security token included in the request is invalid.";
      throw fault("InvalidClientTokenId", message, {
        status: 403,
        reason: {
          check: "role of the session",
          expected: `a role named ${session.roleName} in account ${session.account}`,
          received: "none: it was deleted after the session had begun",
          change: "Create the role again and assume it anew",
        },
      });
    }
    return { UserId: `${role.id}:${session.sessionName}`, Account: account, Arn: callerArn };
  },
});

import type { Context } from "../contract.ts";

/** People expect that a revoked token opens no API either, which nobody checks there. */
export function noteRevoked({ call, note }: Context, subject: string): void {
  note({
    requestId: call.requestId,
    subject,
    outcome: "revoked",
    check: "APIs",
    detail:
      "User pools refuse the tokens from now on. JWT authorizers of APIs look at signature and " +
      "times only, as AWS's do, and take access and ID tokens until they expire: let that be soon.",
  });
}

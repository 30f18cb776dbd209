import { decodeJwt } from "../../tokens/jwt-decode.ts";
import { clientSecretProblem } from "../auth/client-secret.ts";
import { noteRevoked } from "../auth/note-revoked.ts";
import { readRefreshToken } from "../auth/refresh-token.ts";
import { findTarget, type Target } from "../auth/target.ts";
import { fault, operation } from "../contract.ts";
import { signInEndsAt } from "../domain/token-validity.ts";

/** Revokes a refresh token, and the access tokens of its sign-in as far as they are shown here. */
export const revokeToken = operation("RevokeToken", {
  access: "public",
  async run({ Token, ClientId, ClientSecret }, context) {
    const target = await findTarget(context, ClientId);
    if (!target) throw unknownClient(ClientId);
    const problem = clientSecretProblem(context, target.client, ClientSecret);
    if (problem) throw fault("UnauthorizedException", "Unauthorized client", { reason: problem });
    refuseUnlessEnabled(target);
    refuseOtherKinds(Token);
    const claims = await readRefreshToken(context, target.pool, Token);
    // RFC 7009 section 2.2: a token that means nothing is as good as revoked.
    if (!claims) return {};
    if (claims.clientId !== ClientId) throw otherClient(ClientId, claims.clientId);
    await context.signIns.revoke(target.pool.id, claims.originJti, signInEndsAt(claims.expiresAt));
    noteRevoked(context, `RevokeToken by client ${ClientId}`);
    return {};
  },
});

function refuseUnlessEnabled({ client }: Target): void {
  if (client.settings.EnableTokenRevocation) return;
  const message = `Token revocation is not enabled for client ${client.id}`;
  throw fault("UnsupportedOperationException", message, {
    reason: {
      check: "token revocation",
      expected: `EnableTokenRevocation on client ${client.id}`,
      received: "a client without it",
      change: "Enable it with UpdateUserPoolClient, which replaces all settings: send the others.",
    },
  });
}

/** Only refresh tokens are sealed; what can be read as a JWT is an access or an ID token. */
function refuseOtherKinds(token: string): void {
  const decoded = decodeJwt(token);
  if ("detail" in decoded) return;
  throw fault("UnsupportedTokenTypeException", "Only refresh tokens can be revoked", {
    reason: {
      check: "token",
      expected: "a refresh token",
      received: `one with token_use ${String(decoded.claims.token_use)}`,
      change: "Send the RefreshToken; that revokes the access tokens of its sign-in, too.",
    },
  });
}

function unknownClient(clientId: string) {
  return fault("UnauthorizedException", "Unauthorized client", {
    reason: {
      check: "app client",
      expected: "the id of an app client of this server",
      received: clientId,
      change: "Check the id with ListUserPoolClients.",
    },
  });
}

function otherClient(clientId: string, owner: string) {
  return fault("UnauthorizedException", "Unauthorized client", {
    reason: {
      check: "refresh token",
      expected: `a refresh token of client ${clientId}`,
      received: `one of ${owner}`,
      change: "Revoke the token with the client that it was given to.",
    },
  });
}

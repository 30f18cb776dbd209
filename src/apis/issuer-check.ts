import type { Clock } from "../foundation/clock.ts";
import { DiscoveryError, discoverKeys, isCognitoAddress } from "../tokens/discovery.ts";
import type { LocalKeys } from "../tokens/key-set.ts";
import { badRequest } from "./domain/refusal.ts";

/** Refuses an issuer whose tokens could never be verified. */
export type IssuerCheck = (issuer: string) => Promise<void>;

/**
 * As API Gateway does when an authorizer is made: a pool of this server passes, another issuer
 * must answer with its discovery document. Cognito at AWS is never asked, for no pool of this
 * server is there.
 */
export function createIssuerCheck(localKeys: LocalKeys, clock: Clock): IssuerCheck {
  return async (issuer) => {
    if (await localKeys(issuer)) return;
    if (isCognitoAddress(issuer)) throw unknownPool(issuer);
    try {
      await discoverKeys(issuer, clock.now());
    } catch (error) {
      if (!(error instanceof DiscoveryError)) throw error;
      // AWS looks at the discovery document alone; the keys may come later.
      if (error.problem !== "jwks") throw unreachable(issuer, error);
    }
  };
}

function unknownPool(issuer: string) {
  return badRequest(invalidIssuer(issuer), {
    check: "issuer",
    expected: "the issuer of a user pool on this server",
    received: issuer,
    change: "create the user pool first, and spell its region and id as ListUserPools shows them",
  });
}

function unreachable(issuer: string, error: DiscoveryError) {
  return badRequest(invalidIssuer(issuer), {
    check: "issuer",
    expected: `a discovery document at ${issuer}/.well-known/openid-configuration`,
    received: error.message,
    change: "write the issuer exactly as its tokens carry it, not the address of its login pages",
  });
}

/** AWS's text, byte for byte. */
function invalidIssuer(issuer: string): string {
  const ending = "/.well-known/openid-configuration";
  return (
    `Caught exception when connecting to ${issuer}${ending} for issuer ${issuer}. ` +
    `Please try again later. Error: Invalid issuer: ${issuer}. ` +
    `Issuer must have a valid discovery endpoint ended with '${ending}'`
  );
}

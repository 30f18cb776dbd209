import type { Step } from "../../diagnostics/trace.ts";
import type { KeyFailure } from "../../tokens/key-set-source.ts";
import type { JwtAuthorizerPlan } from "../plan.ts";
import { quote, refusedStep } from "./wording.ts";

/** A token of somebody else. */
export function explainIssuer(issuer: unknown, authorizer: JwtAuthorizerPlan): Step {
  const { issuer: expected, name } = authorizer;
  const difference = typeof issuer === "string" ? tellDifference(expected, issuer) : "it has none";
  return refusedStep("the token is of another issuer", {
    check: "issuer",
    expected: quote(expected),
    received: `${quote(issuer)}: ${difference}`,
    change: adviceFor(expected, issuer, name),
  });
}

/** The issuer's keys could not be had. */
export function explainKeys({ problem, detail }: KeyFailure, authorizer: JwtAuthorizerPlan): Step {
  const { issuer } = authorizer;
  return refusedStep(detail, {
    check: "keys",
    expected: `the keys of ${quote(issuer)}`,
    received: detail,
    change: isSignInDomain(issuer) ? useThePool : keyAdvice[problem],
  });
}

const keyAdvice: Readonly<Record<KeyFailure["problem"], string>> = {
  address: "set the authorizer's issuer to an https address that serves a discovery document",
  discovery: "see that the issuer serves /.well-known/openid-configuration, and fast enough",
  issuer: "set the authorizer's issuer to what the discovery document says, byte for byte",
  jwks: "see that the issuer's `jwks_uri` can be reached, and fast enough",
  "unknown-pool": "set the authorizer's issuer to that of a user pool of this server",
  storage: "see the server's log: this is not the token's fault",
};

const useThePool =
  "the issuer of a pool is its cognito-idp address, not its sign-in domain: set the authorizer's " +
  "issuer to https://cognito-idp.REGION.amazonaws.com/USER_POOL_ID";

function adviceFor(expected: string, issuer: unknown, name: string): string {
  if (isSignInDomain(expected)) return useThePool;
  if (typeof issuer !== "string") return "send a token of a user pool, which names its issuer";
  const trimmed = (text: string) => text.replace(/^https?:\/\//, "").replace(/\/$/, "");
  if (trimmed(expected) === trimmed(issuer)) {
    return `set the issuer of authorizer ${name} to ${quote(issuer)}, byte for byte, and deploy`;
  }
  return (
    "get the token from the pool that the authorizer trusts, or set the issuer of authorizer " +
    `${name} to the token's, and deploy`
  );
}

function isSignInDomain(issuer: string): boolean {
  return /\.auth\.|\.amazoncognito\.com/.test(issuer);
}

function tellDifference(expected: string, received: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === received[at]) at++;
  const at1 = `character ${at + 1}`;
  if (at === received.length) return `it ends where ${at1} should be ${quote(expected[at])}`;
  if (at === expected.length) return `it goes on with ${quote(received.slice(at, at + 20))}`;
  return `${at1} is ${quote(received[at])} instead of ${quote(expected[at])}`;
}

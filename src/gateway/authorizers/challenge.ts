import type { KeyFailure } from "../../tokens/key-set-source.ts";
import type { TokenProblem } from "../../tokens/verify.ts";
import type { Problem } from "../decision.ts";
import type { Route } from "../stage.ts";

/**
 * What `www-authenticate` says of a refused token. Recorded from AWS are: audience, expired,
 * issuer, discovery and jwks; the others are written alike.
 */
const descriptions: Readonly<Record<TokenProblem, string>> = {
  malformed: "the token is malformed",
  algorithm: "the token has an unsupported signing method",
  issuer: "issuer does not match",
  key: "the token has an unknown signing key",
  signature: "the token has an invalid signature",
  audience: "the token does not have a valid audience",
  expired: "the token has expired",
  "not-before": "the token is not valid yet",
  "issued-at": "the token was issued in the future",
};

const keyDescriptions: Readonly<Record<KeyFailure["problem"], string>> = {
  address: "OIDC discovery endpoint communication error",
  discovery: "OIDC discovery endpoint communication error",
  issuer: "the issuer in the OIDC discovery endpoint does not match the issuer",
  jwks: "JWKS communication error",
  "unknown-pool": "OIDC discovery endpoint communication error",
  storage: "JWKS communication error",
};

const scopeMissing = "the token does not have a required scope";

/** The header for a request without a token: name and value. */
export const tokenMissing: readonly string[] = ["www-authenticate", "Bearer"];

export function invalidToken(route: Route, problem: TokenProblem): readonly string[] {
  return challenge(route, "invalid_token", descriptions[problem]);
}

export function keysMissing(route: Route, failure: KeyFailure): readonly string[] {
  return challenge(route, "invalid_token", keyDescriptions[failure.problem]);
}

export function insufficientScope(route: Route): readonly string[] {
  return challenge(route, "insufficient_scope", scopeMissing);
}

/** What access logs say of a refusal by the authorizer; undefined when it was none. */
export function errorOf(problem: Problem | undefined): string | undefined {
  switch (problem?.kind) {
    case "token-missing":
      return "missing: token not provided";
    case "token-refused":
      return `invalid_token: ${descriptions[problem.token.problem]}`;
    case "keys-missing":
      return `invalid_token: ${keyDescriptions[problem.failure.problem]}`;
    case "scope-missing":
      return `insufficient_scope: ${scopeMissing}`;
    default:
      return undefined;
  }
}

function challenge({ scopeText }: Route, error: string, description: string): readonly string[] {
  const text = `Bearer scope="${scopeText}" error="${error}" error_description="${description}"`;
  return ["www-authenticate", text];
}

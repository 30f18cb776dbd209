import type { Step } from "../../diagnostics/trace.ts";
import type { Reason } from "../../foundation/reason.ts";
import type { RefusedToken, VerifiedToken } from "../../tokens/verify.ts";
import type { Decision } from "../decision.ts";
import type { JwtAuthorizerPlan } from "../plan.ts";
import { explainIssuer, explainKeys } from "./issuer.ts";
import { passed, quote, quoteAll, refusedStep, tellTime } from "./wording.ts";

/** What a check of a token says: when it passed, and when it did not. */
interface TokenCheck {
  readonly problems: readonly RefusedToken["problem"][];
  passed(context: TokenContext): Step;
  refused(context: TokenContext & { token: RefusedToken }): Step;
}

interface TokenContext {
  readonly token: RefusedToken | VerifiedToken;
  readonly authorizer: JwtAuthorizerPlan;
  readonly decision: Decision;
}

/** Where the token was looked for, and each check of it up to the one that refused it. */
export function tokenSteps(decision: Decision): Step[] {
  const { route, problem } = decision;
  const authorizer = route?.plan.authorizer;
  if (!authorizer) return route ? [passed("authorizer", "the route asks for no token")] : [];
  if (problem?.kind === "unsupported-authorizer") {
    const detail = "the gateway does not know this kind of authorizer";
    const change = "give the route a JWT authorizer, then deploy";
    const reason = { check: "authorizer", expected: "jwt", received: "another kind", change };
    return [refusedStep(detail, reason)];
  }
  const place = placeOf(authorizer);
  if (problem?.kind === "token-missing") return [missing(place)];
  if (problem?.kind === "token-repeated") return [repeated(place, problem.times)];
  const form = decision.bearer ? "behind Bearer" : "bare";
  const found = passed("token", `taken from ${place}, ${form}, for authorizer ${authorizer.name}`);
  if (problem?.kind === "keys-missing") return [found, explainKeys(problem.failure, authorizer)];
  const token = problem?.kind === "token-refused" ? problem.token : decision.token;
  return token ? [found, ...checkSteps({ token, authorizer, decision })] : [];
}

/** Whether the token carries a scope that the route asks for. */
export function scopeSteps({ route, token, problem }: Decision): Step[] {
  const wanted = route?.plan.scopes ?? [];
  if (!token || wanted.length === 0) return [];
  const carried = token.scopes.length === 0 ? "no scopes" : quoteAll(token.scopes);
  if (problem?.kind !== "scope-missing") return [passed("scopes", `the token carries ${carried}`)];
  const isIdToken = token.claims.token_use === "id";
  const change = isIdToken
    ? "send the access token: an ID token carries no scopes"
    : "ask for one of these scopes when signing in; the app client must be allowed to";
  return [
    refusedStep("the token carries no scope that the route asks for", {
      check: "scopes",
      expected: `one of ${quoteAll(wanted)}`,
      received: isIdToken ? `${carried}: it is an ID token` : carried,
      change,
    }),
  ];
}

function checkSteps(context: TokenContext): Step[] {
  const { token } = context;
  if (token.kind === "verified") return checks.map((check) => check.passed(context));
  const last = checks.findIndex(({ problems }) => problems.includes(token.problem));
  const before = checks.slice(0, last).map((check) => check.passed(context));
  const refusal = checks[last]?.refused({ ...context, token });
  return refusal ? [...before, refusal] : before;
}

/** In the order in which they are made: tokens/verify.ts. */
const checks: readonly TokenCheck[] = [
  {
    problems: ["malformed"],
    passed: () => passed("form", "a signed token of three parts"),
    refused: ({ token }) =>
      refusedStep("it is not a token that can be read", {
        check: "form",
        expected: "a signed JWT: header, payload and signature in base64url, with dots between",
        received: token.detail,
        change: "send the token as it was issued, whole, with or without `Bearer ` in front",
      }),
  },
  {
    problems: ["algorithm"],
    passed: ({ token }) => passed("algorithm", `signed by ${quote(token.header?.alg)}`),
    refused: ({ token }) =>
      refusedStep("its algorithm is not accepted", {
        check: "algorithm",
        expected: "RS256, RS384 or RS512",
        received: quote(token.header?.alg),
        change: "let the issuer sign with RSA: HTTP APIs accept no other signatures",
      }),
  },
  {
    problems: ["issuer"],
    passed: ({ token }) => passed("issuer", `issued by ${quote(token.claims?.iss)}`),
    refused: ({ token, authorizer }) => explainIssuer(token.claims?.iss, authorizer),
  },
  {
    problems: ["key"],
    passed: ({ token }) => passed("key", `signed by the issuer's key ${quote(token.header?.kid)}`),
    refused: ({ token, decision }) => unknownKey(token, decision),
  },
  {
    problems: ["signature"],
    passed: () => passed("signature", "it fits the content"),
    refused: ({ token }) =>
      refusedStep("its signature does not fit its content", {
        check: "signature",
        expected: `a signature by the issuer's key ${quote(token.header?.kid)}`,
        received: "another one",
        change: "send the token as it was issued: it was changed, cut, or signed by somebody else",
      }),
  },
  {
    problems: ["audience"],
    passed: ({ token }) => passed("audience", audienceOf(token)),
    refused: (context) => wrongAudience(context),
  },
  {
    problems: ["expired", "not-before", "issued-at"],
    passed: ({ token, decision }) =>
      passed("times", `valid until ${tellTime(Number(token.claims?.exp), decision.at)}`),
    refused: ({ token, decision }) => wrongTime(token, decision),
  },
];

function placeOf({ identitySource }: JwtAuthorizerPlan): string {
  const { from, name } = identitySource;
  return from === "header" ? `the header ${name}` : `the query parameter ${name}`;
}

function missing(place: string): Step {
  return refusedStep("there is no token", {
    check: "token",
    expected: `a token in ${place}`,
    received: "none, or an empty one",
    change: `put an ID or access token into ${place}: \`gatepool token\` gets one`,
  });
}

function repeated(place: string, times: number): Step {
  return refusedStep("there is more than one token", {
    check: "token",
    expected: `one token in ${place}`,
    received: `${times} of them`,
    change: "send it once",
  });
}

function unknownKey(token: RefusedToken, { at }: Decision): Step {
  const known = [...(token.keys?.keys.keys() ?? [])];
  const age = Math.round((at - (token.keys?.readAt ?? at)) / 1000);
  const reason: Reason = {
    check: "key",
    expected: `a \`kid\` among the issuer's keys, read ${age} s ago: ${quoteAll(known)}`,
    received: quote(token.header?.kid),
    change: "get a new token; if the issuer changed its keys just now, try again in some seconds",
  };
  return refusedStep(`${token.detail}`, reason);
}

function audienceOf({ claims }: RefusedToken | VerifiedToken): string {
  if (claims?.aud !== undefined) return `aud is ${quote(claims.aud)}`;
  return `aud is absent, and client_id is ${quote(claims?.client_id)}`;
}

function wrongAudience({ token, authorizer }: TokenContext): Step {
  const both = token.claims?.aud !== undefined && token.claims.client_id !== undefined;
  const note = both ? ` (client_id is ${quote(token.claims?.client_id)}, but aud counts)` : "";
  return refusedStep("the token is for another audience", {
    check: "audience",
    expected: `aud, or client_id where there is no aud, among ${quoteAll(authorizer.audience)}`,
    received: audienceOf(token) + note,
    change:
      "sign in through one of these app clients, or add the token's one to the authorizer's " +
      `audience (${authorizer.name}, ${authorizer.authorizerId}) and deploy`,
  });
}

function wrongTime(token: RefusedToken, { at }: Decision): Step {
  const isPast = token.problem === "expired";
  const claim = isPast ? "exp" : token.problem === "not-before" ? "nbf" : "iat";
  const gatewayTime = `${new Date(at).toISOString()}, the gateway's time`;
  return refusedStep(isPast ? "the token has expired" : "the token is not valid yet", {
    check: "times",
    expected: `${claim} ${isPast ? "after" : "not after"} ${gatewayTime}`,
    received: `${claim} is ${tellTime(Number(token.claims?.[claim]), at)}`,
    change: isPast
      ? "get a new token: refresh it or sign in again (`gatepool token`)"
      : "set the issuer's clock and this server's to the same time",
  });
}

import type { Step } from "../../diagnostics/trace.ts";
import type { Decision } from "../decision.ts";
import { claimText } from "../payload/claim-text.ts";
import { noted, quote, quoteAll, tellTime } from "./wording.ts";

/** How the event differs from what the client sent, where that surprises people. */
export function eventSteps(decision: Decision): Step[] {
  const notes = [...claimNotes(decision), ...queryNotes(decision), ...headerNotes(decision)];
  if (decision.encodedBody)
    notes.push("the body is handed over as base64, with isBase64Encoded true");
  return notes.map((note) => noted("event", note));
}

function claimNotes({ token, at }: Decision): string[] {
  if (!token) return [];
  const { exp, iat, token_use: use } = token.claims;
  const text = quote(claimText(exp));
  const notes = [`claims are handed over as text, times in digits: exp as ${text}`];
  if (use === "access") {
    notes.push("an access token holds no attributes of the user: those are in the ID token");
  }
  const groups = token.claims["cognito:groups"];
  if (groups !== undefined) {
    notes.push(
      `cognito:groups is ${quote(groups)}, and handed over as ${quote(claimText(groups))}`,
    );
  }
  // Only tokens of user pools have a use: of others nobody knows whether they name groups.
  if (use !== undefined) {
    const what = groups === undefined ? "the user had no groups" : "the groups are those";
    notes.push(`${what} when the token was issued: ${tellTime(Number(iat), at)}`);
  }
  return notes;
}

function headerNotes({ repeatedHeaders, route }: Decision): string[] {
  if (repeatedHeaders.length === 0 || route?.target.kind !== "function") return [];
  const folded =
    route.target.plan.payloadFormat === "2.0"
      ? "joined with commas"
      : "the last one, and all in multiValueHeaders";
  const names = quoteAll([...new Set(repeatedHeaders)]);
  return [`the header ${names} came more than once: handed over ${folded}`];
}

/** Tells names only: a value may be a token. */
function queryNotes({ path, route }: Decision): string[] {
  const query = path?.query ?? "";
  if (query === "" || route?.target.kind !== "function") return [];
  const notes: string[] = [];
  if (query.includes("+")) notes.push("each + in the query is handed over as a space");
  const names = [...new URLSearchParams(query).keys()];
  const repeated = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  if (repeated.length > 0) {
    const folded =
      route.target.plan.payloadFormat === "2.0"
        ? "joined with commas"
        : "the last one, and all in multiValueQueryStringParameters";
    notes.push(`${quoteAll(repeated)} came more than once in the query: handed over ${folded}`);
  }
  return notes;
}

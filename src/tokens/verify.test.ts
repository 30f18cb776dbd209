import { describe, expect, test } from "vitest";
import { newIssuer, noon } from "../../test/fixtures/gateway.ts";
import { audienceMeets, readCandidate, timeProblem, verifyCandidate } from "./verify.ts";

const issuer = newIssuer("https://issuer.example");
const seconds = noon / 1000;

function check(text: string) {
  const candidate = readCandidate(text, (name) => name === issuer.issuer);
  return candidate.kind === "candidate" ? verifyCandidate(candidate, issuer.keySet) : candidate;
}

test("tells all that is to be looked at whenever the token is used", () => {
  const token = check(issuer.token({ nbf: seconds - 5, scope: "a  b", scp: ["c", 1] }));
  expect(token).toMatchObject({
    kind: "verified",
    expiresAt: seconds + 60,
    notBefore: seconds - 5,
    issuedAt: seconds - 60,
    scopes: ["a", "b", "c"],
    keys: issuer.keySet,
  });
});

test("keeps neither signature nor text of the token", () => {
  const text = issuer.token();
  for (const token of [check(text), check(`${text}AAAA`)]) {
    for (const part of text.split(".")) expect(JSON.stringify(token)).not.toContain(part);
  }
});

test.each(["RS256", "RS384", "RS512"])("verifies %s", (alg) => {
  expect(check(issuer.token({}, { alg })).kind).toBe("verified");
});

test.each([
  ["algorithm before issuer", issuer.token({ iss: "x" }, { alg: "ES256" }), "algorithm"],
  ["issuer before key", issuer.token({ iss: "x" }, { kid: "x" }), "issuer"],
  ["key before signature", `${issuer.token({}, { kid: "x" })}AAAA`, "key"],
])("refuses the %s", (_, text, problem) => {
  expect(check(text)).toMatchObject({ kind: "refused", problem });
});

describe("times, without leeway", () => {
  test.each([
    [{ exp: 100 }, 99.999, undefined],
    [{ exp: 100 }, 100, "expired"],
    [{ exp: 100, nbf: 50 }, 50, undefined],
    [{ exp: 100, nbf: 50 }, 49.999, "not-before"],
    [{ exp: 100, iat: 50 }, 50, undefined],
    [{ exp: 100, iat: 50 }, 49.999, "issued-at"],
    [{ exp: 1e300, iat: -1e300 }, 50, undefined],
  ])("%j at %f: %s", (claims, now, problem) => {
    const token = check(issuer.token({ iat: undefined, ...claims }));
    if (token.kind !== "verified") throw new Error(token.detail);
    expect(timeProblem(token, now)).toBe(problem);
  });
});

test.each([
  [{ aud: "a" }, true],
  [{ aud: ["x", "a"] }, true],
  [{ client_id: "a" }, true],
  [{ aud: "x", client_id: "a" }, false],
  [{ aud: [], client_id: "a" }, false],
  [{ aud: null, client_id: "a" }, false],
  [{ client_id: ["x"] }, false],
  [{}, false],
])("audience of %j: %s", (claims, meets) => {
  expect(audienceMeets(claims, ["a", "b"])).toBe(meets);
});

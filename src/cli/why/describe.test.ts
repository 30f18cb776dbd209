import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import type { Trace } from "../../diagnostics/trace.ts";
import { describeTrace, summarizeTrace } from "./describe.ts";

const trace: Trace = {
  id: "abc-123",
  at: new Date(2026, 10, 20, 21, 43, 5).getTime(),
  kind: "gateway",
  subject: "GET /hello on api a1b2c3d4e5 stage api",
  outcome: { status: 401, text: "Unauthorized" },
  steps: [
    { check: "route", outcome: "passed", detail: "GET /hello" },
    { check: "token", outcome: "noted", detail: "an ID token" },
    {
      check: "audience",
      outcome: "refused",
      detail: "The token is for another client.",
      reason: {
        check: "audience",
        expected: "aud or client_id among: client-a",
        received: "client-b",
        change: "Sign in with client-a,\nor add client-b to the authorizer's audience",
      },
    },
  ],
};

test("a decision is told step by step, the refusal with what to change", () => {
  expect(stripVTControlCharacters(describeTrace(trace))).toBe(
    `GET /hello on api a1b2c3d4e5 stage api
401 Unauthorized
2026-11-20 21:43:05, request abc-123

  ✓ route     GET /hello
  · token     an ID token
  ✗ audience  The token is for another client.
              expected  aud or client_id among: client-a
              received  client-b
              change    Sign in with client-a,
                        or add client-b to the authorizer's audience`,
  );
});

test("a list has one line each", () => {
  expect(stripVTControlCharacters(summarizeTrace(trace))).toBe(
    "2026-11-20 21:43:05  401  abc-123  GET /hello on api a1b2c3d4e5 stage api  Unauthorized",
  );
});

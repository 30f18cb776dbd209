import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryStorage } from "../../test/fixtures/storage.ts";
import { createPageTokens, type PageTokens } from "./paging.ts";

const context = "cognito-idp ListUsers 000000000000 us-east-1 us-east-1_AbC123xyz";
let storage: Awaited<ReturnType<typeof temporaryStorage>>;
let tokens: PageTokens;

beforeAll(async () => {
  storage = await temporaryStorage();
  tokens = createPageTokens(storage.keyring);
});

afterAll(() => storage.close());

test("a token opens to the position that it was made of", () => {
  const token = tokens.seal("zoë/42", context);
  expect(tokens.open(token, context)).toBe("zoë/42");
  expect(token).toMatch(/^[\S]+$/);
  expect(token).not.toContain("zo");
});

test("a token of another list is refused", () => {
  const token = tokens.seal("zoe", context);
  expect(tokens.open(token, context.replace("ListUsers", "ListGroups"))).toBeUndefined();
  expect(tokens.open(token, context.replace("000000000000", "1"))).toBeUndefined();
});

test("what was not sealed here is refused, as is what was sealed for something else", () => {
  const token = tokens.seal("zoe", context);
  const other = storage.keyring.seal("zoe", context);
  for (const wrong of ["", "x", "zoe", `${token}A`, token.slice(1), other, "x".repeat(100_000)]) {
    expect(tokens.open(wrong, context)).toBeUndefined();
  }
});

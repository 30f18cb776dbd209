import { expect, test } from "vitest";
import { inOrder, inReverse } from "./choose.ts";
import type { StackSource } from "./stack-source.ts";

function stack(id: string, ...dependencies: string[]): StackSource {
  return {
    ...{ id, stackName: `${id}-stack`, displayName: `App/${id}`, template: "{}", dependencies },
    ...{ templateFile: `${id}.json`, parameters: {}, tags: {}, assets: [] },
  };
}

const stacks = [stack("web", "api"), stack("api", "users"), stack("users"), stack("mail")];
const ids = (chosen: readonly StackSource[]) => chosen.map(({ id }) => id);

test("a stack comes after those that it depends on", () => {
  expect(ids(inOrder(stacks))).toEqual(["users", "api", "web", "mail"]);
});

test("a stack is named by its id, its name or its path, and brings what it needs", () => {
  for (const name of ["api", "api-stack", "App/api"]) {
    expect(ids(inOrder(stacks, [name]))).toEqual(["users", "api"]);
  }
  expect(ids(inOrder(stacks, ["mail", "users"]))).toEqual(["mail", "users"]);
});

test("what needs a stack is removed before it", () => {
  expect(ids(inReverse(stacks))).toEqual(["mail", "web", "api", "users"]);
  expect(ids(inReverse(stacks, ["api"]))).toEqual(["web", "api"]);
});

test("a stack that is not there, none at all, and a circle are told", () => {
  expect(() => inOrder(stacks, ["shop"])).toThrow(/no stack shop, only: web-stack, api-stack/);
  expect(() => inOrder([])).toThrow("There are no stacks in it.");
  expect(() => inOrder([stack("a", "b"), stack("b", "a")])).toThrow(/a depends on itself/);
});

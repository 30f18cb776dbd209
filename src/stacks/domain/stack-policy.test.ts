import { describe, expect, it } from "vitest";
import {
  denialOf,
  InvalidStackPolicy,
  parseStackPolicy,
  type UpdateAction,
} from "./stack-policy.ts";

const database = { logicalId: "Database", type: "AWS::SSM::Parameter" };
const other = { logicalId: "Other", type: "AWS::IAM::Role" };
const allowAll = { Effect: "Allow", Action: "Update:*", Principal: "*", Resource: "*" };

function denial(statements: object[], action: UpdateAction, resource = database) {
  return denialOf(parseStackPolicy(JSON.stringify({ Statement: statements })), action, resource);
}

describe("stack policies", () => {
  it("deny what no statement allows", () => {
    const onlyModify = { ...allowAll, Action: ["Update:Modify"] };
    expect(denial([onlyModify], "Update:Modify")).toBeUndefined();
    expect(denial([onlyModify], "Update:Delete")).toBe(
      "Action not allowed by stack policy: no statement allows [Update:Delete] for resource " +
        "[Database]",
    );
  });

  it("deny what one statement denies, whatever others allow", () => {
    const deny = { ...allowAll, Effect: "Deny", Resource: "LogicalResourceId/Data*" };
    expect(denial([allowAll, deny], "Update:Replace")).toBe(
      "Action denied by stack policy: Statement [#2] does not allow [Update:Replace] for " +
        "resource [Database]",
    );
    expect(denial([allowAll, deny], "Update:Replace", other)).toBeUndefined();
  });

  it("may name what they do not speak of, and types", () => {
    const { Action: _, ...rest } = allowAll;
    const notDelete = { ...rest, NotAction: "Update:Delete" };
    expect(denial([notDelete], "Update:Modify")).toBeUndefined();
    expect(denial([notDelete], "Update:Delete")).toBeDefined();
    const Condition = { StringLike: { ResourceType: ["AWS::SSM::*"] } };
    const denyType = { ...allowAll, Effect: "Deny", Condition };
    expect(denial([allowAll, denyType], "Update:Modify")).toBeDefined();
    expect(denial([allowAll, denyType], "Update:Modify", other)).toBeUndefined();
  });

  it.each([
    ["no JSON", "{"],
    ["no object", "[]"],
    ["no statements", '{"Statement":[]}'],
    ["a wrong member", '{"Statement":[{}],"Statements":[]}'],
    ["a wrong effect", JSON.stringify({ Statement: [{ ...allowAll, Effect: "Maybe" }] })],
    ["no principal", JSON.stringify({ Statement: [{ ...allowAll, Principal: "me" }] })],
    ["a wrong action", JSON.stringify({ Statement: [{ ...allowAll, Action: "Delete" }] })],
    ["both ways", JSON.stringify({ Statement: [{ ...allowAll, NotAction: "Update:Modify" }] })],
    ["a wrong resource", JSON.stringify({ Statement: [{ ...allowAll, Resource: "Database" }] })],
    ["a wrong condition", JSON.stringify({ Statement: [{ ...allowAll, Condition: { A: {} } }] })],
    [
      "two conditions",
      JSON.stringify({
        Statement: [{ ...allowAll, Condition: { StringLike: {}, StringEquals: {} } }],
      }),
    ],
    [
      "a condition on something else",
      JSON.stringify({ Statement: [{ ...allowAll, Condition: { StringLike: { Name: "a" } } }] }),
    ],
  ])("are refused with %s", (_, text) => {
    expect(() => parseStackPolicy(text)).toThrow(InvalidStackPolicy);
  });
});

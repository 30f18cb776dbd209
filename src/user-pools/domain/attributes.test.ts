import type { AttributeType } from "@aws-sdk/client-cognito-identity-provider";
import { describe, expect, it } from "vitest";
import { checkAttributes, isReadable, isWritable, missingAttributes } from "./attributes.ts";
import { poolSettings } from "./pool-settings.ts";
import type { PoolRecord } from "./records.ts";
import { buildSchema } from "./schema.ts";

const pool: PoolRecord = {
  id: "us-east-1_AbCdEf123",
  account: "000000000000",
  region: "us-east-1",
  name: "p",
  createdAt: 0,
  modifiedAt: 0,
  schema: buildSchema([
    { Name: "email", Required: true },
    {
      Name: "tier",
      AttributeDataType: "String",
      StringAttributeConstraints: { MinLength: "2", MaxLength: "4" },
    },
    {
      Name: "age",
      AttributeDataType: "Number",
      NumberAttributeConstraints: { MinValue: "18", MaxValue: "99" },
    },
    { Name: "born", AttributeDataType: "DateTime" },
  ]),
  settings: poolSettings({}),
};

const one = (Name: string, Value: string): AttributeType[] => [{ Name, Value }];

describe("attributes that a client gives", () => {
  it("are taken when they fit the schema; empty ones are left out", () => {
    expect(
      checkAttributes(pool, [
        { Name: "email", Value: "ada@example.com" },
        { Name: "email_verified", Value: "true" },
        { Name: "phone_number", Value: "+15550100" },
        { Name: "birthdate", Value: "1815-12-10" },
        { Name: "custom:tier", Value: "gold" },
        { Name: "custom:age", Value: "36" },
        { Name: "custom:born", Value: "1815-12-10T00:00:00Z" },
        { Name: "nickname", Value: "" },
      ]),
    ).toEqual({
      email: "ada@example.com",
      email_verified: "true",
      phone_number: "+15550100",
      birthdate: "1815-12-10",
      "custom:tier": "gold",
      "custom:age": "36",
      "custom:born": "1815-12-10T00:00:00Z",
    });
  });

  it.each([
    ["Type for attribute {custom:none} could not be determined", one("custom:none", "x")],
    ["Type for attribute {__proto__} could not be determined", one("__proto__", "x")],
    ["sub: Attribute cannot be written.", one("sub", "x")],
    ["birthdate: String must be at least 10 characters long", one("birthdate", "1815")],
    ["custom:tier: String must be at most 4 characters long", one("custom:tier", "golden")],
    ["name: String must be at most 2048 characters long", one("name", "x".repeat(2049))],
    ["custom:age: Number must be at least 18", one("custom:age", "17")],
    ["custom:age: Number must be at most 99", one("custom:age", "100")],
    ["custom:age: Value must be a number", one("custom:age", "0x20")],
    ["email_verified: Value must be a boolean", one("email_verified", "yes")],
    ["custom:born: Value must be a date and time", one("custom:born", "soon")],
    ["Invalid email address format.", one("email", "ada")],
    ["Invalid email address format.", one("email", "ada@example")],
    ["Invalid email address format.", one("email", "a da@example.com")],
    ["Invalid phone number format.", one("phone_number", "0555 0100")],
    ["name: Attribute is given twice.", [...one("name", "a"), ...one("name", "b")]],
    ["it has not so many", Array.from({ length: 9_000 }, (_, at) => ({ Name: `custom:${at}` }))],
  ])("are refused: %s", (message, given) => {
    expect(() => checkAttributes(pool, given)).toThrow(message);
  });
});

describe("what a client may see and write", () => {
  it("is everything but the verified flags when it names nothing", () => {
    expect(isReadable({}, "custom:tier")).toBe(true);
    expect(isWritable({}, "custom:tier")).toBe(true);
    expect(isWritable({}, "email_verified")).toBe(false);
    expect(isWritable({}, "dev:custom:note")).toBe(false);
  });

  it("is what it names, and the sub", () => {
    const settings = { ReadAttributes: ["email"], WriteAttributes: ["name", "email_verified"] };
    expect(isReadable(settings, "sub")).toBe(true);
    expect(isReadable(settings, "email")).toBe(true);
    expect(isReadable(settings, "name")).toBe(false);
    expect(isWritable(settings, "name")).toBe(true);
    expect(isWritable(settings, "email")).toBe(false);
    expect(isWritable(settings, "email_verified")).toBe(false);
  });
});

describe("required attributes", () => {
  it("are missed until they have a value", () => {
    expect(missingAttributes(pool, {})).toEqual(["email"]);
    expect(missingAttributes(pool, { email: "ada@example.com" })).toEqual([]);
  });
});

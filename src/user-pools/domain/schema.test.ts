import type { SchemaAttributeType } from "@aws-sdk/client-cognito-identity-provider";
import { describe, expect, it } from "vitest";
import { buildSchema } from "./schema.ts";

const fixed =
  "You can not change AttributeDataType or set developerOnlyAttribute " +
  "for standard schema attribute";

const named = (schema: readonly SchemaAttributeType[], name: string) =>
  schema.find((attribute) => attribute.Name === name);

describe("a pool's schema", () => {
  it("holds the standard attributes", () => {
    const schema = buildSchema([]);
    expect(schema.map(({ Name }) => Name).join(" ")).toBe(
      "sub name given_name family_name middle_name nickname preferred_username profile picture " +
        "website email email_verified gender birthdate zoneinfo locale phone_number " +
        "phone_number_verified address updated_at",
    );
    expect(schema[0]).toEqual({
      Name: "sub",
      AttributeDataType: "String",
      DeveloperOnlyAttribute: false,
      Mutable: false,
      Required: true,
      StringAttributeConstraints: { MinLength: "1", MaxLength: "2048" },
    });
    expect(named(schema, "email_verified")?.StringAttributeConstraints).toBeUndefined();
    expect(named(schema, "birthdate")?.StringAttributeConstraints).toEqual({
      MinLength: "10",
      MaxLength: "10",
    });
  });

  it("is overridden and added to by the pool", () => {
    const schema = buildSchema([
      { Name: "email", Required: true, Mutable: false },
      { Name: "tier", AttributeDataType: "String" },
      { Name: "age", AttributeDataType: "Number", Mutable: false },
      { Name: "note", AttributeDataType: "String", DeveloperOnlyAttribute: true },
    ]);
    expect(named(schema, "email")).toMatchObject({ Required: true, Mutable: false });
    expect(named(schema, "custom:tier")).toEqual({
      Name: "custom:tier",
      AttributeDataType: "String",
      DeveloperOnlyAttribute: false,
      Mutable: true,
      Required: false,
      StringAttributeConstraints: {},
    });
    expect(named(schema, "custom:age")).toMatchObject({ Mutable: false });
    expect(named(schema, "dev:custom:note")).toMatchObject({ DeveloperOnlyAttribute: true });
  });

  it.each<[string, SchemaAttributeType[]]>([
    [
      "Required custom attributes are not supported currently.",
      [{ Name: "tier", AttributeDataType: "String", Required: true }],
    ],
    [
      "custom:tier: Existing attribute already has name custom:tier.",
      [
        { Name: "tier", AttributeDataType: "String" },
        { Name: "tier", AttributeDataType: "Number" },
      ],
    ],
    [
      "user.custom:tier: Max length cannot be less than min length.",
      [
        {
          Name: "tier",
          AttributeDataType: "String",
          StringAttributeConstraints: { MinLength: "5", MaxLength: "4" },
        },
      ],
    ],
    [
      "user.email: String attributes cannot have a length of more than 2048",
      [{ Name: "email", StringAttributeConstraints: { MaxLength: "2049" } }],
    ],
    [
      "Invalid StringAttributeConstraints for schema attribute custom:tier",
      [
        {
          Name: "tier",
          AttributeDataType: "String",
          StringAttributeConstraints: { MaxLength: "many" },
        },
      ],
    ],
    [
      "user.custom:age: Max value cannot be less than min value.",
      [
        {
          Name: "age",
          AttributeDataType: "Number",
          NumberAttributeConstraints: { MinValue: "5", MaxValue: "4" },
        },
      ],
    ],
    [`${fixed} email`, [{ Name: "email", AttributeDataType: "Number" }]],
    [`${fixed} sub`, [{ Name: "sub", Mutable: true }]],
    [
      "Invalid AttributeDataType input, consider using the provided AttributeDataType enum.",
      [{ Name: "tier" }],
    ],
    ["A custom attribute has to have a Name.", [{ AttributeDataType: "String" }]],
  ])("refuses: %s", (message, input) => {
    expect(() => buildSchema(input)).toThrow(message);
  });
});

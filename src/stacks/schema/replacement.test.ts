import { describe, expect, it } from "vitest";
import { replacementOf } from "./replacement.ts";

describe("replacementOf", () => {
  it("sees no change where only the order of names differs", () => {
    const before = { CorsConfiguration: { MaxAge: 0, AllowMethods: ["GET"] }, Name: "hello" };
    const after = { Name: "hello", CorsConfiguration: { AllowMethods: ["GET"], MaxAge: 0 } };
    const change = { changed: [], replacement: "False" };
    expect(replacementOf("AWS::ApiGatewayV2::Api", before, after)).toEqual(change);
  });

  it.each([
    ["in place", { Name: "a" }, { Name: "b" }, ["Name"], "False"],
    ["in place, a property that goes", { Name: "a" }, {}, ["Name"], "False"],
    [
      "by another",
      { ProtocolType: "HTTP" },
      { ProtocolType: "WEBSOCKET" },
      ["ProtocolType"],
      "True",
    ],
    ["both", { Name: "a", ProtocolType: "HTTP" }, {}, ["Name", "ProtocolType"], "True"],
  ])("changes %s", (_, before, after, changed, replacement) => {
    const change = replacementOf("AWS::ApiGatewayV2::Api", before, after);
    expect(change).toEqual({ changed, replacement });
  });

  it("minds the order of a list", () => {
    const change = replacementOf(
      "AWS::Cognito::UserPoolClient",
      { CallbackURLs: ["https://a.example", "https://b.example"] },
      { CallbackURLs: ["https://b.example", "https://a.example"] },
    );
    expect(change).toEqual({ changed: ["CallbackURLs"], replacement: "False" });
  });

  it("replaces for what is nested in a property that does not", () => {
    const before = { EncryptionConfiguration: { EncryptionType: "AES256" } };
    const after = { EncryptionConfiguration: { EncryptionType: "KMS" } };
    const change = { changed: ["EncryptionConfiguration"], replacement: "True" };
    expect(replacementOf("AWS::ECR::Repository", before, after)).toEqual(change);
    expect(replacementOf("AWS::ECR::Repository", before, {})).toEqual(change);
  });

  it("leaves to the resource what may replace", () => {
    const change = replacementOf(
      "AWS::SSM::Document",
      { Content: { schemaVersion: "2.2" } },
      { Content: { schemaVersion: "0.3" } },
    );
    expect(change).toEqual({ changed: ["Content"], replacement: "Conditional" });
  });

  it("replaces on condition for what is not known yet", () => {
    const before = { ApiId: "one", RouteKey: "GET /" };
    const compare = (after: object) =>
      replacementOf("AWS::ApiGatewayV2::Route", before, { ...before, ...after }, "{{after}}");
    expect(compare({ ApiId: "{{after}}" })).toMatchObject({ replacement: "Conditional" });
    expect(compare({ ApiId: "two", Target: "{{after}}" })).toMatchObject({ replacement: "True" });
    expect(compare({ Target: "integrations/{{after}}" })).toEqual({
      changed: ["Target"],
      replacement: "False",
    });
  });

  it("compares names of prototypes as names", () => {
    const before = { ServiceToken: "arn", constructor: "a" };
    const after: object = JSON.parse('{"ServiceToken": "arn", "constructor": "a", "__proto__": 1}');
    const change = { changed: ["__proto__"], replacement: "False" };
    expect(replacementOf("Custom::Users", before, { ...after })).toEqual(change);
  });

  it("has nothing to say of a type without a schema", () => {
    expect(() => replacementOf("AWS::Nothing::AtAll", {}, {})).toThrow("has no schema");
  });
});

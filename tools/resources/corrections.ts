import type { PropertyType, ResourceSchema } from "../../src/stacks/schema/resource-schema.ts";

const texts: PropertyType = { map: "string" };

/** Where the published schema says no more than "JSON", but AWS's documentation says what it is. */
export const types: Readonly<Record<string, Readonly<Record<string, PropertyType>>>> = {
  "AWS::ApiGatewayV2::IntegrationResponse": { ResponseTemplates: texts },
  "AWS::ApiGatewayV2::Route": {
    RequestModels: texts,
    RequestParameters: { map: { structure: "ParameterConstraints" } },
  },
  "AWS::ApiGatewayV2::RouteResponse": { ResponseModels: texts },
  "AWS::ApiGatewayV2::Stage": {
    RouteSettings: { map: { structure: "RouteSettings" } },
    StageVariables: texts,
    Tags: texts,
  },
  "AWS::Cognito::IdentityPool": { CognitoEvents: texts, SupportedLoginProviders: texts },
  "AWS::Cognito::IdentityPoolPrincipalTag": { PrincipalTags: texts },
};

/** What `Ref` gives where the published schema does not say. */
export const refs: Readonly<Record<string, readonly string[]>> = {
  "AWS::IAM::Policy": ["PolicyName"],
  "AWS::Lambda::Alias": ["AliasArn"],
  "AWS::Lambda::Permission": ["Id"],
};

/** What a function of the stack's author answers to is the author's to say. */
export const open: ReadonlySet<string> = new Set(["AWS::CloudFormation::CustomResource"]);

/** Resource types that have no published schema. */
export const unpublished: Readonly<Record<string, ResourceSchema>> = {
  // What the CDK writes into every template, for AWS to count its constructs; nothing is made.
  "AWS::CDK::Metadata": {
    identifier: ["Id"],
    ref: ["Id"],
    attributes: [],
    open: true,
    properties: { Analytics: { type: "string" }, Modules: { type: "string" } },
  },
};

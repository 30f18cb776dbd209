import { describe, expect, it, test } from "vitest";
import { TemplateError } from "../template/template-error.ts";
import { checkProperties } from "./check-properties.ts";

const check = (type: string, properties: object) => checkProperties(type, "Hello", properties);

/** What is told about the properties, without the line that names the resource. */
function problemsOf(type: string, properties: unknown): readonly string[] {
  try {
    checkProperties(type, "Hello", properties);
  } catch (error) {
    if (error instanceof TemplateError) return error.message.split("\n").slice(1);
    throw error;
  }
  return [];
}

/** As the CDK writes them for its example, evaluated. */
const helloApp: readonly [type: string, properties: object][] = [
  [
    "AWS::Cognito::UserPool",
    {
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Name: "verified_phone_number", Priority: 1 },
          { Name: "verified_email", Priority: 2 },
        ],
      },
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      EmailVerificationMessage: "The code is {####}",
      EmailVerificationSubject: "Verify your new account",
      SmsVerificationMessage: "The code is {####}",
      VerificationMessageTemplate: {
        DefaultEmailOption: "CONFIRM_WITH_CODE",
        EmailMessage: "The code is {####}",
        EmailSubject: "Verify your new account",
        SmsMessage: "The code is {####}",
      },
    },
  ],
  [
    "AWS::Cognito::UserPoolClient",
    {
      AccessTokenValidity: 1440,
      AllowedOAuthFlows: ["implicit", "code"],
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthScopes: ["profile", "openid"],
      CallbackURLs: ["https://example.com"],
      ClientName: "hello",
      ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
      IdTokenValidity: 1440,
      SupportedIdentityProviders: ["COGNITO"],
      TokenValidityUnits: { AccessToken: "minutes", IdToken: "minutes" },
      UserPoolId: "us-east-1_000000000",
    },
  ],
  [
    "AWS::IAM::Role",
    {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Action: "sts:AssumeRole",
            Effect: "Allow",
            Principal: { Service: "lambda.amazonaws.com" },
          },
        ],
        Version: "2012-10-17",
      },
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"],
      Policies: [{ PolicyName: "invoke", PolicyDocument: { Statement: [] } }],
    },
  ],
  [
    "AWS::Lambda::Function",
    {
      Code: { S3Bucket: "cdk-hnb659fds-assets-000000000000-us-east-1", S3Key: "0f.zip" },
      Handler: "index.handler",
      Role: "arn:aws:iam::000000000000:role/hello",
      Runtime: "python3.11",
      Timeout: 3,
    },
  ],
  [
    "AWS::ApiGatewayV2::Api",
    { CorsConfiguration: { MaxAge: 0 }, Name: "hello", ProtocolType: "HTTP" },
  ],
  [
    "AWS::ApiGatewayV2::Authorizer",
    {
      ApiId: "a1b2c3d4e5",
      AuthorizerType: "JWT",
      IdentitySource: ["$request.header.Authorization"],
      JwtConfiguration: {
        Audience: ["client"],
        Issuer: "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_000000000",
      },
      Name: "jwt",
    },
  ],
  [
    "AWS::ApiGatewayV2::Integration",
    {
      ApiId: "a1b2c3d4e5",
      CredentialsArn: "arn:aws:iam::000000000000:role/invoke",
      IntegrationType: "AWS_PROXY",
      IntegrationUri: "arn:aws:lambda:us-east-1:000000000000:function:hello",
      PayloadFormatVersion: "1.0",
    },
  ],
  [
    "AWS::ApiGatewayV2::Route",
    {
      ApiId: "a1b2c3d4e5",
      AuthorizationType: "JWT",
      AuthorizerId: "auth",
      RouteKey: "GET /hello",
      Target: "integrations/one",
    },
  ],
  ["AWS::ApiGatewayV2::Deployment", { ApiId: "a1b2c3d4e5" }],
  ["AWS::ApiGatewayV2::Stage", { ApiId: "a1b2c3d4e5", DeploymentId: "deploy", StageName: "api" }],
  ["AWS::CDK::Metadata", { Analytics: "v2:deflate64:H4sIAAAA" }],
];

test.each(helloApp)("%s of the hello app is taken as it stands", (type, properties) => {
  expect(check(type, properties)).toEqual(properties);
});

describe("coercion", () => {
  it("reads numbers and booleans that are written as text", () => {
    const properties = { UserPoolId: "p", AccessTokenValidity: "1440", GenerateSecret: "true" };
    expect(check("AWS::Cognito::UserPoolClient", properties)).toEqual({
      UserPoolId: "p",
      AccessTokenValidity: 1440,
      GenerateSecret: true,
    });
  });

  it("writes as text what is given as number or boolean", () => {
    const Environment = { Variables: { PORT: 8080, RATE: 0.5, DEBUG: false } };
    const properties = { Code: {}, Role: "role", Environment };
    expect(check("AWS::Lambda::Function", properties).Environment).toEqual({
      Variables: { PORT: "8080", RATE: "0.5", DEBUG: "false" },
    });
  });

  it("reads the settings of routes, which AWS's schema calls JSON", () => {
    const RouteSettings = { "GET /hello": { ThrottlingRateLimit: "2.5" } };
    const properties = { ApiId: "api", StageName: "api", RouteSettings };
    expect(check("AWS::ApiGatewayV2::Stage", properties).RouteSettings).toEqual({
      "GET /hello": { ThrottlingRateLimit: 2.5 },
    });
  });

  it("reads the text of JSON", () => {
    const properties = { AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}' };
    expect(check("AWS::IAM::Role", properties)).toEqual({
      AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [] },
    });
  });

  it("leaves alone what may be either", () => {
    const RequestParameters = { "method.request.path.id": "true", other: true };
    const keys = { RestApiId: "api", ResourceId: "root", HttpMethod: "GET" };
    const checked = check("AWS::ApiGateway::Method", { ...keys, RequestParameters });
    expect(checked.RequestParameters).toEqual(RequestParameters);
  });

  it.each([
    ["Timeout", "3s", "Integer", "String"],
    ["Timeout", "", "Integer", "String"],
    ["Timeout", "0x10", "Integer", "String"],
    ["Timeout", 2.5, "Integer", "BigDecimal"],
    ["Timeout", "99999999999999999999", "Integer", "String"],
    ["Timeout", true, "Integer", "Boolean"],
    ["Timeout", null, "Integer", "Null"],
    ["Handler", ["index.handler"], "String", "JSONArray"],
    ["Handler", { Ref: "Handler" }, "String", "JSONObject"],
    ["Layers", "arn:aws:lambda:us-east-1:000000000000:layer:one:1", "JSONArray", "String"],
    ["Environment", "PORT=8080", "JSONObject", "String"],
    ["Environment", [{ Variables: {} }], "JSONObject", "JSONArray"],
  ])("does not make %s of %j", (name, value, expected, found) => {
    const problems = problemsOf("AWS::Lambda::Function", { Code: {}, Role: "r", [name]: value });
    expect(problems).toEqual([`#/${name}: expected type: ${expected}, found: ${found}`]);
  });

  it.each([["yes"], [1], ["TRUE "]])("does not take %j for a boolean", (GenerateSecret) => {
    const problems = problemsOf("AWS::Cognito::UserPoolClient", {
      UserPoolId: "p",
      GenerateSecret,
    });
    expect(problems).toMatchObject([expect.stringContaining("#/GenerateSecret: expected type")]);
  });

  it.each([["{"], ["[]"], ["text"], [["a"]], [5]])("does not take %j for JSON", (given) => {
    const problems = problemsOf("AWS::IAM::Role", { AssumeRolePolicyDocument: given });
    const [problem] = problems;
    expect(problem).toContain("#/AssumeRolePolicyDocument: expected type: JSONObject, found: ");
  });
});

describe("refusals", () => {
  it("tells everything that is wrong with a resource at once, in AWS's words", () => {
    const properties = {
      ApiId: "api",
      AuthorizerTyp: "JWT",
      JwtConfiguration: { Audience: "client", Issuers: "https://example.com" },
    };
    expect(problemsOf("AWS::ApiGatewayV2::Authorizer", properties)).toEqual([
      "#: required key [AuthorizerType] not found",
      "#: required key [Name] not found",
      "#: extraneous key [AuthorizerTyp] is not permitted",
      "#/JwtConfiguration: extraneous key [Issuers] is not permitted",
      "#/JwtConfiguration/Audience: expected type: JSONArray, found: String",
    ]);
  });

  it("says which properties there are", () => {
    const reason = { expected: expect.stringContaining("AWS::Logs::LogGroup: BearerToken") };
    const refusal = expect.objectContaining({ reason: expect.objectContaining(reason) });
    expect(() => check("AWS::Logs::LogGroup", { Retention: 7 })).toThrow(refusal);
  });

  it("names the resource in its first line", () => {
    expect(() => check("AWS::ApiGatewayV2::Route", { ApiId: "api" })).toThrow(
      "Properties validation failed for resource Hello with message:\n" +
        "#: required key [RouteKey] not found",
    );
  });

  it("says which item of a list and which key of a map", () => {
    const Tags = [{ Key: "a", Value: "b" }, { Key: "c" }];
    const Environment = { Variables: { "a/b": [] } };
    const properties = { Code: {}, Role: "r", Environment, Tags };
    expect(problemsOf("AWS::Lambda::Function", properties)).toEqual([
      "#/Environment/Variables/a~1b: expected type: String, found: JSONArray",
      "#/Tags/1: required key [Value] not found",
    ]);
  });

  it.each([[[]], ["text"], [null]])("takes %j for no properties", (properties) => {
    const [problem] = problemsOf("AWS::Logs::LogGroup", properties);
    expect(problem).toContain("#: expected type: JSONObject, found: ");
  });

  it("has nothing to say of a type without a schema", () => {
    expect(() => check("AWS::Nothing::AtAll", {})).toThrow("AWS::Nothing::AtAll has no schema");
  });
});

describe("custom resources", () => {
  it.each(["Custom::Users", "AWS::CloudFormation::CustomResource"])("%s has any", (type) => {
    const properties = { ServiceToken: "arn", Users: [{ name: "ada" }], ServiceTimeout: "5" };
    expect(check(type, properties)).toEqual({ ...properties, ServiceTimeout: 5 });
    expect(problemsOf(type, { Users: [] })).toEqual(["#: required key [ServiceToken] not found"]);
  });
});

describe("what is not known yet", () => {
  const unknown = "{{after}}";
  const examine = (properties: object) =>
    checkProperties("AWS::Lambda::Function", "Hello", properties, unknown);

  it("passes for any type, also inside of text", () => {
    const properties = { Code: {}, Role: unknown, Timeout: unknown, Layers: `a-${unknown}` };
    expect(examine(properties)).toEqual(properties);
  });

  it("hides nothing beside it", () => {
    const properties = { Code: {}, Role: unknown, Timeout: "soon", Colour: unknown };
    expect(() => examine(properties)).toThrow("extraneous key [Colour] is not permitted");
    expect(() => examine({ Code: {}, Role: "r", Timeout: "soon" })).toThrow("#/Timeout: expected");
  });
});

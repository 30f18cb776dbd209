import { describe, expect, it } from "vitest";
import {
  activeResources,
  checkRules,
  checkTemplate,
  dependenciesOf,
  evaluate,
  evaluateConditions,
  evaluateMembers,
  type GivenParameter,
  parameterValues,
  parseTemplate,
  type ResourceValues,
  resolveParameters,
  type Scope,
  type Values,
} from "./index.ts";

/** As a stack goes about it; each resource answers its logical id and some attributes. */
async function deployed(text: string, given: readonly GivenParameter[] = [], version = "21") {
  const template = parseTemplate(text);
  checkTemplate(template);
  const lookup = async (name: string) => (name.endsWith("/version") ? version : undefined);
  const parameters = parameterValues(
    template,
    await resolveParameters(template, given, { lookup }),
  );
  const pseudo = {
    tenant: { account: "000000000000", region: "us-east-1" },
    stackId: "arn:aws:cloudformation:us-east-1:000000000000:stack/Hello/1",
    stackName: "Hello",
    notificationArns: [],
  };
  checkRules(template, parameters, pseudo);
  const conditions = evaluateConditions(template, parameters, pseudo);
  const active = activeResources(template, conditions);
  const dependencies = dependenciesOf(template, conditions);
  const scope: Scope = {
    parameters,
    pseudo,
    mappings: template.mappings,
    conditions,
    resource: (id) => (active.has(id) ? valuesOf(id) : undefined),
    imports: () => undefined,
  };
  const resources = [...template.resources].filter(([id]) => active.has(id));
  const outputs = [...template.outputs].map(([id, { value }]) => [id, evaluate(value, scope)]);
  const properties = resources.map(([id, one]): [string, Values] => [
    id,
    evaluateMembers(one.properties, scope),
  ]);
  return {
    dependencies: Object.fromEntries([...dependencies].map(([id, others]) => [id, [...others]])),
    outputs: Object.fromEntries(outputs),
    resources: Object.fromEntries(properties),
  };
}

function valuesOf(id: string): ResourceValues {
  const attributes = {
    Arn: `arn:${id}`,
    RegionalDomainName: `${id}.s3.us-east-1.amazonaws.com`,
  };
  return { ref: `ref-${id}`, attributes };
}

describe("a template as cdk synth writes it", () => {
  const hello = JSON.stringify({
    Resources: {
      Pool1: {
        Type: "AWS::Cognito::UserPool",
        Properties: { AdminCreateUserConfig: { AllowAdminCreateUserOnly: false } },
        UpdateReplacePolicy: "Retain",
        DeletionPolicy: "Retain",
        Metadata: { "aws:cdk:path": "Hello/Pool/Resource" },
      },
      Client2: {
        Type: "AWS::Cognito::UserPoolClient",
        Properties: { AccessTokenValidity: 1440, UserPoolId: { Ref: "Pool1" } },
      },
      Role3: {
        Type: "AWS::IAM::Role",
        Properties: {
          ManagedPolicyArns: [
            {
              "Fn::Join": [
                "",
                ["arn:", { Ref: "AWS::Partition" }, ":iam::aws:policy/service-role/Basic"],
              ],
            },
          ],
        },
      },
      Function4: {
        Type: "AWS::Lambda::Function",
        Properties: {
          Code: {
            S3Bucket: { "Fn::Sub": `cdk-hnb659fds-assets-\${AWS::AccountId}-\${AWS::Region}` },
            S3Key: "abc.zip",
          },
          Role: { "Fn::GetAtt": ["Role3", "Arn"] },
        },
        DependsOn: ["Role3"],
      },
      Authorizer5: {
        Type: "AWS::ApiGatewayV2::Authorizer",
        Properties: {
          JwtConfiguration: {
            Audience: [{ Ref: "Client2" }],
            Issuer: {
              "Fn::Join": [
                "",
                [
                  "https://cognito-idp.",
                  { Ref: "AWS::Region" },
                  ".amazonaws.com/",
                  { Ref: "Pool1" },
                ],
              ],
            },
          },
        },
      },
      Metadata6: { Type: "AWS::CDK::Metadata", Properties: {}, Condition: "CDKMetadataAvailable" },
    },
    Conditions: {
      CDKMetadataAvailable: {
        "Fn::Or": [
          {
            "Fn::Or": [
              { "Fn::Equals": [{ Ref: "AWS::Region" }, "af-south-1"] },
              { "Fn::Equals": [{ Ref: "AWS::Region" }, "eu-central-1"] },
            ],
          },
          { "Fn::Equals": [{ Ref: "AWS::Region" }, "us-west-2"] },
        ],
      },
    },
    Parameters: {
      BootstrapVersion: {
        Type: "AWS::SSM::Parameter::Value<String>",
        Default: "/cdk-bootstrap/hnb659fds/version",
      },
    },
    Rules: {
      CheckBootstrapVersion: {
        Assertions: [
          {
            Assert: {
              "Fn::Not": [
                { "Fn::Contains": [["1", "2", "3", "4", "5"], { Ref: "BootstrapVersion" }] },
              ],
            },
            AssertDescription: "CDK bootstrap stack version 6 required.",
          },
        ],
      },
    },
    Outputs: { Url: { Value: { "Fn::GetAtt": ["Function4", "Arn"] } } },
  });

  it("is evaluated", async () => {
    expect(await deployed(hello)).toEqual({
      dependencies: {
        Pool1: [],
        Client2: ["Pool1"],
        Role3: [],
        Function4: ["Role3"],
        Authorizer5: ["Client2", "Pool1"],
      },
      outputs: { Url: "arn:Function4" },
      resources: {
        Pool1: { AdminCreateUserConfig: { AllowAdminCreateUserOnly: false } },
        Client2: { AccessTokenValidity: 1440, UserPoolId: "ref-Pool1" },
        Role3: { ManagedPolicyArns: ["arn:aws:iam::aws:policy/service-role/Basic"] },
        Function4: {
          Code: { S3Bucket: "cdk-hnb659fds-assets-000000000000-us-east-1", S3Key: "abc.zip" },
          Role: "arn:Role3",
        },
        Authorizer5: {
          JwtConfiguration: {
            Audience: ["ref-Client2"],
            Issuer: "https://cognito-idp.us-east-1.amazonaws.com/ref-Pool1",
          },
        },
      },
    });
  });

  it("asks for a bootstrap stack that is new enough", async () => {
    await expect(deployed(hello, [], "5")).rejects.toThrow(
      "CDK bootstrap stack version 6 required.",
    );
  });
});

describe("a template as cdk bootstrap sends it", () => {
  const bootstrap = `
Parameters:
  TrustedAccounts: {Type: CommaDelimitedList, Default: ""}
  BucketName: {Type: String, Default: ""}
  KeyId: {Type: String, Default: AWS_MANAGED_KEY}
  Qualifier:
    Type: String
    Default: hnb659fds
    AllowedPattern: "[A-Za-z0-9_-]{1,10}"
    ConstraintDescription: Qualifier must be an alphanumeric identifier of at most 10 characters
Conditions:
  HasTrustedAccounts:
    Fn::Not:
      - Fn::Equals: ["", {Fn::Join: ["", {Ref: TrustedAccounts}]}]
  HasBucketName: {Fn::Not: [{Fn::Equals: ["", {Ref: BucketName}]}]}
  CreateNewKey: {Fn::Equals: ["", {Ref: KeyId}]}
  UseAwsManagedKey: {Fn::Equals: [AWS_MANAGED_KEY, {Ref: KeyId}]}
  ShouldCreatePermissions:
    Fn::And: [{Condition: CreateNewKey}, {Condition: HasTrustedAccounts}]
Resources:
  Key:
    Type: AWS::KMS::Key
    Condition: CreateNewKey
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      BucketName:
        Fn::If:
          - HasBucketName
          - {Fn::Sub: "\${BucketName}"}
          - {Fn::Sub: "cdk-\${Qualifier}-assets-\${AWS::AccountId}-\${AWS::Region}"}
      BucketEncryption:
        Fn::If:
          - CreateNewKey
          - {KMSMasterKeyID: {Fn::Sub: "\${Key.Arn}"}}
          - Fn::If: [UseAwsManagedKey, {Ref: AWS::NoValue}, {KMSMasterKeyID: {Ref: KeyId}}]
    UpdateReplacePolicy: Retain
    DeletionPolicy: Retain
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - {Effect: Allow, Principal: {AWS: {Ref: AWS::AccountId}}}
          - Fn::If:
              - HasTrustedAccounts
              - {Effect: Allow, Principal: {AWS: {Ref: TrustedAccounts}}}
              - {Ref: AWS::NoValue}
      Resource: ["\${not sub}", {Fn::Sub: "\${Bucket.Arn}/*"}]
Outputs:
  BucketDomainName: {Value: {Fn::Sub: "\${Bucket.RegionalDomainName}"}}
  KeyArn:
    Export: {Name: {Fn::Sub: "CdkBootstrap-\${Qualifier}-FileAssetKeyArn"}}
    Value:
      Fn::If:
        - CreateNewKey
        - {Fn::Sub: "\${Key.Arn}"}
        - {Fn::Sub: "\${KeyId}"}
`;

  it("is evaluated with its defaults", async () => {
    expect(await deployed(bootstrap)).toEqual({
      dependencies: { Bucket: [], Role: ["Bucket"] },
      outputs: {
        BucketDomainName: "Bucket.s3.us-east-1.amazonaws.com",
        KeyArn: "AWS_MANAGED_KEY",
      },
      resources: {
        Bucket: { BucketName: "cdk-hnb659fds-assets-000000000000-us-east-1" },
        Role: {
          AssumeRolePolicyDocument: {
            Statement: [{ Effect: "Allow", Principal: { AWS: "000000000000" } }],
          },
          Resource: [`\${not sub}`, "arn:Bucket/*"],
        },
      },
    });
  });

  it("is evaluated with a key of its own and trusted accounts", async () => {
    const given = [
      { ParameterKey: "KeyId", ParameterValue: "" },
      { ParameterKey: "TrustedAccounts", ParameterValue: "111111111111, 222222222222" },
    ];
    const { dependencies, outputs, resources } = await deployed(bootstrap, given);
    expect(dependencies).toEqual({ Key: [], Bucket: ["Key"], Role: ["Bucket"] });
    expect(outputs.KeyArn).toBe("arn:Key");
    expect(resources.Bucket).toMatchObject({ BucketEncryption: { KMSMasterKeyID: "arn:Key" } });
    expect(resources.Role).toMatchObject({
      AssumeRolePolicyDocument: {
        Statement: [{}, { Principal: { AWS: ["111111111111", "222222222222"] } }],
      },
    });
  });

  it("refuses a qualifier in the template's words", async () => {
    await expect(
      deployed(bootstrap, [{ ParameterKey: "Qualifier", ParameterValue: "no spaces" }]),
    ).rejects.toThrow("Parameter Qualifier failed to satisfy constraint: Qualifier must be");
  });
});

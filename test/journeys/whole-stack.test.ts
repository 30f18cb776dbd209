import { ApiGatewayV2Client, GetApisCommand, GetRoutesCommand } from "@aws-sdk/client-apigatewayv2";
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import {
  CognitoIdentityProviderClient,
  ListUserPoolsCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { IAMClient, ListRolesCommand } from "@aws-sdk/client-iam";
import {
  GetFunctionCommand,
  GetPolicyCommand,
  LambdaClient,
  ListFunctionsCommand,
} from "@aws-sdk/client-lambda";
import { DescribeParametersCommand, SSMClient } from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryServer } from "../fixtures/server.ts";

const trust = {
  Version: "2012-10-17",
  Statement: [
    {
      ...{ Effect: "Allow", Action: "sts:AssumeRole" },
      Principal: { Service: ["lambda.amazonaws.com", "apigateway.amazonaws.com"] },
    },
  ],
};
const policy = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "lambda:InvokeFunction", Resource: "*" }],
};
const code = `
import cfnresponse
def handler(event, context):
    word = event["ResourceProperties"]["Word"]
    fails = word == "bad" and event["RequestType"] == "Create"
    cfnresponse.send(event, context, "FAILED" if fails else "SUCCESS", {}, word, reason="no")
`;
const arn = (id: string) => ({ "Fn::GetAtt": [id, "Arn"] });
const ref = (id: string) => ({ Ref: id });

/** One resource of each type, standing on each other. */
const resources: Readonly<Record<string, [type: string, properties: object]>> = {
  Role: ["AWS::IAM::Role", { AssumeRolePolicyDocument: trust }],
  Policy: [
    "AWS::IAM::Policy",
    { PolicyName: "invoke", PolicyDocument: policy, Roles: [ref("Role")] },
  ],
  Group: ["AWS::Logs::LogGroup", { LogGroupName: "calls", RetentionInDays: 7 }],
  Parameter: ["AWS::SSM::Parameter", { Name: "/hello", Type: "String", Value: "hello" }],
  Function: [
    "AWS::Lambda::Function",
    {
      ...{ Runtime: "python3.11", Handler: "index.handler", Role: arn("Role") },
      Code: { ZipFile: code },
    },
  ],
  Version: ["AWS::Lambda::Version", { FunctionName: ref("Function") }],
  Alias: [
    "AWS::Lambda::Alias",
    {
      ...{ Name: "live", FunctionName: ref("Function") },
      FunctionVersion: { "Fn::GetAtt": ["Version", "Version"] },
    },
  ],
  Permission: [
    "AWS::Lambda::Permission",
    {
      ...{ Action: "lambda:InvokeFunction", Principal: "apigateway.amazonaws.com" },
      FunctionName: ref("Alias"),
    },
  ],
  Url: ["AWS::Lambda::Url", { TargetFunctionArn: ref("Function"), AuthType: "NONE" }],
  Word: ["Custom::Word", { ServiceToken: arn("Function"), Word: "good" }],
  Pool: ["AWS::Cognito::UserPool", { UserPoolName: "members" }],
  Client: ["AWS::Cognito::UserPoolClient", { UserPoolId: ref("Pool") }],
  Api: ["AWS::ApiGatewayV2::Api", { Name: "hello", ProtocolType: "HTTP" }],
  Authorizer: [
    "AWS::ApiGatewayV2::Authorizer",
    {
      ...{ ApiId: ref("Api"), Name: "members", AuthorizerType: "JWT" },
      IdentitySource: ["$request.header.Authorization"],
      JwtConfiguration: {
        Audience: [ref("Client")],
        Issuer: { "Fn::Sub": `https://\${Pool.ProviderName}` },
      },
    },
  ],
  Integration: [
    "AWS::ApiGatewayV2::Integration",
    {
      ...{ ApiId: ref("Api"), IntegrationType: "AWS_PROXY", PayloadFormatVersion: "2.0" },
      IntegrationUri: arn("Function"),
    },
  ],
  Route: [
    "AWS::ApiGatewayV2::Route",
    {
      ...{ ApiId: ref("Api"), RouteKey: "GET /hello", AuthorizationType: "JWT" },
      AuthorizerId: ref("Authorizer"),
      Target: { "Fn::Sub": `integrations/\${Integration}` },
    },
  ],
  Stage: ["AWS::ApiGatewayV2::Stage", { ApiId: ref("Api"), StageName: "live" }],
  Deployment: [
    "AWS::ApiGatewayV2::Deployment",
    { ApiId: ref("Api"), StageName: ref("Stage"), Description: { "Fn::Sub": `for \${Route}` } },
  ],
};

/** Some in place, some that replace; the client comes after most of them. */
const changes: Readonly<Record<string, object>> = {
  Group: { RetentionInDays: 14 },
  Parameter: { Value: "hullo" },
  Function: { Timeout: 10, Description: "says hullo" },
  Version: { Description: "second" },
  Permission: { SourceAccount: "000000000000" },
  Word: { Word: "better" },
  Api: { Description: "says hullo" },
  Route: { RouteKey: "GET /hullo" },
  Client: { ClientName: "other", GenerateSecret: true },
};

function templateWith(more: Readonly<Record<string, object>>): string {
  const all = Object.entries(resources).map(([id, [Type, properties]]) => [
    id,
    { Type, Properties: { ...properties, ...more[id] } },
  ]);
  return JSON.stringify({ Resources: Object.fromEntries(all) });
}

describe("a stack of everything", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let stacks: CloudFormationClient;

  const settings = () => ({
    ...{ endpoint: server.url, region: "us-east-1", maxAttempts: 1 },
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });

  beforeAll(async () => {
    server = await temporaryServer();
    stacks = new CloudFormationClient(settings());
  });
  afterAll(async () => {
    stacks.destroy();
    await server.close();
  });

  async function create(StackName: string, TemplateBody: string) {
    const Capabilities = ["CAPABILITY_IAM" as const];
    await stacks.send(new CreateStackCommand({ StackName, TemplateBody, Capabilities }));
    return settled(StackName);
  }

  async function settled(StackName: string) {
    for (;;) {
      const { Stacks } = await stacks.send(new DescribeStacksCommand({ StackName }));
      const { StackStatus = "", StackId = "" } = Stacks?.[0] ?? {};
      if (!StackStatus.endsWith("_IN_PROGRESS")) return { id: StackId, status: StackStatus };
    }
  }

  async function failuresOf(StackName: string) {
    const { StackEvents = [] } = await stacks.send(new DescribeStackEventsCommand({ StackName }));
    return StackEvents.filter(({ ResourceStatus }) => ResourceStatus?.endsWith("FAILED")).map(
      ({ LogicalResourceId: id, ResourceStatusReason: reason }) => `${id}: ${reason}`,
    );
  }

  /** Names of all that stands, but for what functions have logged. */
  async function whatStands(): Promise<unknown[]> {
    const client = settings();
    const groups = await new CloudWatchLogsClient(client).send(new DescribeLogGroupsCommand({}));
    const pools = new ListUserPoolsCommand({ MaxResults: 60 });
    const [apis, functions, roles, parameters, userPools] = await Promise.all([
      new ApiGatewayV2Client(client).send(new GetApisCommand({})),
      new LambdaClient(client).send(new ListFunctionsCommand({})),
      new IAMClient(client).send(new ListRolesCommand({})),
      new SSMClient(client).send(new DescribeParametersCommand({})),
      new CognitoIdentityProviderClient(client).send(pools),
    ]);
    return [
      ...(groups.logGroups ?? []).map(({ logGroupName }) => logGroupName),
      ...(apis.Items ?? []).map(({ Name }) => Name),
      ...(functions.Functions ?? []).map(({ FunctionName }) => FunctionName),
      ...(roles.Roles ?? []).map(({ RoleName }) => RoleName),
      ...(parameters.Parameters ?? []).map(({ Name }) => Name),
      ...(userPools.UserPools ?? []).map(({ Name }) => Name),
    ].filter((name) => !name?.startsWith("/aws/lambda/"));
  }

  /** What the stack's function and API are, as far as the changes change it. */
  async function shownBy(StackName: string) {
    const physical = new Map<string, string>();
    const list = new DescribeStackResourcesCommand({ StackName });
    for (const resource of (await stacks.send(list)).StackResources ?? []) {
      physical.set(resource.LogicalResourceId ?? "", resource.PhysicalResourceId ?? "");
    }
    const client = settings();
    const lambda = new LambdaClient(client);
    const FunctionName = physical.get("Function");
    const alias = new GetFunctionCommand({ FunctionName, Qualifier: "live" });
    const { Configuration } = await lambda.send(new GetFunctionCommand({ FunctionName }));
    const routes = new GetRoutesCommand({ ApiId: physical.get("Api") });
    const { Items = [] } = await new ApiGatewayV2Client(client).send(routes);
    const policy = new GetPolicyCommand({ FunctionName, Qualifier: "live" });
    const { Timeout, Description } = Configuration ?? {};
    return {
      ...{ Timeout, Description, physical: Object.fromEntries(physical) },
      routes: Items.map(({ RouteKey }) => RouteKey),
      policy: (await lambda.send(policy)).Policy,
      Version: (await lambda.send(alias)).Configuration?.Version,
    };
  }

  it("is made, and goes again without leaving anything behind", async () => {
    const { id, status } = await create("whole", templateWith({}));
    expect(await failuresOf("whole")).toEqual([]);
    expect(status).toBe("CREATE_COMPLETE");
    expect((await whatStands()).length).toBe(6);
    await stacks.send(new DeleteStackCommand({ StackName: "whole" }));
    expect(await settled(id)).toEqual({ id, status: "DELETE_COMPLETE" });
    expect(await whatStands()).toEqual([]);
  });

  it("is what it was when an update of nearly everything fails", async () => {
    const { id } = await create("changing", templateWith({}));
    const before = await shownBy(id);
    const update = { StackName: "changing", Capabilities: ["CAPABILITY_IAM" as const] };
    const failing = templateWith({ ...changes, Client: { AccessTokenValidity: 1_000_000 } });
    await stacks.send(new UpdateStackCommand({ ...update, TemplateBody: failing }));
    expect((await settled("changing")).status).toBe("UPDATE_ROLLBACK_COMPLETE");
    expect(await failuresOf("changing")).toEqual([expect.stringContaining("Client: ")]);
    expect(await shownBy(id)).toEqual(before);
    const good = templateWith(changes);
    await stacks.send(new UpdateStackCommand({ ...update, TemplateBody: good }));
    const { status } = await settled("changing");
    expect(await failuresOf("changing")).toHaveLength(1);
    expect(status).toBe("UPDATE_COMPLETE");
    expect(await shownBy(id)).toMatchObject({
      ...{ Timeout: 10, routes: ["GET /hullo"] },
      // The update that failed may have come to publishing, and numbers are not used again.
      Version: expect.stringMatching(/^[23]$/),
    });
    await stacks.send(new DeleteStackCommand({ StackName: "changing" }));
    expect((await settled(id)).status).toBe("DELETE_COMPLETE");
    expect(await whatStands()).toEqual([]);
  });
});

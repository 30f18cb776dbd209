import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  CreateStageCommand,
} from "@aws-sdk/client-apigatewayv2";
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { CreateFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { zipSync } from "fflate";
import { serviceSettings } from "../aws.ts";

/** The languages of the functions that are measured. */
export const languages = ["python", "node"] as const;
export type Language = (typeof languages)[number];

const sources = {
  python: {
    runtime: "python3.11",
    file: "hello.py",
    text: 'def handler(event, context): return {"statusCode": 200, "body": "hi"}\n',
  },
  node: {
    runtime: "nodejs24.x",
    file: "hello.mjs",
    text: 'export const handler = async () => ({ statusCode: 200, body: "hi" });\n',
  },
} as const;

/** Deploys `GET /hello` in front of a function named `hello`; answers its address. */
export async function deployFunction(server: string, language: Language): Promise<string> {
  const settings = serviceSettings(server);
  const role = await createRole(new IAMClient(settings));
  const { runtime, file, text } = sources[language];
  const { FunctionArn } = await new LambdaClient(settings).send(
    new CreateFunctionCommand({
      FunctionName: "hello",
      Runtime: runtime,
      Handler: "hello.handler",
      Role: role,
      Code: { ZipFile: zipSync({ [file]: Buffer.from(text) }) },
    }),
  );
  const apis = new ApiGatewayV2Client(settings);
  const api = { Name: "bench", ProtocolType: "HTTP" } as const;
  const { ApiId } = await apis.send(new CreateApiCommand(api));
  const { IntegrationId } = await apis.send(
    new CreateIntegrationCommand({
      ApiId,
      IntegrationType: "AWS_PROXY",
      IntegrationUri: FunctionArn,
      CredentialsArn: role,
      PayloadFormatVersion: "2.0",
    }),
  );
  const Target = `integrations/${IntegrationId}`;
  await apis.send(new CreateRouteCommand({ ApiId, RouteKey: "GET /hello", Target }));
  await apis.send(new CreateStageCommand({ ApiId, StageName: "$default", AutoDeploy: true }));
  return `${server}/_api/${ApiId}/-/hello`;
}

async function createRole(iam: IAMClient): Promise<string | undefined> {
  const Service = ["apigateway.amazonaws.com", "lambda.amazonaws.com"];
  const trust = { Effect: "Allow", Principal: { Service }, Action: "sts:AssumeRole" };
  const allow = { Effect: "Allow", Action: "lambda:InvokeFunction", Resource: "*" };
  const document = (statement: object) =>
    JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  const { Role } = await iam.send(
    new CreateRoleCommand({ RoleName: "hello", AssumeRolePolicyDocument: document(trust) }),
  );
  const policy = { PolicyName: "invoke", PolicyDocument: document(allow) };
  await iam.send(new PutRolePolicyCommand({ RoleName: "hello", ...policy }));
  return Role?.Arn;
}

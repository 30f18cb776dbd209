import { App, CfnOutput, NestedStack, RemovalPolicy, Stack } from "aws-cdk-lib";
import { HttpApi, HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpUserPoolAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { UserPool } from "aws-cdk-lib/aws-cognito";
import { Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { StringParameter } from "aws-cdk-lib/aws-ssm";

// What apps have that is more than one stack of plain resources.
const app = new App();

const base = new Stack(app, "Base", { tags: { team: "blue" } });
const pool = new UserPool(base, "Pool", { removalPolicy: RemovalPolicy.DESTROY });
const client = pool.addClient("Web", { authFlows: { adminUserPassword: true } });
const bucket = new Bucket(base, "Files", {
  bucketName: "several-stacks-files",
  removalPolicy: RemovalPolicy.DESTROY,
  // By a function of the CDK's own, which is a custom resource.
  autoDeleteObjects: true,
});
const inner = new NestedStack(base, "Inner");
const parameter = { parameterName: "/inner/pool", stringValue: pool.userPoolId };
new StringParameter(inner, "PoolId", parameter);

const front = new Stack(app, "Front");
const hello = new LambdaFunction(front, "Hello", {
  runtime: Runtime.NODEJS_22_X,
  handler: "index.handler",
  code: Code.fromAsset("function"),
  environment: { BUCKET: bucket.bucketName },
});
bucket.grantReadWrite(hello);
const api = new HttpApi(front, "Api");
api.addRoutes({
  path: "/hello",
  methods: [HttpMethod.GET],
  integration: new HttpLambdaIntegration("Hello", hello),
  authorizer: new HttpUserPoolAuthorizer("Members", pool, { userPoolClients: [client] }),
});
new CfnOutput(front, "ApiId", { value: api.apiId });

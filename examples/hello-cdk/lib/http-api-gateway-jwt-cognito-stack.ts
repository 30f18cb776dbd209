import { Aws, CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import {
  CfnApi,
  CfnAuthorizer,
  CfnDeployment,
  CfnIntegration,
  CfnRoute,
  CfnStage,
} from "aws-cdk-lib/aws-apigatewayv2";
import {
  OAuthScope,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
} from "aws-cdk-lib/aws-cognito";
import {
  CompositePrincipal,
  PolicyDocument,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from "aws-cdk-lib/aws-iam";
import { Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";

/** An HTTP API that lets the users of a pool call a function. */
export class HttpApiGatewayJwtCognitoStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const pool = new UserPool(this, "UserPool", { removalPolicy: RemovalPolicy.DESTROY });
    const client = this.addWebClient(pool);
    const hello = this.addFunction();
    const api = this.addApi(pool, client, hello);

    new CfnOutput(this, "UserPoolId", { value: pool.userPoolId });
    new CfnOutput(this, "UserPoolClientId", { value: client.userPoolClientId });
    new CfnOutput(this, "ApiUrl", { value: api.attrApiEndpoint });
  }

  private addWebClient(pool: UserPool): UserPoolClient {
    return pool.addClient("WebClient", {
      userPoolClientName: "MyAppWebClient",
      accessTokenValidity: Duration.days(1),
      idTokenValidity: Duration.days(1),
      authFlows: { adminUserPassword: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID],
        callbackUrls: ["https://example.com"],
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    });
  }

  private addFunction(): LambdaFunction {
    return new LambdaFunction(this, "HelloFunction", {
      runtime: Runtime.PYTHON_3_11,
      code: Code.fromAsset("lambda"),
      handler: "lambda_function.lambda_handler",
      timeout: Duration.seconds(40),
    });
  }

  private addApi(pool: UserPool, client: UserPoolClient, hello: LambdaFunction): CfnApi {
    const api = new CfnApi(this, "HelloApi", {
      name: "helloAPI",
      protocolType: "HTTP",
      corsConfiguration: { maxAge: 123 },
    });
    const authorizer = new CfnAuthorizer(this, "JwtAuthorizer", {
      apiId: api.attrApiId,
      name: "jwt",
      authorizerType: "JWT",
      identitySource: ["$request.header.Authorization"],
      jwtConfiguration: {
        audience: [client.userPoolClientId],
        issuer: `https://cognito-idp.${Aws.REGION}.amazonaws.com/${pool.userPoolId}`,
      },
    });
    const integration = new CfnIntegration(this, "HelloIntegration", {
      apiId: api.attrApiId,
      integrationType: "AWS_PROXY",
      integrationUri: hello.functionArn,
      credentialsArn: this.addCaller(hello).roleArn,
      payloadFormatVersion: "1.0",
    });
    const route = new CfnRoute(this, "HelloRoute", {
      apiId: api.attrApiId,
      routeKey: "GET /hello",
      authorizationType: "JWT",
      authorizerId: authorizer.ref,
      target: `integrations/${integration.ref}`,
    });
    const deployment = new CfnDeployment(this, "Deployment", { apiId: api.attrApiId });
    // A deployment holds the routes that there are when it is made.
    deployment.node.addDependency(route);
    new CfnStage(this, "ApiStage", {
      apiId: api.attrApiId,
      stageName: "api",
      deploymentId: deployment.attrDeploymentId,
    });
    return api;
  }

  /** What the API is while it calls the function: it needs no permission of the function's then. */
  private addCaller(hello: LambdaFunction): Role {
    const invoke = new PolicyStatement({
      actions: ["lambda:InvokeFunction"],
      resources: [hello.functionArn],
    });
    return new Role(this, "ApiRole", {
      assumedBy: new CompositePrincipal(
        new ServicePrincipal("apigateway.amazonaws.com"),
        new ServicePrincipal("lambda.amazonaws.com"),
      ),
      inlinePolicies: { invoke: new PolicyDocument({ statements: [invoke] }) },
    });
  }
}

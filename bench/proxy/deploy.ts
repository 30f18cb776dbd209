import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateAuthorizerCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  CreateStageCommand,
} from "@aws-sdk/client-apigatewayv2";
import { serviceSettings } from "../aws.ts";
import type { Surroundings } from "./systems.ts";

/** Deploys `GET /hello` with a JWT authorizer in front of the backend; answers its address. */
export async function deployProxy(server: string, around: Surroundings): Promise<string> {
  const { issuer, audience, scope } = around.expected;
  const client = new ApiGatewayV2Client(serviceSettings(server));
  const { ApiId } = await client.send(
    new CreateApiCommand({ Name: "bench", ProtocolType: "HTTP" }),
  );
  const { AuthorizerId } = await client.send(
    new CreateAuthorizerCommand({
      ApiId,
      Name: "bench",
      AuthorizerType: "JWT",
      IdentitySource: ["$request.header.Authorization"],
      JwtConfiguration: { Issuer: issuer, Audience: [audience] },
    }),
  );
  const { IntegrationId } = await client.send(
    new CreateIntegrationCommand({
      ApiId,
      IntegrationType: "HTTP_PROXY",
      IntegrationMethod: "GET",
      IntegrationUri: `http://127.0.0.1:${around.upstreamPort}/hello`,
      PayloadFormatVersion: "1.0",
    }),
  );
  await client.send(
    new CreateRouteCommand({
      ApiId,
      RouteKey: "GET /hello",
      AuthorizationType: "JWT",
      AuthorizerId,
      AuthorizationScopes: [scope],
      Target: `integrations/${IntegrationId}`,
    }),
  );
  await client.send(new CreateStageCommand({ ApiId, StageName: "$default", AutoDeploy: true }));
  client.destroy();
  return `${server}/_api/${ApiId}/-/hello`;
}

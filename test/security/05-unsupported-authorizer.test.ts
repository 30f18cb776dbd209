import {
  CreateAuthorizerCommand,
  CreateRouteCommand,
  GetRoutesCommand,
  UpdateRouteCommand,
} from "@aws-sdk/client-apigatewayv2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  clientsOf,
  createHelloStack,
  type HelloClients,
  type HelloStack,
  present,
} from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";

describe("pitfall 5: what cannot be enforced is refused, never left open", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let clients: HelloClients;
  let stack: HelloStack;

  beforeAll(async () => {
    server = await temporaryServer();
    clients = clientsOf(server.url);
    stack = await createHelloStack(clients);
  });
  afterAll(() => server.close());

  const route = (settings: object) =>
    clients.apis.send(
      new CreateRouteCommand({
        ApiId: stack.apiId,
        RouteKey: "GET /guarded",
        Target: `integrations/${stack.integrationId}`,
        ...settings,
      }),
    );

  it("an authorizer of a kind that is not enforced names itself", async () => {
    const create = new CreateAuthorizerCommand({
      ApiId: stack.apiId,
      Name: "mine",
      AuthorizerType: "REQUEST",
      IdentitySource: ["$request.header.Authorization"],
      AuthorizerUri: "arn:aws:lambda:us-east-1:000000000000:function:hello",
      AuthorizerPayloadFormatVersion: "2.0",
    });
    await expect(clients.apis.send(create)).rejects.toThrow(/REQUEST/);
  });

  it.each([["AWS_IAM"], ["CUSTOM"]] as const)("a route with %s is refused", async (kind) => {
    await expect(route({ AuthorizationType: kind })).rejects.toThrow(new RegExp(kind));
  });

  it("JWT without an authorizer is refused", async () => {
    await expect(route({ AuthorizationType: "JWT" })).rejects.toThrow(/authorizer/i);
    const wrong = { AuthorizationType: "JWT", AuthorizerId: "nobody" };
    await expect(route(wrong)).rejects.toThrow(/authorizer/i);
  });

  it("and an update cannot open what was guarded by a slip", async () => {
    const { Items } = await clients.apis.send(new GetRoutesCommand({ ApiId: stack.apiId }));
    const RouteId = present(Items?.find((item) => item.RouteKey === "GET /hello")?.RouteId);
    const update = { ApiId: stack.apiId, RouteId, AuthorizationType: "CUSTOM" } as const;
    await expect(clients.apis.send(new UpdateRouteCommand(update))).rejects.toThrow(/CUSTOM/);
    const answer = await fetch(`${server.url}/_api/${stack.apiId}/api/hello`);
    expect(answer.status).toBe(401);
  });
});

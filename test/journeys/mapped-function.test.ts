import {
  CreateApiCommand,
  GetIntegrationsCommand,
  UpdateIntegrationCommand,
} from "@aws-sdk/client-apigatewayv2";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createFunction } from "../fixtures/functions.ts";
import { clientsOf, createHelloStack } from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";

/** Tells its event, with the status that the query asks for. */
const echo = `import json
def handler(event, context):
    status = int(event.get("queryStringParameters", {}).get("status", 200))
    return {"statusCode": status, "headers": {"x-own": "own"}, "body": json.dumps(event)}
`;

let server: Awaited<ReturnType<typeof temporaryServer>>;
let url = "";

beforeAll(async () => {
  server = await temporaryServer();
  const clients = clientsOf(server.url);
  const { roleArn } = await createHelloStack(clients);
  await createFunction(clients, "echo", { "app.py": echo }, { Role: roleArn });
  const Target = "arn:aws:lambda:us-east-1:000000000000:function:echo";
  const { ApiId } = await clients.apis.send(
    new CreateApiCommand({ Name: "m", ProtocolType: "HTTP", Target, CredentialsArn: roleArn }),
  );
  const { Items: [{ IntegrationId = "" } = {}] = [] } = await clients.apis.send(
    new GetIntegrationsCommand({ ApiId }),
  );
  await clients.apis.send(
    new UpdateIntegrationCommand({
      ApiId,
      IntegrationId,
      RequestParameters: {
        "overwrite:path": `/v2\${request.path}`,
        "overwrite:querystring.stage": "$context.stage",
        "append:header.x-mapped": `id \${request.body.id}`,
      },
      ResponseParameters: {
        404: { "overwrite:statuscode": "410", "append:header.x-was": "$response.header.x-own" },
      },
    }),
  );
  url = `${server.url}/_api/${ApiId}/-`;
});
afterAll(() => server.close());

it("a function gets the request as it was mapped", async () => {
  const answer = await fetch(`${url}/pets?a=1`, { method: "POST", body: '{"id":7}' });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    rawPath: "/v2/pets",
    rawQueryString: "a=1&stage=%24default",
    queryStringParameters: { a: "1", stage: "$default" },
    headers: { "x-mapped": "id 7" },
  });
});

it("a client gets the answer as it was mapped, by its status", async () => {
  const gone = await fetch(`${url}/pets?status=404`);
  expect(gone.status).toBe(410);
  expect(gone.headers.get("x-was")).toBe("own");
  const found = await fetch(`${url}/pets?status=203`);
  expect(found.status).toBe(203);
  expect(found.headers.has("x-was")).toBe(false);
});

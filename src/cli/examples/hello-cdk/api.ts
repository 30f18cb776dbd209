import type { Client } from "../../client.ts";

const tag = { "gatepool:example": "hello-cdk" };

interface Parts {
  readonly roleArn: string;
  readonly functionArn: string;
  readonly userPoolId: string;
  readonly clientId: string;
}

interface Api {
  readonly apiId: string;
  readonly name: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * The HTTP API with its authorizer, integration, route, deployment and stage.
 * @returns its id
 */
export async function deployApi(client: Client, parts: Parts): Promise<string> {
  const { apiId } = await findOrCreate<Api>(client, "/v2/apis", {
    matches: ({ tags }) => tags?.["gatepool:example"] === tag["gatepool:example"],
    create: {
      name: "helloAPI",
      protocolType: "HTTP",
      corsConfiguration: { maxAge: 123 },
      tags: tag,
    },
  });
  const path = `/v2/apis/${apiId}`;
  await deployRoute(client, path, parts);
  await deployStage(client, path);
  return apiId;
}

async function deployRoute(client: Client, path: string, parts: Parts): Promise<void> {
  const { authorizerId } = await findOrCreate<{ authorizerId: string; name: string }>(
    client,
    `${path}/authorizers`,
    {
      matches: ({ name }) => name === "jwt",
      create: {
        name: "jwt",
        authorizerType: "JWT",
        identitySource: ["$request.header.Authorization"],
        jwtConfiguration: { audience: [parts.clientId], issuer: issuerOf(parts.userPoolId) },
      },
    },
  );
  const { integrationId } = await findOrCreate<{ integrationId: string; integrationUri: string }>(
    client,
    `${path}/integrations`,
    {
      matches: ({ integrationUri }) => integrationUri === parts.functionArn,
      create: {
        integrationType: "AWS_PROXY",
        integrationUri: parts.functionArn,
        credentialsArn: parts.roleArn,
        payloadFormatVersion: "1.0",
      },
    },
  );
  await findOrCreate<{ routeKey: string }>(client, `${path}/routes`, {
    matches: ({ routeKey }) => routeKey === "GET /hello",
    create: {
      routeKey: "GET /hello",
      target: `integrations/${integrationId}`,
      authorizationType: "JWT",
      authorizerId,
    },
  });
}

async function deployStage(client: Client, path: string): Promise<void> {
  const stages = await listAll<{ stageName: string }>(client, `${path}/stages`);
  if (stages.some(({ stageName }) => stageName === "api")) return;
  const deployment = await client.rest<{ deploymentId: string }>(
    "apigateway",
    "POST",
    `${path}/deployments`,
    {},
  );
  const stage = { stageName: "api", deploymentId: deployment.deploymentId };
  await client.rest("apigateway", "POST", `${path}/stages`, stage);
}

/** As the template spells it, whatever issuer the server writes into its tokens. */
function issuerOf(userPoolId: string): string {
  const [region] = userPoolId.split("_");
  return `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`;
}

interface Wanted<Item> {
  matches(item: Item): boolean;
  readonly create: object;
}

async function findOrCreate<Item>(client: Client, path: string, wanted: Wanted<Item>) {
  const items = await listAll<Item>(client, path);
  const found = items.find((item) => wanted.matches(item));
  return found ?? (await client.rest<Item>("apigateway", "POST", path, wanted.create));
}

async function listAll<Item>(client: Client, path: string): Promise<Item[]> {
  const items: Item[] = [];
  let query = "?maxResults=100";
  for (;;) {
    const page = await client.rest<{ items?: Item[]; nextToken?: string }>(
      "apigateway",
      "GET",
      path + query,
    );
    items.push(...(page.items ?? []));
    if (!page.nextToken) return items;
    query = `?maxResults=100&nextToken=${encodeURIComponent(page.nextToken)}`;
  }
}

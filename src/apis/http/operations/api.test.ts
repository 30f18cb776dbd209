import {
  CreateApiCommand,
  type CreateApiCommandInput,
  DeleteApiCommand,
  DeleteCorsConfigurationCommand,
  GetApiCommand,
  GetApisCommand,
  GetRoutesCommand,
  UpdateApiCommand,
} from "@aws-sdk/client-apigatewayv2";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createHelloApi,
  createHttpApi,
  refusalOf,
  temporaryApis,
} from "../../../../test/fixtures/http-apis.ts";

let control: Awaited<ReturnType<typeof temporaryApis>>;
beforeAll(async () => {
  control = await temporaryApis({ clock: { now: () => Date.UTC(2026, 10, 20, 20, 0, 0, 789) } });
});
afterAll(() => control.close());

const unknown = "aaaaaaaaaa";

test("an API is made with AWS's defaults, and found again", async () => {
  const made = await control.client.send(
    new CreateApiCommand({ Name: "helloAPI", ProtocolType: "HTTP" }),
  );
  expect(made.$metadata.httpStatusCode).toBe(201);
  const { $metadata: _, ...api } = made;
  expect(api).toEqual({
    ApiEndpoint: `https://${api.ApiId}.execute-api.us-east-1.amazonaws.com`,
    ApiId: expect.stringMatching(/^[a-z0-9]{10}$/),
    ApiKeySelectionExpression: "$request.header.x-api-key",
    CreatedDate: new Date("2026-11-20T20:00:00Z"),
    DisableExecuteApiEndpoint: false,
    IpAddressType: "ipv4",
    Name: "helloAPI",
    ProtocolType: "HTTP",
    RouteSelectionExpression: "$request.method $request.path",
    Tags: {},
  });
  const found = await control.client.send(new GetApiCommand({ ApiId: api.ApiId }));
  expect(found).toMatchObject(api);
});

test("every setting that is harmless is kept", async () => {
  const settings: Partial<CreateApiCommandInput> = {
    Description: "",
    Version: "2026-11-20",
    IpAddressType: "dualstack",
    Tags: { team: "pets" },
    CorsConfiguration: { AllowOrigins: ["https://app.example.com"], AllowCredentials: true },
  };
  const made = await control.client.send(
    new CreateApiCommand({
      Name: "kept",
      ProtocolType: "HTTP",
      RouteSelectionExpression: `\${request.method} \${request.path}`,
      ...settings,
    }),
  );
  expect(made).toMatchObject({
    ...settings,
    RouteSelectionExpression: "$request.method $request.path",
  });
});

test("an update changes what it names and leaves the rest", async () => {
  const { apiId: ApiId } = await createHelloApi(control.client);
  const renamed = await control.client.send(new UpdateApiCommand({ ApiId, Name: "renamed" }));
  expect(renamed).toMatchObject({ Name: "renamed", CorsConfiguration: { MaxAge: 123 } });
  const CorsConfiguration = { AllowMethods: ["GET"] };
  const cors = await control.client.send(new UpdateApiCommand({ ApiId, CorsConfiguration }));
  expect(cors).toMatchObject({ Name: "renamed" });
  expect(cors.CorsConfiguration).toEqual(CorsConfiguration);
});

test("a CORS configuration can be taken off", async () => {
  const { apiId: ApiId } = await createHelloApi(control.client);
  const gone = await control.client.send(new DeleteCorsConfigurationCommand({ ApiId }));
  expect(gone.$metadata.httpStatusCode).toBe(204);
  const api = await control.client.send(new GetApiCommand({ ApiId }));
  expect(api.CorsConfiguration).toBeUndefined();
});

test("a deleted API is gone, and so is what it served", async () => {
  const { apiId: ApiId } = await createHelloApi(control.client);
  expect(control.plans.get(ApiId, "api")).toBeDefined();
  const gone = await control.client.send(new DeleteApiCommand({ ApiId }));
  expect(gone.$metadata.httpStatusCode).toBe(204);
  expect(control.plans.api(ApiId)).toBeUndefined();
  expect(await refusalOf(control.client.send(new GetApiCommand({ ApiId })))).toEqual({
    name: "NotFoundException",
    message: `Invalid API identifier specified 000000000000:${ApiId}`,
    status: 404,
  });
  const again = await refusalOf(control.client.send(new DeleteApiCommand({ ApiId })));
  expect(again.name).toBe("NotFoundException");
});

test("an endpoint that is switched off serves nothing, until it is switched on", async () => {
  const { apiId: ApiId } = await createHelloApi(control.client);
  const switched = (DisableExecuteApiEndpoint: boolean) =>
    control.client.send(new UpdateApiCommand({ ApiId, DisableExecuteApiEndpoint }));
  expect(await switched(true)).toMatchObject({ DisableExecuteApiEndpoint: true });
  expect(control.plans.get(ApiId, "api")).toBeUndefined();
  await switched(false);
  expect(control.plans.get(ApiId, "api")).toBeDefined();
});

test("another account and another region have APIs of their own", async () => {
  const ApiId = await createHttpApi(control.client);
  const account = control.clientIn("111122223333", "us-east-1");
  const region = control.clientIn("test", "eu-west-1");
  const refused = {
    name: "NotFoundException",
    message: `Invalid API identifier specified 111122223333:${ApiId}`,
    status: 404,
  };
  for (const Command of [GetApiCommand, UpdateApiCommand, DeleteApiCommand]) {
    expect(await refusalOf(account.send(new Command({ ApiId })))).toEqual(refused);
  }
  expect(await refusalOf(account.send(new GetRoutesCommand({ ApiId })))).toEqual(refused);
  expect(await refusalOf(region.send(new GetApiCommand({ ApiId })))).toMatchObject({
    name: "NotFoundException",
  });
  expect((await account.send(new GetApisCommand({}))).Items).toEqual([]);
  expect((await control.client.send(new GetApiCommand({ ApiId }))).ApiId).toBe(ApiId);
});

test("lists come in pages, each API once", async () => {
  const client = control.clientIn("222233334444", "us-east-1");
  const made = await Promise.all(Array.from({ length: 5 }, () => createHttpApi(client)));
  const seen: (string | undefined)[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(new GetApisCommand({ MaxResults: "2", NextToken }));
    expect(page.Items?.length).toBeLessThanOrEqual(2);
    seen.push(...(page.Items ?? []).map(({ ApiId }) => ApiId));
    NextToken = page.NextToken;
  } while (NextToken);
  expect(seen.toSorted()).toEqual(made.toSorted());
});

test("a page token fits the list that gave it out, and no other", async () => {
  const client = control.clientIn("333344445555", "us-east-1");
  const [ApiId = ""] = await Promise.all([createHttpApi(client), createHttpApi(client)]);
  const { NextToken } = await client.send(new GetApisCommand({ MaxResults: "1" }));
  expect(NextToken).toBeDefined();
  const refused = { name: "BadRequestException", message: "Invalid nextToken", status: 400 };
  const forged = new GetApisCommand({ NextToken: `${NextToken?.slice(0, -2)}AA` });
  expect(await refusalOf(client.send(forged))).toEqual(refused);
  const routes = new GetRoutesCommand({ ApiId, NextToken });
  expect(await refusalOf(client.send(routes))).toEqual(refused);
  const other = control.clientIn("444455556666", "us-east-1");
  expect(await refusalOf(other.send(new GetApisCommand({ NextToken })))).toEqual(refused);
});

test.each(["0", "501", "-1", "ten", "1e2"])("maxResults %s is refused", async (MaxResults) => {
  const refused = await refusalOf(control.client.send(new GetApisCommand({ MaxResults })));
  expect(refused).toMatchObject({ name: "BadRequestException", status: 400 });
  expect(refused.message).toContain(`Invalid maxResults '${MaxResults}'`);
});

const see = "is not supported here: see docs/compatibility.md";
const refusals: [string, Partial<CreateApiCommandInput>, string][] = [
  ["protocolType", { ProtocolType: "WEBSOCKET" }, `protocolType 'WEBSOCKET' ${see}`],
  ["disableSchemaValidation", { DisableSchemaValidation: true }, see],
  ["apiKeySelectionExpression", { ApiKeySelectionExpression: "$x" }, "Invalid apiKeySelection"],
  ["routeSelectionExpression", { RouteSelectionExpression: "$x" }, "Invalid routeSelection"],
  ["name", { Name: "a".repeat(129) }, "name must be 1 to 128 characters"],
  ["description", { Description: "a".repeat(1025) }, "description must be 0 to 1024 characters"],
  ["version", { Version: "a".repeat(65) }, "version must be 1 to 64 characters"],
  ["tags", { Tags: { ["k".repeat(129)]: "v" } }, "tags must be 1 to 128 characters"],
  [
    "corsConfiguration",
    { CorsConfiguration: { AllowOrigins: ["*"], AllowCredentials: true } },
    "allow-credentials is not supported if 'allow-origin' is *",
  ],
];
test.each(refusals)("CreateApi refuses what it cannot do: %s", async (_, wrong, message) => {
  const input = { Name: "refused", ProtocolType: "HTTP", ...wrong } as const;
  const refused = await refusalOf(control.client.send(new CreateApiCommand(input)));
  expect(refused).toMatchObject({ name: "BadRequestException", status: 400 });
  expect(refused.message).toContain(message);
});

test("an update that is refused changes nothing", async () => {
  const ApiId = await createHttpApi(control.client);
  const update = new UpdateApiCommand({ ApiId, Name: "new", Target: "https://example.com" });
  expect((await refusalOf(control.client.send(update))).name).toBe("BadRequestException");
  expect((await control.client.send(new GetApiCommand({ ApiId }))).Name).toBe("helloAPI");
});

test("ids that no API can have are not found, however long", async () => {
  for (const ApiId of [unknown, "../apis", "a".repeat(5000), "ä"]) {
    const refused = await refusalOf(control.client.send(new GetApiCommand({ ApiId })));
    expect(refused).toMatchObject({ name: "NotFoundException", status: 404 });
  }
});

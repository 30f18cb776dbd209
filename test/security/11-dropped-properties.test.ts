import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type CloudFormationClient,
  CreateChangeSetCommand,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
} from "@aws-sdk/client-cloudformation";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { checkProperties } from "../../src/stacks/schema/check-properties.ts";
import type { PropertyType, ResourceSchema } from "../../src/stacks/schema/resource-schema.ts";
import { tableFile, tableServices } from "../../src/stacks/schema/tables.ts";
import { TemplateError } from "../../src/stacks/template/template-error.ts";
import { everythingOn } from "../fixtures/everything.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { endOf, stacksClient } from "../fixtures/stack-end.ts";

const folder = join(import.meta.dirname, "../../src/stacks/schema");

/** An API that serves whatever route comes to it, at once. */
const open = {
  Api: { Type: "AWS::ApiGatewayV2::Api", Properties: { Name: "open", ProtocolType: "HTTP" } },
  Integration: {
    Type: "AWS::ApiGatewayV2::Integration",
    Properties: {
      ...{ ApiId: { Ref: "Api" }, IntegrationType: "HTTP_PROXY", IntegrationMethod: "GET" },
      ...{ IntegrationUri: "http://127.0.0.1:1/", PayloadFormatVersion: "1.0" },
    },
  },
  Stage: {
    Type: "AWS::ApiGatewayV2::Stage",
    Properties: { ApiId: { Ref: "Api" }, StageName: "$default", AutoDeploy: true },
  },
};

const lambdaAuthorizer = {
  ...{ ApiId: { Ref: "Api" }, Name: "lambda", AuthorizerType: "REQUEST" },
  AuthorizerUri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/f/invocations",
  IdentitySource: ["$request.header.Authorization"],
};

function routeWith(properties: object): object {
  const Target = { "Fn::Join": ["/", ["integrations", { Ref: "Integration" }]] };
  const Properties = { ApiId: { Ref: "Api" }, RouteKey: "GET /secret", Target, ...properties };
  return { Type: "AWS::ApiGatewayV2::Route", Properties, DependsOn: "Stage" };
}

describe("pitfall 11: what a resource type does not know is refused, never dropped", () => {
  const schemas = tableServices.flatMap((service): [string, ResourceSchema][] => {
    const text = readFileSync(join(folder, tableFile(service)), "utf8");
    return Object.entries(JSON.parse(text));
  });
  const closed = schemas.filter(([, { open }]) => open !== true);

  it.each(closed)("%s, at every place that has names", (type, schema) => {
    const whole = { structure: "" };
    const structures = { ...schema.structures, "": schema.properties };
    const planted = placesIn(whole, structures, new Set());
    for (const [value, pointer] of planted) {
      const problem = `#${pointer}: extraneous key [Authorizers] is not permitted`;
      expect(problemsOf(type, value)).toContain(problem);
    }
    expect(planted.length).toBeGreaterThan(0);
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", ""])(
    "names such as %j are no way around",
    (name) => {
      const own = JSON.parse(`{"${name}": {"MaxAge": 0}}`);
      const type = "AWS::ApiGatewayV2::Api";
      expect(problemsOf(type, own)).toEqual([`#: extraneous key [${name}] is not permitted`]);
      expect(problemsOf(type, { CorsConfiguration: own })).toEqual([
        `#/CorsConfiguration: extraneous key [${name}] is not permitted`,
      ]);
    },
  );

  it("a key of a map may have any name, and changes nothing but the map", () => {
    const Variables = JSON.parse('{"__proto__": "a", "constructor": "b"}');
    const properties = { Code: {}, Role: "role", Environment: { Variables } };
    const checked = checkProperties("AWS::Lambda::Function", "Hello", properties);
    expect(JSON.stringify(checked)).toBe(JSON.stringify(properties));
    expect(Object.getPrototypeOf(checked)).toBe(Object.prototype);
  });
});

describe("pitfall 26: properties without bounds", () => {
  const deep = (levels: number, inner: object = {}): object =>
    levels === 0 ? inner : deep(levels - 1, { a: inner });

  test("JSON that is nested too deeply is refused, as object and as text", () => {
    for (const Body of [deep(5_000), JSON.stringify(deep(5_000))]) {
      expect(problemsOf("AWS::ApiGatewayV2::Api", { Body })).toEqual(["#/Body: nested too deeply"]);
    }
    const properties = { ServiceToken: "arn", Users: deep(5_000) };
    expect(problemsOf("Custom::Users", properties)).toEqual(["#: nested too deeply"]);
    expect(problemsOf("AWS::ApiGatewayV2::Api", { Body: deep(60) })).toEqual([]);
  });

  test("a long list of mistakes makes a short answer", () => {
    const many = Array.from({ length: 100_000 }, () => ({}));
    expect(problemsOf("AWS::Lambda::Function", { Layers: many }).length).toBeLessThanOrEqual(50);
    const names = Object.fromEntries(many.map((_, at) => [`${"x".repeat(1_000)}${at}`, 1]));
    const problems = problemsOf("AWS::Lambda::Function", names);
    expect(problems.length).toBeLessThanOrEqual(50);
    expect(problems.join("\n").length).toBeLessThan(20_000);
  });
});

describe("pitfall 11: what a stack asks for and nobody would do", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let cloudFormation: CloudFormationClient;
  let everything: ReturnType<typeof everythingOn>;

  beforeAll(async () => {
    server = await temporaryServer();
    cloudFormation = stacksClient(server.url);
    everything = everythingOn(server.url);
  });

  afterAll(async () => {
    everything.close();
    cloudFormation.destroy();
    await server.close();
  });

  const asked = (resource: object) => ({
    ...{ StackName: "refused", ChangeSetName: "set", ChangeSetType: "CREATE" as const },
    TemplateBody: JSON.stringify({ Resources: { ...open, Asked: resource } }),
  });

  const unhonoured: [what: string, resource: object, named: RegExp][] = [
    ["an unknown type", { Type: "AWS::Made::Up" }, /AWS::Made::Up/],
    ["a type of another time", { Type: "AWS::EC2::Instance" }, /AWS::EC2::Instance/],
    ["an unknown property", routeWith({ Authoriser: "jwt" }), /Authoriser/],
    ["a property that is not served", routeWith({ ApiKeyRequired: true }), /ApiKeyRequired/],
    [
      "a Lambda authorizer's function",
      { Type: "AWS::ApiGatewayV2::Authorizer", Properties: lambdaAuthorizer },
      /AuthorizerUri/,
    ],
  ];

  it.each(unhonoured)("%s is refused by name, and nothing is made", async (_, resource, named) => {
    const before = await everything.list();
    const { ChangeSetName, ChangeSetType, ...stack } = asked(resource);
    const refusal = { message: expect.stringMatching(named) };
    const create = cloudFormation.send(new CreateStackCommand(stack));
    await expect(create).rejects.toMatchObject(refusal);
    const plan = new CreateChangeSetCommand({ ...stack, ChangeSetName, ChangeSetType });
    await expect(cloudFormation.send(plan)).rejects.toMatchObject(refusal);
    expect(await everything.list()).toEqual(before);
    expect((await cloudFormation.send(new DescribeStacksCommand({}))).Stacks).toEqual([]);
  });

  const { AuthorizerUri: _, ...request } = lambdaAuthorizer;
  const refusedLater: [what: string, resources: Record<string, object>, named: RegExp][] = [
    [
      "a route that asks for IAM",
      { Asked: routeWith({ AuthorizationType: "AWS_IAM" }) },
      /AWS_IAM/,
    ],
    [
      "an authorizer that is not served",
      {
        Authorizer: { Type: "AWS::ApiGatewayV2::Authorizer", Properties: request },
        Asked: routeWith({ AuthorizationType: "CUSTOM", AuthorizerId: { Ref: "Authorizer" } }),
      },
      /REQUEST/,
    ],
  ];

  it.each(refusedLater)("%s fails the stack, and no route is open", async (_, asks, named) => {
    const StackName = "fails";
    const TemplateBody = JSON.stringify({ Resources: { ...open, ...asks } });
    const { StackId } = await cloudFormation.send(
      new CreateStackCommand({ StackName, TemplateBody }),
    );
    expect(await endOf(cloudFormation, StackName)).toBe("ROLLBACK_COMPLETE");
    const { StackEvents = [] } = await cloudFormation.send(
      new DescribeStackEventsCommand({ StackName: StackId }),
    );
    const failed = StackEvents.find(({ ResourceStatus }) => ResourceStatus === "CREATE_FAILED");
    expect(failed?.ResourceStatusReason).toMatch(named);
    const routes = StackEvents.filter(({ LogicalResourceId }) => LogicalResourceId === "Asked");
    expect(routes.map((each) => each.ResourceStatus)).not.toContain("CREATE_COMPLETE");
    expect((await everything.list()).apis).toEqual([]);
    await cloudFormation.send(new DeleteStackCommand({ StackName }));
    await endOf(cloudFormation, StackName);
  });
});

/** Values that each have one name too many, and the pointer to where it is. */
function placesIn(
  type: PropertyType,
  structures: NonNullable<ResourceSchema["structures"]>,
  above: ReadonlySet<string>,
): [value: unknown, pointer: string][] {
  if (typeof type === "string" || "oneOf" in type) return [];
  if ("list" in type) {
    const inside = placesIn(type.list, structures, above);
    return inside.map(([value, pointer]) => [[value], `/0${pointer}`]);
  }
  if ("map" in type) {
    const inside = placesIn(type.map, structures, above);
    return inside.map(([value, pointer]) => [{ any: value }, `/any${pointer}`]);
  }
  if (above.has(type.structure)) return [];
  const below = new Set([...above, type.structure]);
  const nested = Object.entries(structures[type.structure] ?? {}).flatMap(([name, property]) =>
    placesIn(property.type, structures, below).map(([value, pointer]): [unknown, string] => [
      { [name]: value },
      `/${name}${pointer}`,
    ]),
  );
  return [[{ Authorizers: ["jwt"] }, ""], ...nested];
}

function problemsOf(type: string, properties: unknown): readonly string[] {
  try {
    checkProperties(type, "Hello", properties);
  } catch (error) {
    if (error instanceof TemplateError) return error.message.split("\n").slice(1);
    throw error;
  }
  return [];
}

import type * as Apis from "@aws-sdk/client-apigatewayv2";
import type * as Pools from "@aws-sdk/client-cognito-identity-provider";
import type * as Iam from "@aws-sdk/client-iam";
import type * as Lambda from "@aws-sdk/client-lambda";
import fc from "fast-check";
import { expect, test } from "vitest";
import { TraceLog } from "../diagnostics/trace.ts";
import { systemClock } from "../foundation/clock.ts";
import { secureRandom } from "../foundation/random.ts";
import { createDispatcher, type Dispatcher, type DispatcherParts } from "./dispatch.ts";
import type { WireRequest } from "./exchange.ts";
import { type Call, operationsOf } from "./operation.ts";
import { createService } from "./service.ts";
import { shapes as apiShapes } from "./shapes/apigatewayv2.ts";
import { shapes as poolShapes } from "./shapes/cognito-idp.ts";
import { shapes as iamShapes } from "./shapes/iam.ts";
import { shapes as lambdaShapes } from "./shapes/lambda.ts";

const pools = operationsOf<typeof Pools, Call>();
const apis = operationsOf<typeof Apis, Call>();
const iam = operationsOf<typeof Iam, Call>();
const lambda = operationsOf<typeof Lambda, Call>();

const regions: string[] = [];
const rest = { constraintFault: "InvalidParameterException", context: (call: Call) => call };
const services = [
  createService({
    shapes: poolShapes,
    operations: [
      pools("CreateUserPool", { access: "iam", run: () => ({}) }),
      pools("InitiateAuth", {
        access: "public",
        run(_, { tenant }) {
          regions.push(tenant.region);
          return {};
        },
      }),
    ],
    ...rest,
  }),
  createService({
    shapes: apiShapes,
    operations: [apis("CreateApi", { access: "iam", run: () => ({}) })],
    ...rest,
  }),
  createService({
    shapes: iamShapes,
    operations: [iam("CreateRole", { access: "iam", run: () => ({ Role: undefined }) })],
    ...rest,
  }),
  createService({
    shapes: lambdaShapes,
    operations: [lambda("CreateFunction", { access: "iam", run: () => ({}) })],
    ...rest,
  }),
];

const errors: string[] = [];

function dispatcher(parts: Partial<DispatcherParts> = {}): Dispatcher {
  return createDispatcher({
    services,
    credentials: [],
    clock: systemClock,
    random: secureRandom,
    traces: new TraceLog(10),
    log: {
      debug: () => {},
      info: () => {},
      warn: () => {},
      error: (_, message) => errors.push(message),
    },
    defaults: { account: "000000000000", region: "us-east-1" },
    development: false,
    ...parts,
  });
}

const hostile = dispatcher();

function signedFor(service: string, parts: Partial<WireRequest>): WireRequest {
  const authorization =
    `AWS4-HMAC-SHA256 Credential=test/20261120/us-east-1/${service}/aws4_request, ` +
    "SignedHeaders=host, Signature=00";
  const headers = { host: "127.0.0.1", authorization, ...parts.headers };
  const body = Buffer.alloc(0);
  return { method: "POST", path: "/", query: "", body, ...parts, headers };
}

const poolTarget = { "x-amz-target": "AWSCognitoIdentityProviderService.CreateUserPool" };

/** Every way in, with a body or a query that is not ours to choose. */
const entries: Readonly<Record<string, (body: Buffer) => WireRequest>> = {
  "aws-json": (body) => signedFor("cognito-idp", { headers: poolTarget, body }),
  "rest-json": (body) => signedFor("apigateway", { path: "/v2/apis", body }),
  lambda: (body) => signedFor("lambda", { path: "/2015-03-31/functions", body }),
  "aws-query": (body) => {
    const form = Buffer.concat([Buffer.from("Action=CreateRole&"), body]);
    return signedFor("iam", { body: form });
  },
};

/** JSON that speaks of members that exist, with values of any kind. */
const names = fc.constantFrom(
  ...[
    "PoolName",
    "Policies",
    "Schema",
    "UserPoolTags",
    "name",
    "protocolType",
    "corsConfiguration",
  ],
  ...[
    "tags",
    "FunctionName",
    "Code",
    "Environment",
    "Tags",
    "__proto__",
    "constructor",
    "toString",
  ],
);
const hostileJson = fc.oneof(
  fc.json({ maxDepth: 6 }),
  fc.dictionary(names, fc.jsonValue({ maxDepth: 5 })).map((value) => JSON.stringify(value)),
);

test.each(Object.entries(entries))("no JSON makes %s fail", async (_, entry) => {
  await fc.assert(
    fc.asyncProperty(hostileJson, async (json) => {
      const { status } = await hostile.handle(entry(Buffer.from(json)));
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
  expect(errors).toEqual([]);
});

test.each(Object.entries(entries))("no bytes make %s fail", async (_, entry) => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const { status } = await hostile.handle(entry(Buffer.from(bytes)));
      expect(status).toBeLessThan(500);
    }),
  );
});

test("no form makes a query service fail", async () => {
  const step = fc.constantFrom("Tags", "member", "entry", "1", "2", "-1", "Key", "__proto__", "");
  const name = fc.array(step, { maxLength: 8 }).map((steps) => steps.join("."));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, fc.string())), async (pairs) => {
      const form = new URLSearchParams(pairs).toString();
      const { status } = await hostile.handle(entries["aws-query"]?.(Buffer.from(form)) ?? fail());
      expect(status).toBeLessThan(500);
    }),
  );
});

test("no address and no headers make the server fail", async () => {
  const text = fc.string({ unit: fc.constantFrom(..."/%{}?&=+.aA1-") });
  const headers = fc.record(
    {
      host: text,
      authorization: fc.oneof(
        text,
        text.map((rest) => `AWS4-HMAC-SHA256 Credential=${rest}`),
      ),
      "x-amz-target": text,
      "content-type": text,
    },
    { requiredKeys: [] },
  );
  const method = fc.constantFrom("GET", "POST", "PUT", "DELETE", "TRACE");
  const request = fc.record({ method, path: text, query: text, headers });
  await fc.assert(
    fc.asyncProperty(request, async (parts) => {
      const answer = await hostile.handle({ ...parts, body: Buffer.from("{}") });
      expect([...fine, 501]).toContain(answer.status);
      expect(answer.headers["x-amzn-requestid"]).toBeDefined();
    }),
    { numRuns: 500 },
  );
});

const fine = [200, 400, 403, 404];

test("a body over the limit is answered, and the connection closed", async () => {
  for (const entry of Object.values(entries)) {
    const answer = await hostile.handle({ ...entry(Buffer.alloc(0)), bodyTooLarge: true });
    expect(answer.status).toBe(413);
    expect(answer.headers.connection).toBe("close");
  }
});

test.each([
  ["an array", "[]", "Start of list found where not expected"],
  ["a text", '"x"', "Unexpected field type"],
  ["a number for a text", '{"PoolName":5}', "Integer can not be converted to an String"],
  ["a text for a list", '{"PoolName":"a","Schema":"x"}', "Unexpected field type"],
  ["a list for a text", '{"PoolName":[]}', "Start of list found where not expected"],
  [
    "an object for a text",
    '{"PoolName":{}}',
    "Start of structure or map found where not expected.",
  ],
  ["a half", '{"PoolName":"a"', "Expected a JSON document"],
  ["no UTF-8", Buffer.from([0x22, 0xff, 0x22]), "Expected a JSON document"],
])("%s is a serialization error", async (_, body, message) => {
  const answer = await hostile.handle(entries["aws-json"]?.(Buffer.from(body)) ?? fail());
  expect(answer.status).toBe(400);
  expect(JSON.parse(String(answer.body))).toEqual({
    __type: "SerializationException",
    message: expect.stringContaining(message),
  });
});

test("outside development no trace is named, but it is kept", async () => {
  const traces = new TraceLog(10);
  const answer = await dispatcher({ traces }).handle(signedFor("dynamodb", {}));
  expect(answer.headers["x-gatepool-trace"]).toBeUndefined();
  expect(traces.find(String(answer.headers["x-amzn-requestid"]))?.subject).toBe("dynamodb POST /");
});

test("AWS's own host names tell the service and the region", async () => {
  const traces = new TraceLog(10);
  const headers = { host: "api.ecr.eu-west-1.amazonaws.com:443" };
  const request = { method: "POST", path: "/", query: "", headers, body: Buffer.alloc(0) };
  await dispatcher({ traces }).handle(request);
  expect(traces.latest(1)[0]?.subject).toMatch(/^ecr /);
});

test("a call that nobody signed is for the region that AWS's own host names tell", async () => {
  const headers = { "x-amz-target": "AWSCognitoIdentityProviderService.InitiateAuth" };
  const body = Buffer.from('{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"a"}');
  regions.length = 0;
  for (const host of [
    "cognito-idp.eu-west-1.amazonaws.com",
    "cognito-idp-fips.us-gov-west-1.amazonaws.com:443",
    "cognito-idp.eu-central-1.api.aws",
    "127.0.0.1:4566",
  ]) {
    const request = { method: "POST", path: "/", query: "", headers: { ...headers, host }, body };
    expect(await hostile.handle(request)).toMatchObject({ status: 200 });
  }
  expect(regions).toEqual(["eu-west-1", "us-gov-west-1", "eu-central-1", "us-east-1"]);
});

test("what is known in another protocol is refused in that one, its host by its name", async () => {
  const headers = { "smithy-protocol": "rpc-v2-cbor" };
  const path = "/service/Logs_20140328/operation/CreateLogGroup";
  const answer = await hostile.handle(signedFor("logs", { headers, path }));
  expect(answer.status).toBe(501);
  expect(answer.headers["smithy-protocol"]).toBe("rpc-v2-cbor");
  expect(String(answer.body)).toContain("logs CreateLogGroup in rpc-v2-cbor");
  const atHost = { host: "x.elb.us-east-1.amazonaws.com", ...poolTarget };
  const traces = new TraceLog(10);
  const refused = dispatcher({ traces, development: true }).refuse(
    signedFor("cognito-idp", { headers: atHost }),
  );
  expect(refused.status).toBe(501);
  expect(JSON.parse(String(refused.body)).message).toContain("at x.elb.us-east-1.amazonaws.com:");
  const id = String(refused.headers["x-gatepool-trace"]).slice("/_gatepool/traces/".length);
  expect(traces.find(id)?.outcome.status).toBe(501);
});

function fail(): never {
  throw new Error("there is no such entry");
}

test("a service whose code cannot be loaded is answered for, and tried again", async () => {
  let fails = true;
  const [pool] = services;
  const load = async () => {
    if (fails || !pool) throw new Error("half a file");
    return pool;
  };
  const { handle } = dispatcher({ services: [], lazyServices: [{ name: "cognito-idp", load }] });
  const request = signedFor("cognito-idp", {
    headers: poolTarget,
    body: Buffer.from('{"PoolName":"a"}'),
  });
  const refused = await handle(request);
  expect(refused.status).toBe(500);
  expect(String(refused.body)).toContain("InternalFailure");
  expect(errors.splice(0)).toHaveLength(1);
  fails = false;
  expect((await handle(request)).status).toBe(200);
});

import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFunction, functionRole } from "../../../../test/fixtures/functions.ts";
import { resourceServer } from "../../../../test/fixtures/resources.ts";
import { systemClock } from "../../../foundation/clock.ts";
import { secureRandom } from "../../../foundation/random.ts";
import { ExpectedResponseStore } from "../../custom/expected-response-store.ts";
import { Responses, responsesPath } from "../../custom/responses.ts";
import type { AnyResourceType } from "../../resource.ts";
import { lambdaFunction } from "../lambda/function.ts";
import { customResource } from "./custom-resource.ts";
import { waitConditionHandle } from "./wait-condition-handle.ts";

let server: Awaited<ReturnType<typeof resourceServer>>;
let custom: AnyResourceType;
let responses: Responses;
/** What functions have put, as JSON. */
const put: Record<string, unknown>[] = [];
const door = createServer(async (req, res) => {
  const body = Buffer.concat(await req.toArray());
  put.push(JSON.parse(body.toString()));
  const path = (req.url ?? "").slice(responsesPath.length);
  res.writeHead((await responses.receive(path, body)) ? 200 : 403).end();
});

beforeAll(async () => {
  server = await resourceServer();
  door.listen(0, "127.0.0.1");
  await once(door, "listening");
  const { port }: Partial<AddressInfo> = Object(door.address());
  const { records, keyring } = server.functions;
  responses = new Responses({
    ...{ clock: systemClock, random: secureRandom },
    store: new ExpectedResponseStore(records, keyring),
    endpointUrl: () => `http://127.0.0.1:${port}`,
  });
  custom = customResource(responses);
});
afterAll(async () => {
  door.close();
  await server.close();
});

const arnOf = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
const context = (logicalId: string) => ({ ...server.context(logicalId), type: "Custom::Thing" });

/** Answers with what it was asked, as its properties tell it to. */
const python = `
import cfnresponse
def handler(event, context):
    asked = event["ResourceProperties"]
    status = "FAILED" if asked.get("Fails") == event["RequestType"] else "SUCCESS"
    hidden = ("ResponseURL", "ServiceToken", "StackId")
    told = {name: value for name, value in event.items() if name not in hidden}
    why = "as was asked for"
    cfnresponse.send(event, context, status, {"Asked": told}, asked.get("Id"), reason=why)
`;

test("a function makes, replaces and removes a resource, and tells of it", async () => {
  const Code = { ZipFile: python };
  const settings = { Code, Handler: "index.handler", Role: functionRole, Runtime: "python3.11" };
  await lambdaFunction.create({ ...settings, FunctionName: "maker" }, server.context("Maker"));
  const properties = { ServiceToken: arnOf("maker"), Id: "one", Count: 5, Deep: [{ On: true }] };
  const made = await custom.create(properties, context("Thing"));
  expect(made.physicalId).toBe("one");
  expect(made.attributes?.Asked).toMatchObject({
    ...{ RequestType: "Create", LogicalResourceId: "Thing", ResourceType: "Custom::Thing" },
    ResourceProperties: { Id: "one", Count: "5", Deep: [{ On: "true" }] },
  });
  expect(await custom.find?.(properties, context("Thing"))).toBe("one");

  const next = { ...properties, Id: "two" };
  const change = { physicalId: "one", properties: next, previous: properties };
  const changed = await custom.update?.(change, context("Thing"));
  expect(changed?.physicalId).toBe("two");
  expect(changed?.attributes?.Asked).toMatchObject({
    ...{ RequestType: "Update", PhysicalResourceId: "one" },
    OldResourceProperties: { Id: "one", Count: "5" },
  });

  await custom.delete({ physicalId: "one", properties }, context("Thing"));
  expect(put.at(-1)).toMatchObject({ Data: { Asked: { PhysicalResourceId: "one" } } });
});

test("a creation that fails is taken back, and says why as CloudFormation does", async () => {
  const properties = { ServiceToken: arnOf("maker"), Id: "never", Fails: "Create" };
  await expect(custom.create(properties, context("Failing"))).rejects.toThrow(
    /^Received response status \[FAILED\] from custom resource. Message returned: as was asked for/,
  );
  expect(put.at(-1)).toMatchObject({
    Data: { Asked: { RequestType: "Delete", PhysicalResourceId: "never" } },
  });
  const kept = { ...properties, Fails: "Delete" };
  const removal = custom.delete({ physicalId: "never", properties: kept }, context("Failing"));
  await expect(removal).rejects.toThrow("status [FAILED]");
});

test("inline code of Node.js answers by AWS's module", async () => {
  const code = `
const response = require("cfn-response");
exports.handler = (event, context) =>
  response.send(event, context, response.SUCCESS, { Word: "hello" }, "node");
`;
  const settings = { Handler: "index.handler", Role: functionRole, Runtime: "nodejs22.x" };
  const properties = { ...settings, Code: { ZipFile: code }, FunctionName: "node" };
  await lambdaFunction.create(properties, server.context("Node"));
  expect(await custom.create({ ServiceToken: arnOf("node") }, context("ByNode"))).toEqual({
    physicalId: "node",
    attributes: { Word: "hello" },
  });
});

/** As CDK's own functions and AWS's module do: they lose port and protocol of the address. */
const byHostAndPath = `
const https = require("https");
exports.handler = (event) => new Promise((resolve, reject) => {
  const { hostname, pathname } = new URL(event.ResponseURL);
  const { StackId, RequestId, LogicalResourceId } = event;
  const ids = { StackId, RequestId, LogicalResourceId, PhysicalResourceId: "by-path" };
  const body = JSON.stringify({ ...ids, Status: "SUCCESS", Data: {} });
  const headers = { "content-type": "", "content-length": Buffer.byteLength(body) };
  const call = https.request({ hostname, path: pathname, method: "PUT", headers }, (response) => {
    response.resume();
    resolve();
  });
  call.on("error", reject);
  call.end(body);
});
`;

test("a function answers that takes host and path of the address only", async () => {
  const settings = { Handler: "index.handler", Role: functionRole, Runtime: "nodejs22.x" };
  const properties = { ...settings, Code: { ZipFile: byHostAndPath }, FunctionName: "by-path" };
  await lambdaFunction.create(properties, server.context("ByPath"));
  const made = await custom.create({ ServiceToken: arnOf("by-path") }, context("ByPath"));
  expect(made.physicalId).toBe("by-path");
});

test("a function that breaks, or says nothing in time, fails the resource", async () => {
  const files = { "app.py": "def handler(e, c):\n    raise Exception('broken')\n" };
  await createFunction(server, "broken", files);
  const breaks = custom.create({ ServiceToken: arnOf("broken") }, context("Broken"));
  await expect(breaks).rejects.toThrow(/failed before it answered: broken \(RequestId: /);
  await createFunction(server, "silent", { "app.py": "def handler(e, c):\n    return 1\n" });
  const silent = { ServiceToken: arnOf("silent"), ServiceTimeout: 0 };
  const answer = custom.create(silent, context("Silent"));
  await expect(answer).rejects.toThrow("CloudFormation did not receive a response from your");
  expect(await custom.find?.(silent, context("Silent"))).toBe("hello-Silent-AbCdEfGhIjKl");
  expect(await custom.find?.(silent, context("Unasked"))).toBeUndefined();
});

test("a topic is refused by name, and a function that is not there by Lambda", async () => {
  const topic = { ServiceToken: "arn:aws:sns:us-east-1:000000000000:topic" };
  const asked = custom.create(topic, context("Topic"));
  await expect(asked).rejects.toThrow("topic is not supported here: it has to be the ARN of a");
  const none = custom.create({ ServiceToken: arnOf("none") }, context("None"));
  await expect(none).rejects.toMatchObject({ code: "ResourceNotFoundException" });
});

test("a handle that nothing waits at is an address", async () => {
  const { physicalId } = await waitConditionHandle.create({}, server.context("Handle"));
  expect(new URL(physicalId).protocol).toBe("https:");
  await waitConditionHandle.delete({ physicalId, properties: {} }, server.context("Handle"));
});

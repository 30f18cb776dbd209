import { describe, expect, it, test } from "vitest";
import type { WireRequest } from "./exchange.ts";
import { refuseForeign } from "./foreign-service.ts";

interface Sent extends Partial<Omit<WireRequest, "body">> {
  body?: string;
}

function request({ body = "", ...parts }: Sent): WireRequest {
  const headers = { host: "127.0.0.1:4566", ...parts.headers };
  return { method: "POST", path: "/", query: "", ...parts, headers, body: Buffer.from(body) };
}

function signed(scope: string, headers: Record<string, string> = {}): Record<string, string> {
  const credential = `Credential=test/20261120/${scope}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=00`;
  return { authorization, ...headers };
}

const form = "application/x-www-form-urlencoded; charset=utf-8";
const presigned =
  "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20261120T000000Z&X-Amz-Expires=60" +
  "&X-Amz-Credential=test%2F20261120%2Fus-east-1%2Fs3%2Faws4_request" +
  "&X-Amz-SignedHeaders=host&X-Amz-Signature=00";
const asymmetric =
  "AWS4-ECDSA-P256-SHA256 Credential=test/20261120/events/aws4_request, " +
  "SignedHeaders=host, Signature=00";
const listTables = { "x-amz-target": "DynamoDB_20120810.ListTables" };
const rpcPath = "/service/GraniteServiceVersion20100801/operation/ListMetrics";
const isRpc = { "smithy-protocol": "rpc-v2-cbor" };

describe("what is refused is named", () => {
  it.each<[string, Sent]>([
    ["dynamodb ListTables", { headers: signed("us-east-1/dynamodb", listTables) }],
    ["DynamoDB_20120810 ListTables", { headers: listTables }],
    [
      "sqs ListQueues",
      { headers: signed("us-east-1/sqs"), body: "Action=ListQueues&Version=2012-11-05" },
    ],
    ["ec2 RunInstances", { headers: signed("us-east-1/ec2"), body: "Action=RunInstances" }],
    [
      "sns Publish",
      {
        method: "GET",
        query: "Action=Publish&Version=2010-03-31",
        headers: signed("us-east-1/sns"),
      },
    ],
    [
      "bedrock POST /model/m/converse",
      { path: "/model/m/converse", headers: signed("us-east-1/bedrock") },
    ],
    ["s3 GetObject", { method: "GET", path: "/bucket/key", query: `${presigned}&x-id=GetObject` }],
    ["s3 GET /bucket/key", { method: "GET", path: "/bucket/key", query: presigned }],
    [
      "s3 PUT /bucket/key",
      { method: "PUT", path: "/bucket/key", headers: { authorization: "AWS test:00" } },
    ],
    [
      "s3 GET /bucket/key",
      { method: "GET", path: "/bucket/key", query: "AWSAccessKeyId=test&Signature=00&Expires=1" },
    ],
    ["events PutEvents", { headers: { authorization: asymmetric, "x-amz-target": "A.PutEvents" } }],
    [
      "stepfunctions StopExecution",
      { headers: signed("us-east-1/states", { "x-amz-target": "S.StopExecution" }) },
    ],
    [
      "cloudwatch ListMetrics in rpc-v2-cbor",
      { path: rpcPath, headers: signed("us-east-1/monitoring", isRpc) },
    ],
    [
      "dynamodb ListTables at dynamodb.us-east-1.amazonaws.com",
      { headers: { host: "dynamodb.us-east-1.amazonaws.com", ...listTables } },
    ],
    [
      "s3-website GET /key at bucket.s3-website.us-east-1.amazonaws.com",
      {
        method: "GET",
        path: "/key",
        headers: { host: "bucket.s3-website.us-east-1.amazonaws.com:443" },
      },
    ],
    [
      "elb GET / at internal-1.us-east-1.elb.amazonaws.com",
      { method: "GET", headers: { host: "internal-1.us-east-1.elb.amazonaws.com" } },
    ],
    [
      "lambda GET /2015-03-31/functions at lambda.cn-north-1.amazonaws.com.cn",
      {
        method: "GET",
        path: "/2015-03-31/functions",
        headers: signed("cn-north-1/lambda", { host: "lambda.cn-north-1.amazonaws.com.cn" }),
      },
    ],
  ])("%s", (subject, sent) => {
    const refused = refuseForeign(request(sent));
    expect(refused.subject).toBe(subject);
    expect(refused.fault).toMatchObject({
      code: "NotImplemented",
      message: `Gatepool does not implement ${subject}: see docs/compatibility.md.`,
      details: { status: 501, reason: { received: subject } },
    });
  });
});

/** Status, content type and body of the refusal of a request. */
function answer(sent: Sent) {
  const { codec } = refuseForeign(request(sent));
  const fault = { code: "NotImplemented", message: "<no>", status: 501 };
  const { status, headers, body } = codec.encodeFault(fault, "id-1");
  expect(status).toBe(501);
  expect(headers["x-amzn-requestid"] ?? headers["x-amz-request-id"]).toBe("id-1");
  return { type: headers["content-type"], headers, body: body.toString() };
}

test("JSON services hear it in JSON", () => {
  expect(answer({ headers: signed("us-east-1/dynamodb", listTables) })).toMatchObject({
    type: "application/x-amz-json-1.1",
    body: '{"__type":"NotImplemented","message":"<no>"}',
  });
  expect(answer({ path: "/model/m", headers: signed("us-east-1/bedrock") })).toMatchObject({
    headers: { "x-amzn-errortype": "NotImplemented" },
    body: '{"message":"<no>"}',
  });
});

test("XML services hear it in the XML of each", () => {
  const error = "<Code>NotImplemented</Code><Message>&lt;no&gt;</Message>";
  const headers = (service: string) => signed(`us-east-1/${service}`, { "content-type": form });
  const xml = '<?xml version="1.0" encoding="UTF-8"?>\n';
  expect(answer({ headers: headers("rds"), body: "Action=A" }).body).toContain(
    `<Error><Type>Receiver</Type>${error}</Error><RequestId>id-1</RequestId></ErrorResponse>`,
  );
  expect(answer({ headers: headers("ec2"), body: "Action=A" }).body).toBe(
    `${xml}<Response><Errors><Error>${error}</Error></Errors><RequestID>id-1</RequestID></Response>`,
  );
  expect(answer({ headers: signed("us-east-1/s3") }).body).toContain(`${xml}<Error>${error}`);
  expect(answer({ headers: signed("us-east-1/route53") }).body).toBe(
    `${xml}<ErrorResponse><Error><Type>Receiver</Type>${error}</Error>` +
      "<RequestId>id-1</RequestId></ErrorResponse>",
  );
});

test("services that speak CBOR hear it in CBOR", () => {
  // A map of two, then texts, each after its length.
  const body = Buffer.concat([
    ...[
      Buffer.of(0xa2, 0x66),
      Buffer.from("__type"),
      Buffer.of(0x6e),
      Buffer.from("NotImplemented"),
    ],
    ...[Buffer.of(0x67), Buffer.from("message"), Buffer.of(0x64), Buffer.from("<no>")],
  ]).toString();
  const rpc = answer({ path: rpcPath, headers: signed("us-east-1/monitoring", isRpc) });
  expect(rpc).toMatchObject({ type: "application/cbor", body });
  expect(rpc.headers["smithy-protocol"]).toBe("rpc-v2-cbor");
  const type = "application/x-amz-cbor-1.1";
  const target = { "x-amz-target": "Kinesis_20131202.ListStreams", "content-type": type };
  const kinesis = answer({ headers: signed("us-east-1/kinesis", target) });
  expect(kinesis).toMatchObject({ type, body });
});

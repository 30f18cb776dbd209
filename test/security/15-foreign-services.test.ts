import { request } from "node:http";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../../src/foundation/clock.ts";
import { noProfiles, pythonWithBoto3 } from "../fixtures/aws-programs.ts";
import { gatepool } from "../fixtures/command-line.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { anySignature, getJson } from "../fixtures/wire.ts";

const program = fileURLToPath(new URL("boto3-foreign-services.py", import.meta.url));

/** What boto3 is told that was asked for, by call; without and with a host name of AWS. */
const asked: Readonly<Record<string, readonly [subject: string, host: string]>> = {
  "dynamodb list_tables": ["dynamodb ListTables", "dynamodb.us-east-1.amazonaws.com"],
  "sqs list_queues": ["sqs ListQueues", "sqs.us-east-1.amazonaws.com"],
  "sns list_topics": ["sns ListTopics", "sns.us-east-1.amazonaws.com"],
  "ec2 describe_instances": ["ec2 DescribeInstances", "ec2.us-east-1.amazonaws.com"],
  "kms list_keys": ["kms ListKeys", "kms.us-east-1.amazonaws.com"],
  "secretsmanager list_secrets": [
    "secretsmanager ListSecrets",
    "secretsmanager.us-east-1.amazonaws.com",
  ],
  "route53 list_hosted_zones": ["route53 GET /2013-04-01/hostedzone", "route53.amazonaws.com"],
  "cloudfront list_distributions": [
    "cloudfront GET /2020-05-31/distribution",
    "cloudfront.amazonaws.com",
  ],
  "cloudwatch list_metrics": ["cloudwatch ListMetrics", "monitoring.us-east-1.amazonaws.com"],
  "stepfunctions list_state_machines": [
    "stepfunctions ListStateMachines",
    "states.us-east-1.amazonaws.com",
  ],
  "bedrock-runtime converse": [
    "bedrock POST /model/a.model/converse",
    "bedrock-runtime.us-east-1.amazonaws.com",
  ],
  "rds describe_db_instances": ["rds DescribeDBInstances", "rds.us-east-1.amazonaws.com"],
  "kinesis list_streams": ["kinesis ListStreams", "kinesis.us-east-1.amazonaws.com"],
};

describe("pitfall 15: a service that is not there is refused by name", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;

  beforeAll(async () => {
    server = await temporaryServer({}, systemClock);
  });
  afterAll(() => server.close());

  it.each([
    ["at the server's address", [], () => ""],
    ["at AWS's", ["env", "-u", "AWS_ENDPOINT_URL"], (host: string) => ` at ${host}`],
  ])("boto3 is told at once, and once, %s", async (_, within, at) => {
    const before = (await refusals()).length;
    const python = await pythonWithBoto3();
    const command = ["exec", "--url", server.url, "--", ...within, python, program];
    const { stdout, stderr } = await gatepool(command, noProfiles);
    expect(stderr).toBe("");
    const told = new Map<string, string>();
    for (const line of stdout.trim().split("\n")) {
      const { call, message, seconds } = JSON.parse(line);
      told.set(call, message);
      expect(seconds, call).toBeLessThan(5);
    }
    const subjects = Object.entries(asked).map(([call, [subject, host]]) => {
      const received = `${subject}${at(host)}`;
      expect
        .soft(told.get(call))
        .toBe(`Gatepool does not implement ${received}: see docs/compatibility.md.`);
      return received;
    });
    const after = await refusals();
    expect(after.slice(before).toSorted()).toEqual(subjects.toSorted());
  });

  /** What was asked for and refused so far, oldest first. */
  async function refusals(): Promise<string[]> {
    const { traces } = await getJson(`${server.url}/_gatepool/traces?limit=1000&refused=true`);
    return traces.map(({ subject }: { subject: string }) => subject).reverse();
  }

  /** fetch would not let a test choose Host. */
  function send(host: string, path: string, headers: Record<string, string> = {}, body = "") {
    return new Promise<{ status: number; body: string }>((resolve, reject) => {
      const method = body === "" ? "GET" : "POST";
      const sent = request(`${server.url}${path}`, { method, headers: { host, ...headers } });
      sent.on("response", (answer) => {
        let text = "";
        answer.on("data", (chunk: Buffer) => {
          text += chunk.toString();
        });
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body: text }));
      });
      sent.on("error", reject).end(body);
    });
  }

  it.each([
    ["bucket.s3-website.us-east-1.amazonaws.com", "s3-website"],
    ["abc-ats.iot.us-east-1.amazonaws.com", "iot"],
    ["internal-1.us-east-1.elb.amazonaws.com", "elb"],
    ["dynamodb.us-east-1.api.aws", "dynamodb"],
    ["cognito-idp.cn-north-1.amazonaws.com.cn", "cognito-idp"],
    ["my-domain.amazoncognito.com", "my-domain"],
  ])("%s is refused whatever is asked of it", async (host, service) => {
    const target = "AWSCognitoIdentityProviderService.InitiateAuth";
    const paths = [
      "/",
      "/v2/apis",
      "/_gatepool/health",
      "/_api/abc/-/",
      "/us-east-1_a/.well-known/jwks.json",
    ];
    for (const path of paths) {
      const { status, body } = await send(host, path);
      expect(status).toBe(501);
      expect(body).toContain(`Gatepool does not implement ${service} GET ${path} at ${host}:`);
    }
    const signedIn = await send(host, "/", { "x-amz-target": target }, "{}");
    expect(signedIn.status).toBe(501);
    const signed = await send(host, "/v2/apis", { authorization: anySignature });
    expect(signed.status).toBe(501);
  });

  it.each([
    ["cognito-idp.eu-west-1.amazonaws.com"],
    ["cognito-idp-fips.eu-west-1.amazonaws.com"],
    ["cognito-idp.eu-west-1.api.aws"],
  ])("%s is the service", async (host) => {
    const headers = { "x-amz-target": "AWSCognitoIdentityProviderService.ListUserPools" };
    const answer = await send(
      host,
      "/",
      { ...headers, authorization: anySignature },
      '{"MaxResults":1}',
    );
    expect(answer).toMatchObject({ status: 200, body: '{"UserPools":[]}' });
  });
});

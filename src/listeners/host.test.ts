import { describe, expect, it } from "vitest";
import { hostName } from "../wire/host-name.ts";
import { createHostJudge, hostHeader } from "./host.ts";

const noDomains = new Map();
const judge = createHostJudge(
  { baseDomain: "localhost", allowedHosts: ["gatepool.test"] },
  noDomains,
);

describe("a Host header", () => {
  it.each([
    ["127.0.0.1:4566"],
    ["127.8.9.10"],
    ["localhost:4566"],
    ["LOCALHOST"],
    ["[::1]:4566"],
    ["cognito-idp.us-east-1.amazonaws.com"],
    ["cognito-idp-fips.us-east-1.amazonaws.com"],
    ["cognito-idp.us-east-1.api.aws"],
    ["sts.amazonaws.com"],
    ["s3.us-east-1.amazonaws.com"],
    ["cognito-idp.us-east-1.localhost:4566"],
    ["gatepool.test:8080"],
    ["gatepool.test."],
  ])("%s is this server", (host) => {
    expect(judge(host)).toEqual({ kind: "server" });
  });

  it.each([
    ["bucket.s3.us-east-1.amazonaws.com"],
    ["a.bucket.s3.amazonaws.com"],
    ["bucket.s3.localhost:4566"],
  ])("%s is a bucket", (host) => {
    expect(judge(host)).toEqual({ kind: "bucket" });
  });

  it.each([
    ["abc123def4.execute-api.us-east-1.amazonaws.com"],
    ["ABC123DEF4.execute-api.eu-west-1.localhost:4566"],
    ["abc123def4.execute-api.us-east-1.api.aws"],
  ])("%s is a deployed API", (host) => {
    expect(judge(host)).toEqual({ kind: "api", apiId: "abc123def4" });
  });

  it.each([["a1b2c3.lambda-url.us-east-1.on.aws"], ["A1B2C3.lambda-url.eu-west-1.localhost:4566"]])(
    "%s is the URL of a function",
    (host) => {
      expect(judge(host)).toEqual({ kind: "function-url", urlId: "a1b2c3" });
    },
  );

  it.each([
    ["dynamodb.us-east-1.amazonaws.com"],
    ["bucket.s3-website.us-east-1.amazonaws.com:443"],
    ["balancer-1.us-east-1.elb.amazonaws.com"],
    ["vpce-1.execute-api.us-east-1.vpce.amazonaws.com"],
    ["my-domain.amazoncognito.com"],
    ["cognito-identity.cn-north-1.amazonaws.com.cn"],
    ["abc123def4.execute-api.cn-north-1.amazonaws.com.cn"],
  ])("%s is AWS's, and not served", (host) => {
    expect(judge(host)).toEqual({ kind: "unserved" });
  });

  it("of AWS may be this server's when the settings say so", () => {
    const allowedHosts = ["balancer-1.us-east-1.elb.amazonaws.com"];
    const behind = createHostJudge({ baseDomain: "localhost", allowedHosts }, noDomains);
    expect(behind("balancer-1.us-east-1.elb.amazonaws.com")).toEqual({ kind: "server" });
    expect(behind("balancer-2.us-east-1.elb.amazonaws.com")).toEqual({ kind: "unserved" });
  });

  it("of a pool's domain is hosted sign-in", () => {
    const verdict = judge("my-domain.auth.us-east-1.amazoncognito.com");
    expect(verdict).toEqual({ kind: "sign-in", domain: "my-domain" });
  });

  it.each([
    ["evil.example"],
    ["127.0.0.1.evil.example"],
    ["localhost.evil.example"],
    ["amazonaws.com.evil.example"],
    ["128.0.0.1"],
    ["10.0.0.1:4566"],
    ["evilamazonaws.com"],
    ["a1b2c3.lambda-url.us-east-1.on.aws.evil.example"],
    ["a1b2c3.lambda-url.us-east-1.evilon.aws"],
    ["127.1"],
  ])("%s is foreign", (host) => {
    expect(judge(host)).toEqual({ kind: "foreign", host: hostName(host) });
  });

  it("stays known in bounded memory", () => {
    for (let index = 0; index < 5000; index++) judge(`h${index}.evil.example`);
    expect(judge("evil.example").kind).toBe("foreign");
  });

  it("may be any when the settings say so", () => {
    const open = createHostJudge({ baseDomain: "localhost", allowedHosts: ["*"] }, noDomains);
    expect(open("10.0.0.1:4566")).toEqual({ kind: "server" });
  });
});

it("Host is found whatever its case, and the first of several counts", () => {
  expect(hostHeader(["Accept", "host", "HOST", "a", "host", "b"])).toBe("a");
  expect(hostHeader(["Accept", "*/*"])).toBeUndefined();
});

import { expect, test } from "vitest";
import { domainsOf } from "../../listeners/host.ts";
import { canonicalName, destinationOf } from "./aws-names.ts";

test.each([
  ["cognito-idp.us-east-1.amazonaws.com", "server"],
  ["amazonaws.com", "server"],
  ["ada.auth.eu-west-1.amazoncognito.com", "server"],
  ["abc.lambda-url.us-east-1.on.aws", "server"],
  ["s3.dualstack.us-east-1.amazonaws.com", "server"],
  ["lambda.us-east-1.api.aws", "server"],
  ["sts.cn-north-1.amazonaws.com.cn", "nobody"],
  ["sts.eusc-de-east-1.amazonaws.eu", "nobody"],
  ["us-east-1.signin.aws.amazon.com", "nobody"],
  ["169.254.169.254", "nobody"],
  ["[fd00:ec2::254]", "nobody"],
  ["example.com", "elsewhere"],
  ["docs.aws.amazon.com", "elsewhere"],
  ["notamazonaws.com", "elsewhere"],
  ["amazonaws.com.example.com", "elsewhere"],
  ["127.0.0.1", "elsewhere"],
])("a connection to %s belongs to %s", (name, expected) => {
  expect(destinationOf(name)).toBe(expected);
});

test.each([
  ["STS.us-east-1.AmazonAWS.com", "sts.us-east-1.amazonaws.com"],
  ["sts.amazonaws.com.", "sts.amazonaws.com"],
  ["sts.amazonaws.com..", "sts.amazonaws.com"],
  ["sts.amazonaws.com:443", "sts.amazonaws.com"],
  ["sts.amazon%61ws.com", "sts.amazonaws.com"],
  ["sts.ａｍａｚｏｎａｗｓ.com", "sts.amazonaws.com"],
  ["sts。amazonaws。com", "sts.amazonaws.com"],
  ["0xA9FEA9FE", "169.254.169.254"],
  ["2852039166", "169.254.169.254"],
  ["[::ffff:169.254.169.254]", "169.254.169.254"],
  ["[FD00:EC2:0::254]", "[fd00:ec2::254]"],
])("%s is spelled %s", (host, expected) => {
  expect(canonicalName(host)).toBe(expected);
});

test.each(["", ".", "a b", "sts.amazonaws.com/x", "user@sts.amazonaws.com", "a\\b", "[::1"])(
  "%j can be no host",
  (host) => {
    expect(canonicalName(host)).toBeUndefined();
  },
);

test("the server answers to all names that are connected to it", () => {
  const answered = domainsOf({ baseDomain: "localhost", allowedHosts: [] });
  for (const domain of answered.filter((name) => name !== "localhost")) {
    expect(destinationOf(`any.${domain}`)).toBe("server");
  }
});

import { describe, expect, it } from "vitest";
import { readAwsHost } from "./aws-host.ts";

describe("a host name of AWS", () => {
  it.each([
    ["cognito-idp.eu-west-1.amazonaws.com", "cognito-idp", "eu-west-1"],
    ["COGNITO-IDP.eu-west-1.amazonaws.com.:443", "cognito-idp", "eu-west-1"],
    ["cognito-idp-fips.us-east-1.amazonaws.com", "cognito-idp", "us-east-1"],
    ["issuer-cognito-idp.us-east-1.amazonaws.com", "cognito-idp", "us-east-1"],
    ["cognito-idp.us-gov-west-1.amazonaws.com", "cognito-idp", "us-gov-west-1"],
    ["apigateway.us-east-1.amazonaws.com", "apigateway", "us-east-1"],
    ["lambda.us-east-1.api.aws", "lambda", "us-east-1"],
    ["lambda-fips.us-east-1.api.aws", "lambda", "us-east-1"],
    ["api.ecr.us-east-1.amazonaws.com", "ecr", "us-east-1"],
    ["ecr-fips.us-east-1.amazonaws.com", "ecr", "us-east-1"],
    ["s3.dualstack.us-west-2.amazonaws.com", "s3", "us-west-2"],
    ["bucket.s3.amazonaws.com", "s3", undefined],
    ["my-bucket-1.s3.amazonaws.com", "s3", undefined],
    ["my.bucket.s3.eu-central-1.amazonaws.com", "s3", "eu-central-1"],
    ["iam.amazonaws.com", "iam", undefined],
    ["sts.amazonaws.com", "sts", undefined],
    ["sts.ap-southeast-2.amazonaws.com", "sts", "ap-southeast-2"],
  ])("%s is the endpoint of a known service", (host, service, region) => {
    const read = readAwsHost(host);
    expect(read?.endpoints[0]?.signingName).toBe(service);
    expect(read?.region).toBe(region);
  });

  it.each([
    ["dynamodb.us-east-1.amazonaws.com", "dynamodb", "us-east-1"],
    ["dynamodb-fips.us-east-1.amazonaws.com", "dynamodb", "us-east-1"],
    ["123456789012.ddb.us-east-1.amazonaws.com", "ddb", "us-east-1"],
    ["bedrock-runtime.us-east-1.amazonaws.com", "bedrock-runtime", "us-east-1"],
    ["route53.amazonaws.com", "route53", undefined],
    ["bucket.s3-website.eu-central-1.amazonaws.com", "s3-website", "eu-central-1"],
    ["abc-ats.iot.us-east-1.amazonaws.com", "iot", "us-east-1"],
    ["internal-x-1.us-east-1.elb.amazonaws.com", "elb", "us-east-1"],
    ["nlb-1.elb.us-east-1.amazonaws.com", "elb", "us-east-1"],
    ["evil.cognito-idp.us-east-1.amazonaws.com", "cognito-idp", "us-east-1"],
    ["cognito-identity.cn-north-1.amazonaws.com.cn", "cognito-identity", "cn-north-1"],
    ["lambda.cn-north-1.api.amazonwebservices.com.cn", "lambda", "cn-north-1"],
    ["lambda.eusc-de-east-1.amazonaws.eu", "lambda", "eusc-de-east-1"],
    ["lambda.us-east-1.on.aws", "lambda", "us-east-1"],
  ])("%s is no endpoint here", (host, service, region) => {
    const read = readAwsHost(host);
    expect(read).toMatchObject({ name: host, service, endpoints: [] });
    expect(read?.region).toBe(region);
  });

  it.each([
    ["localhost:4566"],
    ["cognito-idp.us-east-1.localhost"],
    ["evilamazonaws.com"],
    ["lambda.us-east-1.amazonaws.com.evil.example"],
    ["aws.amazon.com"],
    [""],
    [undefined],
  ])("is not %s", (host) => {
    expect(readAwsHost(host)).toBeUndefined();
  });
});

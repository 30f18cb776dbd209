import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { zipSync } from "fflate";
import { serviceSettings } from "../aws.ts";

const example = fileURLToPath(new URL("../../examples/hello-cdk/", import.meta.url));
const bucket = "cdk-hnb659fds-assets-000000000000-us-east-1";

/** The template of examples/hello-cdk, once the server has what it asks for. */
export async function helloTemplate(server: string): Promise<string> {
  const name = "HttpApiGatewayJwtCognitoStack.template.json";
  const template = readFileSync(`${example}assembly/${name}`, "utf8");
  const code = zipSync({
    "lambda_function.py": readFileSync(`${example}lambda/lambda_function.py`),
  });
  const [Key] = /\w{64}\.zip/.exec(template) ?? [];
  const s3 = new S3Client({ ...serviceSettings(server), forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: code }));
  const version = { Name: "/cdk-bootstrap/hnb659fds/version", Value: "33" };
  const ssm = new SSMClient(serviceSettings(server));
  await ssm.send(new PutParameterCommand({ ...version, Type: "String" }));
  return template;
}

/** Parameters that do not wait for each other. */
export function templateOf(resources: number): string {
  const parameter = { Type: "AWS::SSM::Parameter", Properties: { Type: "String", Value: "one" } };
  const names = Array.from({ length: resources }, (_, index) => `P${index}`);
  return JSON.stringify({ Resources: Object.fromEntries(names.map((name) => [name, parameter])) });
}

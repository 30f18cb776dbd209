import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { type Client, isAwsError } from "../../client.ts";

const roleName = "hello-cdk";
const functionName = "hello-cdk";
const folder = fileURLToPath(new URL("../../../../examples/hello-cdk/lambda", import.meta.url));

/** The function, and the role that both Lambda and API Gateway assume. */
export async function deployFunction(client: Client) {
  const roleArn = await deployRole(client);
  return { roleArn, functionArn: await deployCode(client, roleArn) };
}

async function deployRole(client: Client): Promise<string> {
  const role = { Version: "2010-05-08", RoleName: roleName };
  const services = ["apigateway.amazonaws.com", "lambda.amazonaws.com"];
  const trust = { Effect: "Allow", Principal: { Service: services }, Action: "sts:AssumeRole" };
  const answer = await client
    .query("iam", { ...role, Action: "CreateRole", AssumeRolePolicyDocument: policyOf(trust) })
    .catch((error) => {
      if (!isAwsError(error, "EntityAlreadyExists")) throw error;
      return client.query("iam", { ...role, Action: "GetRole" });
    });
  const invoke = { Effect: "Allow", Action: "lambda:InvokeFunction", Resource: "*" };
  await client.query("iam", {
    ...role,
    Action: "PutRolePolicy",
    PolicyName: "invoke",
    PolicyDocument: policyOf(invoke),
  });
  return /<Arn>([^<]+)<\/Arn>/.exec(answer)?.[1] ?? "";
}

function policyOf(statement: object): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

interface Configuration {
  readonly FunctionArn: string;
  readonly CodeSha256: string;
}

/** Whoever changes the example's code finds the change at the next start. */
async function deployCode(client: Client, Role: string): Promise<string> {
  const zip = zipFolder();
  const ZipFile = zip.toString("base64");
  try {
    const created = await client.rest<Configuration>("lambda", "POST", "/2015-03-31/functions", {
      FunctionName: functionName,
      Runtime: "python3.11",
      Handler: "lambda_function.lambda_handler",
      Timeout: 40,
      Role,
      Code: { ZipFile },
    });
    return created.FunctionArn;
  } catch (error) {
    if (!isAwsError(error, "ResourceConflictException")) throw error;
  }
  const path = `/2015-03-31/functions/${functionName}`;
  const standing = await client.rest<{ Configuration: Configuration }>("lambda", "GET", path);
  const { FunctionArn, CodeSha256 } = standing.Configuration;
  if (CodeSha256 !== createHash("sha256").update(zip).digest("base64")) {
    await client.rest("lambda", "PUT", `${path}/code`, { ZipFile });
  }
  return FunctionArn;
}

/** The same bytes for the same files, whenever it is made. */
function zipFolder(): Buffer {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => [name, new Uint8Array(readFileSync(join(folder, name)))] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return Buffer.from(zipSync(Object.fromEntries(files), { mtime: new Date(2000, 0, 1) }));
}

import { fileURLToPath } from "node:url";
import { findStack } from "../../deploy/cloudformation.ts";
import { deployStack } from "../../deploy/deploy-stack.ts";
import { prepare } from "../../deploy/prepare.ts";
import { readSource } from "../../deploy/source.ts";
import type { StackSource } from "../../deploy/stack-source.ts";
import { type Target, targetOf } from "../../deploy/target.ts";
import { shipmentOf } from "../../deploy/template.ts";
import type { Terminal } from "../../deploy/terminal.ts";
import { Failure } from "../../failure.ts";
import { makeUser } from "./user.ts";

/** What a person needs to try the example. */
export interface HelloCdk {
  readonly userPoolId: string;
  readonly clientId: string;
  /** Address of the route, such as `http://127.0.0.1:4566/_api/a1b2c3d4e5/api/hello`. */
  readonly helloUrl: string;
}

/** The user that the example makes. For development only, so that everybody may know it. */
export const exampleUser = { username: "ada", password: "Right-1234" };

const assembly = fileURLToPath(new URL("../../../../examples/hello-cdk/assembly", import.meta.url));

/**
 * Deploys the assembly of examples/hello-cdk as `gatepool deploy` would, so that this may run at
 * every start: a stack that stands is kept, also where somebody has changed it.
 */
export async function deployHelloCdk(serverUrl: string, region: string): Promise<HelloCdk> {
  const [source] = await readSource(assembly);
  if (source === undefined) throw new Failure(`There is no stack in ${assembly}.`);
  const target = await targetOf(serverUrl, { ...source, region });
  if (!(await stands(source, target))) await make(source, target);
  const { apiId, ...ids } = await read(source, target);
  await makeUser(target.client, ids.userPoolId, exampleUser);
  return { ...ids, helloUrl: `${serverUrl}/_api/${apiId}/api/hello` };
}

async function stands({ stackName }: StackSource, { cloudFormation }: Target): Promise<boolean> {
  const stack = await findStack(cloudFormation, stackName);
  return /^(CREATE|UPDATE|UPDATE_ROLLBACK)_COMPLETE$/.test(stack?.StackStatus ?? "");
}

/** Without a word, as what it prints at the end says it all. */
const silence: Terminal = { screen: () => ({ show() {}, end() {} }), say() {} };

async function make(source: StackSource, target: Target): Promise<void> {
  const { template, assets } = shipmentOf(source, target);
  await prepare(source, assets, target, silence);
  const wish = { parameters: {}, tags: {}, keepsFailed: false };
  await deployStack(source, template, wish, target, silence);
}

async function read({ stackName: StackName }: StackSource, { cloudFormation }: Target) {
  const stack = await findStack(cloudFormation, StackName);
  const outputs = new Map(stack?.Outputs?.map((each) => [each.OutputKey, each.OutputValue]));
  const api = { StackName, LogicalResourceId: "HelloApi" };
  const { StackResourceDetail } = await cloudFormation("DescribeStackResource", api);
  return {
    userPoolId: outputs.get("UserPoolId") ?? "",
    clientId: outputs.get("UserPoolClientId") ?? "",
    apiId: StackResourceDetail?.PhysicalResourceId ?? "",
  };
}

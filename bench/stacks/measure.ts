import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CloudFormationClient,
  CreateChangeSetCommand,
  DeleteStackCommand,
  DescribeChangeSetCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  type Stack,
} from "@aws-sdk/client-cloudformation";
import { serviceSettings } from "../aws.ts";
import { startGatepool } from "../gatepool.ts";
import type { Options } from "../options.ts";
import { helloTemplate, templateOf } from "./templates.ts";

/** What clients wait for, in one round. */
export interface StackSample {
  readonly helloMs: number;
  readonly unchangedMs: number;
  readonly manyMs: number;
}

const many = 200;

/** Deployments as the CDK asks for them: by a change set, then waiting for its end. */
export async function measureStacks({ rounds }: Options): Promise<StackSample[]> {
  const folder = await mkdtemp(join(tmpdir(), "gatepool-bench-"));
  const dirs = { dataDir: join(folder, "data"), cacheDir: join(folder, "compile-cache") };
  const server = await startGatepool(dirs);
  try {
    const cloudFormation = new CloudFormationClient(serviceSettings(server.url));
    const hello = await helloTemplate(server.url);
    const samples: StackSample[] = [];
    for (let round = 0; round < rounds; round++) {
      const helloMs = await timed(() => deploy(cloudFormation, "hello", hello, "CREATE"));
      const unchangedMs = await timed(() => deploy(cloudFormation, "hello", hello, "UPDATE"));
      const manyMs = await timed(() => deploy(cloudFormation, "many", templateOf(many), "CREATE"));
      const sample = { helloMs, unchangedMs, manyMs };
      samples.push(sample);
      console.log(`${round + 1} ${describe(sample)}`);
      await remove(cloudFormation, "hello");
      await remove(cloudFormation, "many");
    }
    return samples;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function deploy(
  cloudFormation: CloudFormationClient,
  StackName: string,
  TemplateBody: string,
  ChangeSetType: "CREATE" | "UPDATE",
): Promise<void> {
  const named = { StackName, ChangeSetName: "bench" };
  const Capabilities = ["CAPABILITY_IAM" as const];
  await cloudFormation.send(
    new CreateChangeSetCommand({ ...named, TemplateBody, ChangeSetType, Capabilities }),
  );
  const changeSet = await cloudFormation.send(new DescribeChangeSetCommand(named));
  if (changeSet.Status === "FAILED" && ChangeSetType === "UPDATE") return;
  await cloudFormation.send(new ExecuteChangeSetCommand(named));
  const stack = await settled(cloudFormation, StackName);
  if (stack?.StackStatus === "CREATE_COMPLETE") return;
  throw new Error(`${StackName} is ${stack?.StackStatus}: ${stack?.StackStatusReason}`);
}

async function remove(cloudFormation: CloudFormationClient, StackName: string): Promise<void> {
  const stack = await settled(cloudFormation, StackName);
  await cloudFormation.send(new DeleteStackCommand({ StackName }));
  await settled(cloudFormation, stack?.StackId);
}

/** The server holds its answer while something is in progress. */
async function settled(
  cloudFormation: CloudFormationClient,
  StackName: string | undefined,
): Promise<Stack | undefined> {
  for (;;) {
    const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName }));
    const [stack] = Stacks ?? [];
    if (!stack?.StackStatus?.endsWith("_IN_PROGRESS")) return stack;
  }
}

function describe({ helloMs, unchangedMs, manyMs }: StackSample): string {
  const figures = [
    `hello-cdk ${helloMs.toFixed(0)} ms`,
    `without changes ${unchangedMs.toFixed(0)} ms`,
    `${many} resources ${manyMs.toFixed(0)} ms`,
  ];
  return `stacks: ${figures.join(", ")}`;
}

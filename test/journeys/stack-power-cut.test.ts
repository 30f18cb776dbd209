import { copyFile, rm } from "node:fs/promises";
import { join } from "node:path";
import {
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import { afterEach, describe, expect, it } from "vitest";
import { engines } from "../fixtures/engines.ts";
import { everythingOn } from "../fixtures/everything.ts";
import { startGatepool } from "../fixtures/gatepool.ts";
import { putAssets } from "../fixtures/stack-assets.ts";
import { endOf, stacksClient } from "../fixtures/stack-end.ts";
import { first, second } from "../fixtures/stack-growing.ts";
import { temporaryFolder } from "../fixtures/storage.ts";

const StackName = "cut";
const asked = (Resources: object) => ({
  ...{ StackName, TemplateBody: JSON.stringify({ Resources }) },
  Capabilities: ["CAPABILITY_IAM" as const],
});

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

/** How the server that died is followed by another, of which stacks are asked from then on. */
type Successor = (folder: string, args: readonly string[]) => Promise<string>;

/** Started again in the same folder. */
const again: Successor = async (folder, args) => (await start(folder, args)).url;

/** Another server was there all along; what the first one held is free for it after a while. */
async function other(folder: string, args: readonly string[]): Promise<Successor> {
  const own = await temporaryFolder();
  cleanups.push(() => rm(own, { recursive: true, force: true }));
  await copyFile(join(folder, "master.key"), join(own, "master.key"));
  const { url } = await start(own, args);
  return async () => {
    const body = JSON.stringify({ advanceMs: 60_000 });
    await fetch(`${url}/_gatepool/clock`, { method: "POST", body });
    return url;
  };
}

const successions = [
  {
    ...{ where: "on sqlite, started again", open: engines.sqlite, succeededBy: async () => again },
    kills: { creation: [4, 40], update: [6, 30], deletion: [8] },
  },
  {
    ...{ where: "on postgres, with another server", open: engines.postgres, succeededBy: other },
    kills: { creation: [40], update: [20], deletion: [] },
  },
];

describe.each(successions)("kill -9 $where", ({ open, succeededBy, kills }) => {
  async function launch() {
    const folder = await temporaryFolder();
    cleanups.push(() => rm(folder, { recursive: true, force: true }));
    const engine = await open?.();
    if (!engine) throw new Error("no such engine");
    cleanups.push(() => engine.close());
    const server = await start(folder, engine.args);
    await putAssets(server.url);
    const successor = await succeededBy(folder, engine.args);
    return { server, successor: () => successor(folder, engine.args) };
  }

  it.each(kills.creation)("amid a creation, %s events in: nothing is left", async (events) => {
    const { server, successor } = await launch();
    const before = await listed(server.url);
    const client = clientOf(server.url);
    await client.send(new CreateStackCommand(asked(second)));
    await killAfter(server, events);
    const url = await successor();
    expect(await endOf(clientOf(url), StackName)).toBe("ROLLBACK_COMPLETE");
    expect(await listed(url)).toEqual(before);
  });

  it.each(kills.update)("amid an update, %s events in: all is as it was", async (events) => {
    const { server, successor } = await launch();
    const client = clientOf(server.url);
    await client.send(new CreateStackCommand(asked(first)));
    expect(await endOf(client, StackName)).toBe("CREATE_COMPLETE");
    const before = await listed(server.url);
    const told = await eventsOf(server.url);
    await client.send(new UpdateStackCommand(asked(second)));
    await killAfter(server, told + events);
    const url = await successor();
    expect(await endOf(clientOf(url), StackName)).toBe("UPDATE_ROLLBACK_COMPLETE");
    expect(await listed(url)).toEqual(before);
  });

  it.each(kills.deletion)("amid a deletion, %s events in: nothing is left", async (events) => {
    const { server, successor } = await launch();
    const before = await listed(server.url);
    const client = clientOf(server.url);
    const { StackId = "" } = await client.send(new CreateStackCommand(asked(first)));
    expect(await endOf(client, StackName)).toBe("CREATE_COMPLETE");
    const told = await eventsOf(server.url, StackId);
    await client.send(new DeleteStackCommand({ StackName }));
    await killAfter(server, told + events, StackId);
    const url = await successor();
    expect(await endOf(clientOf(url), StackId)).toBe("DELETE_COMPLETE");
    expect(await listed(url)).toEqual(before);
  });
});

async function start(folder: string, args: readonly string[]) {
  const gatepool = await startGatepool(["--data-dir", folder, ...args]);
  cleanups.push(() => gatepool.kill());
  return gatepool;
}

function clientOf(url: string) {
  const client = stacksClient(url);
  cleanups.push(async () => client.destroy());
  return client;
}

async function listed(url: string) {
  const everything = everythingOn(url);
  const all = await everything.list();
  everything.close();
  const { Stacks = [] } = await clientOf(url).send(new DescribeStacksCommand({}));
  const inner = Stacks.filter(({ ParentId }) => ParentId !== undefined);
  return { ...all, inner: inner.map(({ StackId, Outputs }) => ({ StackId, Outputs })) };
}

async function eventsOf(url: string, named = StackName): Promise<number> {
  const command = new DescribeStackEventsCommand({ StackName: named });
  const { StackEvents = [] } = await clientOf(url).send(command);
  return StackEvents.length;
}

/** Kills a server as soon as it has told so much of a stack. */
async function killAfter(
  server: Awaited<ReturnType<typeof start>>,
  events: number,
  named = StackName,
) {
  while ((await eventsOf(server.url, named)) < events);
  await server.kill();
}

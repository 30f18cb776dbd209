import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateFunctionCommand, InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningGatepool, startGatepool } from "../fixtures/gatepool.ts";
import { clientsOf, createHelloStack, type HelloStack } from "../fixtures/hello-stack.ts";

const wild = {
  crash: "import os\ndef handler(e, c): os._exit(3)",
  signal: "import os\ndef handler(e, c): os.kill(os.getpid(), 9)",
  loop: "def handler(e, c):\n  while True: pass",
  flood: "def handler(e, c):\n  while True: print('x' * 10000)",
  memory: "def handler(e, c):\n  a = []\n  while True: a.append(bytearray(10_000_000))",
  answer: "def handler(e, c): return 'x' * 20_000_000",
  unloadable: "raise Exception('no')",
} as const;

describe("pitfall 27: no function takes the server down", () => {
  let gatepool: RunningGatepool;
  let folder: string;
  let lambda: LambdaClient;
  let stack: HelloStack;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gatepool-wild-"));
    gatepool = await startGatepool(["--data-dir", folder]);
    const clients = clientsOf(gatepool.url);
    lambda = clients.lambda;
    stack = await createHelloStack(clients);
  });
  afterAll(async () => {
    await gatepool.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const residentMegabytes = async () => {
    const status = await readFile(`/proc/${gatepool.process.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  };

  it.each(Object.entries(wild))("%s", async (name, source) => {
    await lambda.send(
      new CreateFunctionCommand({
        FunctionName: name,
        Runtime: "python3.11",
        Handler: "wild.handler",
        Timeout: 2,
        MemorySize: 128,
        Role: stack.roleArn,
        Code: { ZipFile: zipSync({ "wild.py": Buffer.from(source) }) },
      }),
    );
    const answer = await lambda.send(new InvokeCommand({ FunctionName: name }));
    expect(answer.FunctionError).toBe("Unhandled");
    const hello = await lambda.send(new InvokeCommand({ FunctionName: stack.functionName }));
    expect(hello.FunctionError).toBeUndefined();
    expect(await residentMegabytes()).toBeLessThan(300);
  });

  it("and all its processes are gone when the server is", async () => {
    await lambda.send(new InvokeCommand({ FunctionName: stack.functionName }));
    const children = async () => {
      const pid = gatepool.process.pid;
      const path = `/proc/${pid}/task/${pid}/children`;
      const list = (await readFile(path, "utf8")).trim();
      return list === "" ? [] : list.split(" ");
    };
    const before = await children();
    expect(before.length).toBeGreaterThan(0);
    await gatepool.stop();
    for (const pid of before) {
      await expect(readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).resolves.toBe("");
    }
  });
});

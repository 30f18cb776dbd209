import {
  type LambdaClient,
  PublishLayerVersionCommand,
  PublishVersionCommand,
  UpdateFunctionCodeCommand,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createFunction, invokeFunction, lambdaClient, zipOf } from "../fixtures/functions.ts";
import { clientsOf, createHelloStack, present } from "../fixtures/hello-stack.ts";
import { type Nodes, nodesOn } from "../fixtures/nodes.ts";

const FunctionName = "shared";
const says = (word: string) => ({
  "app.py": `import greeting\ndef handler(e, c):\n    return greeting.text + '${word}'\n`,
});

describe.each(Object.entries(nodesOn))("functions on the nodes of %s", (_, open) => {
  let nodes: Nodes;
  let here: LambdaClient;
  let there: LambdaClient;

  beforeAll(async () => {
    nodes = await open();
    here = lambdaClient(nodes.urlOf(0));
    there = lambdaClient(nodes.urlOf(1));
    const { roleArn: Role } = await createHelloStack(clientsOf(nodes.urlOf(0)));
    const ZipFile = zipOf({ "python/greeting.py": "text = 'Hello '\n" });
    const layer = { LayerName: "greetings", Content: { ZipFile } };
    const { LayerVersionArn } = await here.send(new PublishLayerVersionCommand(layer));
    const Layers = [present(LayerVersionArn)];
    await createFunction({ lambda: here }, FunctionName, says("first"), { Role, Layers });
  });
  afterAll(async () => {
    here.destroy();
    there.destroy();
    await nodes.close();
  });

  const resultThere = async (Qualifier?: string) =>
    (await invokeFunction({ lambda: there }, FunctionName, {}, { Qualifier })).result;

  it("code and layers that one got run on the other", async () => {
    expect(await resultThere()).toBe("Hello first");
  });

  it("a version that one made runs on the other when new code has come", async () => {
    await here.send(new PublishVersionCommand({ FunctionName }));
    const ZipFile = zipOf(says("second"));
    await here.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }));
    await vi.waitFor(async () => expect(await resultThere()).toBe("Hello second"), 5000);
    expect(await resultThere("1")).toBe("Hello first");
  });
});

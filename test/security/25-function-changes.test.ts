import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateFunctionUrlConfigCommand,
  GetFunctionUrlConfigCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFunction, lambdaClient } from "../fixtures/functions.ts";
import { clientsOf, createHelloStack, present } from "../fixtures/hello-stack.ts";
import { type Nodes, nodesOn } from "../fixtures/nodes.ts";

const parallel = 50;
const FunctionName = "raced";

describe.each(Object.entries(nodesOn))("pitfall 25 on %s: a function's parts", (_, open) => {
  let nodes: Nodes;
  let clients: ReturnType<typeof lambdaClient>[];

  beforeAll(async () => {
    nodes = await open();
    clients = [0, 1].map((index) => lambdaClient(nodes.urlOf(index)));
    const { roleArn } = await createHelloStack(clientsOf(nodes.urlOf(0)));
    const files = { "app.py": "def handler(e, c):\n    return 1\n" };
    await createFunction({ lambda: present(clients[0]) }, FunctionName, files, { Role: roleArn });
  });
  afterAll(async () => {
    for (const client of clients) client.destroy();
    await nodes.close();
  });

  const race = <T>(attempt: (client: ReturnType<typeof lambdaClient>) => Promise<T>) =>
    Promise.allSettled(
      Array.from({ length: parallel }, (_, index) => attempt(present(clients[index % 2]))),
    );

  it("one of many statements of one name is added", async () => {
    const statement = { FunctionName, StatementId: "api", Action: "lambda:InvokeFunction" };
    const command = { ...statement, Principal: "apigateway.amazonaws.com" };
    const all = await race((client) => client.send(new AddPermissionCommand(command)));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("one of many aliases of one name is made", async () => {
    const command = { FunctionName, Name: "live", FunctionVersion: "$LATEST" };
    const all = await race((client) => client.send(new CreateAliasCommand(command)));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("one of many URLs is made, and leads to the function", async () => {
    const command = { FunctionName, AuthType: "NONE" } as const;
    const all = await race((client) => client.send(new CreateFunctionUrlConfigCommand(command)));
    const made = all.filter((each) => each.status === "fulfilled");
    expect(made).toHaveLength(1);
    const shown = await present(clients[1]).send(new GetFunctionUrlConfigCommand({ FunctionName }));
    expect(shown.FunctionUrl).toBe(made[0]?.value.FunctionUrl);
  });

  it("one version is made of one state, however many publish it", async () => {
    const all = await race((client) => client.send(new PublishVersionCommand({ FunctionName })));
    expect(all.some(({ status }) => status === "fulfilled")).toBe(true);
    const { Versions = [] } = await present(clients[0]).send(
      new ListVersionsByFunctionCommand({ FunctionName }),
    );
    expect(Versions.map(({ Version }) => Version)).toEqual(["$LATEST", "1"]);
  });
});

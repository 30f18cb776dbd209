import { ListExportsCommand, ListImportsCommand } from "@aws-sdk/client-cloudformation";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  parametersTemplate,
  type StacksServer,
  stackClient,
  stacksServer,
} from "../../../test/fixtures/stacks.ts";

let server: StacksServer;

beforeAll(async () => {
  server = await stacksServer();
});

afterAll(() => server.close());

it("tells what stacks offer, and who uses it", async () => {
  const giver = stackClient(server, "giver");
  const Outputs = { Out: { Value: "text", Export: { Name: "shared" } } };
  const given = await giver.create({ TemplateBody: parametersTemplate({ A: "1" }, { Outputs }) });
  const { Exports } = await server.cloudFormation.send(new ListExportsCommand({}));
  expect(Exports).toEqual([{ ExportingStackId: given?.StackId, Name: "shared", Value: "text" }]);
  const imports = new ListImportsCommand({ ExportName: "shared" });
  await expect(server.cloudFormation.send(imports)).rejects.toMatchObject({
    message: "Export 'shared' is not imported by any stack.",
  });
  const TemplateBody = parametersTemplate({ B: { "Fn::ImportValue": "shared" } });
  await stackClient(server, "taker").create({ TemplateBody });
  expect((await server.cloudFormation.send(imports)).Imports).toEqual(["taker"]);
  expect(await giver.delete()).toMatchObject({
    StackStatus: "DELETE_FAILED",
    StackStatusReason: "Export shared cannot be deleted as it is in use by taker",
  });
});

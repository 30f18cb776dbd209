import { GetTemplateSummaryCommand, ValidateTemplateCommand } from "@aws-sdk/client-cloudformation";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type StacksServer, stackClient, stacksServer } from "../../../test/fixtures/stacks.ts";

let server: StacksServer;

beforeAll(async () => {
  server = await stacksServer();
});

afterAll(() => server.close());

const template = {
  Description: "what is declared",
  Metadata: { Mine: { is: "kept" } },
  Parameters: {
    Size: { Type: "Number", Default: 3, AllowedValues: [3, 4], Description: "how much" },
    Secret: { Type: "String", NoEcho: true },
  },
  Resources: {
    Role: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: {} } },
    A: { Type: "AWS::SSM::Parameter", Properties: { Type: "String", Value: "1" } },
  },
};
const TemplateBody = JSON.stringify(template);

it("tells what a template declares and needs", async () => {
  const summary = await server.cloudFormation.send(new GetTemplateSummaryCommand({ TemplateBody }));
  expect(summary).toMatchObject({
    Description: "what is declared",
    Metadata: '{"Mine":{"is":"kept"}}',
    Capabilities: ["CAPABILITY_IAM"],
    CapabilitiesReason: "The following resource(s) require capabilities: [AWS::IAM::Role]",
    ResourceTypes: ["AWS::IAM::Role", "AWS::SSM::Parameter"],
    Parameters: [
      {
        ...{ ParameterKey: "Size", ParameterType: "Number", DefaultValue: "3", NoEcho: false },
        ...{ Description: "how much", ParameterConstraints: { AllowedValues: ["3", "4"] } },
      },
      { ParameterKey: "Secret", ParameterType: "String", NoEcho: true },
    ],
  });
  expect(summary.ResourceIdentifierSummaries).toContainEqual({
    ...{ ResourceType: "AWS::IAM::Role", LogicalResourceIds: ["Role"] },
    ResourceIdentifiers: ["RoleName"],
  });
});

it("tells it of a stack's template", async () => {
  const { Role: _, ...Resources } = template.Resources;
  const body = JSON.stringify({ ...template, Parameters: {}, Resources });
  await stackClient(server, "summed").create({ TemplateBody: body });
  const named = new GetTemplateSummaryCommand({ StackName: "summed" });
  expect(await server.cloudFormation.send(named)).toMatchObject({
    ...{ ResourceTypes: ["AWS::SSM::Parameter"], Capabilities: [] },
  });
  const both = new GetTemplateSummaryCommand({ StackName: "summed", TemplateBody: body });
  await expect(server.cloudFormation.send(both)).rejects.toMatchObject({
    message: "You can only specify one of StackName, TemplateBody and TemplateURL.",
  });
  const neither = server.cloudFormation.send(new GetTemplateSummaryCommand({}));
  await expect(neither).rejects.toMatchObject({ name: "ValidationError" });
});

it("checks a template", async () => {
  const valid = await server.cloudFormation.send(new ValidateTemplateCommand({ TemplateBody }));
  expect(valid).toMatchObject({
    ...{ Description: "what is declared", Capabilities: ["CAPABILITY_IAM"] },
    Parameters: [{ ParameterKey: "Size", DefaultValue: "3" }, { ParameterKey: "Secret" }],
  });
  const broken = JSON.stringify({
    Resources: { A: { Type: "AWS::SSM::Parameter", Properties: { Value: { Ref: "B" } } } },
  });
  const refused = new ValidateTemplateCommand({ TemplateBody: broken });
  await expect(server.cloudFormation.send(refused)).rejects.toMatchObject({
    name: "ValidationError",
    message:
      "Template format error: Unresolved resource dependencies [B] in the Resources block of the " +
      "template",
  });
  const empty = server.cloudFormation.send(new ValidateTemplateCommand({}));
  await expect(empty).rejects.toMatchObject({
    message: "Either Template URL or Template Body must be specified.",
  });
});

it("tells what loops repeat before they are gone through, and what consent they need", async () => {
  const Properties = { Name: `/\${X}`, Type: "String", Value: { Ref: "X" } };
  const body = { "P&{X}": { Type: "AWS::SSM::Parameter", Properties } };
  const TemplateBody = JSON.stringify({
    Transform: "AWS::LanguageExtensions",
    Parameters: { Names: { Type: "CommaDelimitedList" } },
    Resources: { "Fn::ForEach::P": ["X", { Ref: "Names" }, body] },
  });
  const told = {
    ...{
      Capabilities: ["CAPABILITY_AUTO_EXPAND"],
      DeclaredTransforms: ["AWS::LanguageExtensions"],
    },
    CapabilitiesReason: "The following resource(s) require capabilities: [AWS::LanguageExtensions]",
  };
  const summary = new GetTemplateSummaryCommand({ TemplateBody });
  expect(await server.cloudFormation.send(summary)).toMatchObject({
    ...{ ...told, ResourceTypes: ["AWS::SSM::Parameter"] },
  });
  const validation = new ValidateTemplateCommand({ TemplateBody });
  expect(await server.cloudFormation.send(validation)).toMatchObject(told);
});

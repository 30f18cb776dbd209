import { requiredCapabilities } from "../capabilities.ts";
import { operation, type StacksContext, validationError } from "../contract.ts";
import { refuseOptions, refusing } from "../definition.ts";
import { shownDefinition } from "../describe.ts";
import { stackOf } from "../find-stack.ts";
import { identityOf } from "../schema/resource-types.ts";
import {
  declaredTransforms,
  parseTemplate,
  type Template,
  type TemplateParameter,
} from "../template/index.ts";
import { type GivenTemplate, templateText } from "../template-source.ts";

/** Tells what a template, or that of a stack, declares and needs. */
export const getTemplateSummary = operation("GetTemplateSummary", {
  access: "iam",
  async run(input, context) {
    refuseOptions({ StackSetName: input.StackSetName });
    const text = await textOf(input, context);
    const template = await refusing(() => parseTemplate(text));
    const { capabilities, reason } = requiredCapabilities(template);
    const { metadata } = template;
    return {
      Parameters: [...template.parameters].map(declarationOf),
      Description: template.description,
      Capabilities: capabilities,
      CapabilitiesReason: reason,
      ResourceTypes: typesOf(template),
      Version: template.version,
      DeclaredTransforms: declaredTransforms(template),
      Metadata: metadata === undefined ? undefined : JSON.stringify(metadata),
      ResourceIdentifierSummaries: identifiersOf(template),
    };
  },
});

async function textOf(
  input: GivenTemplate & { readonly StackName?: string | undefined },
  context: StacksContext,
): Promise<string> {
  const text = await templateText(input, context.services);
  if (input.StackName !== undefined && text !== undefined) {
    throw validationError("You can only specify one of StackName, TemplateBody and TemplateURL.");
  }
  if (text !== undefined) return text;
  if (input.StackName === undefined) {
    throw validationError("Either StackName, Template URL or Template Body must be specified.");
  }
  const stack = await stackOf(input.StackName, context);
  const body = shownDefinition(stack)?.templateBody;
  if (body !== undefined) return body;
  throw validationError(`Stack [${stack.name}] has no template yet`);
}

function declarationOf([ParameterKey, parameter]: [string, TemplateParameter]) {
  const { allowedValues } = parameter;
  return {
    ParameterKey,
    DefaultValue: parameter.default,
    ParameterType: parameter.type,
    NoEcho: parameter.noEcho,
    Description: parameter.description,
    ParameterConstraints: allowedValues ? { AllowedValues: [...allowedValues] } : {},
  };
}

function typesOf({ resources }: Template): string[] {
  return [...new Set([...resources.values()].map(({ type }) => type))];
}

/** By what a resource of each type could be found that is there already. */
function identifiersOf(template: Template) {
  return typesOf(template).map((type) => ({
    ResourceType: type,
    LogicalResourceIds: [...template.resources]
      .filter((one) => one[1].type === type)
      .map(([id]) => id),
    ResourceIdentifiers: [...identityOf(type).identifier],
  }));
}

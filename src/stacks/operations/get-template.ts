import { fault, operation, type StacksContext, validationError } from "../contract.ts";
import { shownDefinition } from "../describe.ts";
import type { StackDefinition } from "../domain/stack.ts";
import type { PreparedFor } from "../engine/prepare.ts";
import { findChangeSet, stackOf } from "../find-stack.ts";
import { processedText } from "../stack-template.ts";

/** Answers the template of a stack, or of a change set, as it was sent or as it was expanded. */
export const getTemplate = operation("GetTemplate", {
  access: "iam",
  async run({ StackName, ChangeSetName, TemplateStage }, context) {
    const { definition, owner } =
      ChangeSetName === undefined
        ? await ofStack(StackName, context)
        : await ofChangeSet({ ChangeSetName, StackName }, context);
    return {
      TemplateBody: definition ? textOf(definition, owner, TemplateStage) : emptyTemplate,
      StagesAvailable: [...stages],
    };
  },
});

const stages = ["Original", "Processed"] as const;

/** Of a stack that waits for its first change set. */
const emptyTemplate = "{}";

/** AWS answers what was expanded unless it is asked for what was sent. */
function textOf(definition: StackDefinition, owner: PreparedFor, stage = "Processed"): string {
  return stage === "Original" ? definition.templateBody : processedText(definition, owner);
}

interface Found {
  readonly definition?: StackDefinition | undefined;
  readonly owner: PreparedFor;
}

async function ofStack(name: string | undefined, context: StacksContext): Promise<Found> {
  if (!name) throw validationError("Either StackName or ChangeSetName must be specified.");
  const stack = await stackOf(name, context);
  const { id: stackId, name: stackName, tenant } = stack;
  return { definition: shownDefinition(stack), owner: { tenant, stackId, stackName } };
}

async function ofChangeSet(
  named: { ChangeSetName: string; StackName: string | undefined },
  context: StacksContext,
): Promise<Found> {
  const found = await findChangeSet(named, context);
  if (found) return { definition: found.value.definition, owner: found.value };
  throw fault("ChangeSetNotFoundException", `ChangeSet [${named.ChangeSetName}] does not exist`);
}

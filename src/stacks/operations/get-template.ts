import { fault, operation, type StacksContext, validationError } from "../contract.ts";
import { shownDefinition } from "../describe.ts";
import { findChangeSet, stackOf } from "../find-stack.ts";

/** Answers the template of a stack, or of a change set, as it was sent. No macros process any. */
export const getTemplate = operation("GetTemplate", {
  access: "iam",
  async run({ StackName, ChangeSetName }, context) {
    const TemplateBody =
      ChangeSetName === undefined
        ? await ofStack(StackName, context)
        : await ofChangeSet({ ChangeSetName, StackName }, context);
    return { TemplateBody, StagesAvailable: [...stages] };
  },
});

const stages = ["Original", "Processed"] as const;

/** A stack that waits for its first change set has an empty one. */
async function ofStack(name: string | undefined, context: StacksContext): Promise<string> {
  if (!name) throw validationError("Either StackName or ChangeSetName must be specified.");
  const stack = await stackOf(name, context);
  return shownDefinition(stack)?.templateBody ?? "{}";
}

async function ofChangeSet(
  named: { ChangeSetName: string; StackName: string | undefined },
  context: StacksContext,
): Promise<string> {
  const found = await findChangeSet(named, context);
  if (found) return found.value.definition.templateBody;
  throw fault("ChangeSetNotFoundException", `ChangeSet [${named.ChangeSetName}] does not exist`);
}

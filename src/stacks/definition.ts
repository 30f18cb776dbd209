import type { Fault } from "../foundation/fault.ts";
import { tagsByKey } from "../foundation/tags.ts";
import { checkCapabilities } from "./capabilities.ts";
import { type StacksContext, validationError } from "./contract.ts";
import type { Stack, StackDefinition } from "./domain/stack.ts";
import { type Prepared, prepare } from "./engine/prepare.ts";
import { type GivenParameter, TemplateError } from "./template/index.ts";
import { type GivenTemplate, templateText } from "./template-source.ts";

/** What a client says a stack is to be. */
export interface GivenDefinition extends GivenTemplate {
  /** Only what is shown in a change set first may be expanded without consent. */
  readonly ChangeSetName?: string | undefined;
  readonly UsePreviousTemplate?: boolean | undefined;
  readonly Parameters?: readonly GivenParameter[] | undefined;
  readonly Capabilities?: readonly string[] | undefined;
  readonly RoleARN?: string | undefined;
  readonly NotificationARNs?: readonly string[] | undefined;
  readonly Tags?: readonly { readonly Key: string; readonly Value: string }[] | undefined;
}

type Named = Pick<Stack, "id" | "name">;

/**
 * What a client asks for, read and checked. What it leaves out stays as it was.
 *
 * @param previous what the stack is so far
 * @throws Fault ValidationError, InsufficientCapabilitiesException
 */
export async function askedDefinition(
  given: GivenDefinition,
  stack: Named,
  context: StacksContext,
  previous?: StackDefinition,
): Promise<Prepared> {
  const templateBody = await chosenTemplate(given, context, previous);
  const roleArn = given.RoleARN ?? previous?.roleArn;
  const { Tags, NotificationARNs, Capabilities, Parameters } = given;
  const prepared = await refusing(() =>
    prepare(
      context.prepareParts,
      { tenant: context.tenant, stackId: stack.id, stackName: stack.name },
      {
        templateBody,
        given: Parameters ?? [],
        previous: previous?.parameters ?? [],
        tags: Tags ? tagsFrom(Tags) : (previous?.tags ?? {}),
        capabilities: Capabilities ?? [],
        notificationArns: NotificationARNs ?? previous?.notificationArns ?? [],
        ...(roleArn !== undefined && { roleArn }),
      },
    ),
  );
  const implied = given.ChangeSetName === undefined ? [] : ["CAPABILITY_AUTO_EXPAND"];
  checkCapabilities(prepared.template, [...(Capabilities ?? []), ...implied]);
  return prepared;
}

/** A definition that was asked for earlier, read and checked again. */
export function preparedAgain(
  { parameters, ...definition }: StackDefinition,
  { id: stackId, name: stackName }: Named,
  { prepareParts, tenant }: StacksContext,
): Promise<Prepared> {
  const given = parameters.map(({ key, value }) => ({ ParameterKey: key, ParameterValue: value }));
  return refusing(() =>
    prepare(prepareParts, { tenant, stackId, stackName }, { ...definition, given }),
  );
}

async function chosenTemplate(
  given: GivenDefinition,
  { services }: StacksContext,
  previous: StackDefinition | undefined,
): Promise<string> {
  const text = await templateText(given, services);
  if (given.UsePreviousTemplate) {
    if (text !== undefined) {
      throw validationError(
        "You cannot specify both usePreviousTemplate and Template Body/Template URL.",
      );
    }
    if (previous) return previous.templateBody;
  }
  if (text !== undefined) return text;
  throw validationError("Either Template URL or Template Body must be specified.");
}

function tagsFrom(tags: readonly { Key: string; Value: string }[]): Record<string, string> {
  const reserved = tags.find(({ Key }) => Key.toLowerCase().startsWith("aws:"));
  if (reserved) {
    throw validationError(
      `Tag key ${reserved.Key} is invalid. Tag keys cannot begin with aws:, which is reserved.`,
    );
  }
  const keys = new Set(tags.map(({ Key }) => Key));
  if (keys.size < tags.length) throw validationError("Duplicate tag keys found. Keys are unique.");
  return tagsByKey(tags);
}

/** What is wrong with a template is told to the client in the same words. */
export async function refusing<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TemplateError) throw templateFault(error);
    throw error;
  }
}

function templateFault(error: TemplateError): Fault {
  const { message, reason } = error;
  return validationError(message, { cause: error, ...(reason && { reason }) });
}

/**
 * Names what is asked for and cannot be done, rather than to leave it undone in silence.
 * @throws Fault ValidationError
 */
export function refuseOptions(options: Readonly<Record<string, unknown>>): void {
  const asked = Object.entries(options).filter(([, value]) => isAsked(value));
  if (asked.length === 0) return;
  const names = asked.map(([name]) => name).join(", ");
  throw validationError(`${names} is not supported`, {
    reason: {
      check: "members of the request",
      expected: "none of these",
      received: names,
      change: "leave them out",
    },
  });
}

function isAsked(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== false;
}

import { arnOf } from "../foundation/arn.ts";
import type { Clock } from "../foundation/clock.ts";
import { Fault } from "../foundation/fault.ts";
import type { Random } from "../foundation/random.ts";
import { tagsByKey } from "../foundation/tags.ts";
import { checkCapabilities } from "./capabilities.ts";
import type { Stack } from "./domain/stack.ts";
import type { Engine } from "./engine/engine.ts";
import { type Prepared, type PrepareParts, prepare } from "./engine/prepare.ts";
import type { EventStore } from "./event-store.ts";
import {
  type AnyResourceType,
  type Made,
  type ResourceContext,
  ResourceFailure,
  resource,
} from "./resource.ts";
import type { Properties } from "./schema/properties.ts";
import type { StackStore } from "./stack-store.ts";
import { templateText } from "./template-source.ts";
import { checkDeletable, checkUpdatable } from "./turns.ts";

export interface NestedStackParts {
  readonly store: StackStore;
  readonly events: EventStore;
  readonly clock: Clock;
  readonly random: Random;
  /** The engine that runs the outer stack, too; it is made after the resource types. */
  engine(): Engine;
  prepareParts(): PrepareParts;
}

type StackProperties = Properties["AWS::CloudFormation::Stack"];

/** A template that has itself inside has no end. */
const depthMax = 5;

/** As many of the last events of a stack as are looked at. */
const eventsMax = 1000;

/** Stacks as resources of stacks. */
export function nestedStack(parts: NestedStackParts): AnyResourceType {
  return resource("AWS::CloudFormation::Stack", {
    unsupported: ["TimeoutInMinutes"],
    async create(properties, context) {
      const name = context.physicalName({ maxLength: 128 });
      const { tenant } = context;
      const id = arnOf("cloudformation", tenant, `stack/${name}/${parts.random.uuid()}`);
      const stack = await newStack({ id, name }, context, parts);
      const prepared = await preparedFrom(properties, stack, context, parts);
      const { definition: target, template } = prepared;
      const described = template.description !== undefined && { description: template.description };
      await parts.engine().create({ ...stack, target, ...described }, prepared);
      const made = await ended(id, parts);
      if (made.status === "CREATE_COMPLETE") return describe(made);
      const failure = await failureOf(made, "created", parts);
      await remove(id, parts);
      throw failure;
    },
    async update({ physicalId, properties }, context) {
      const stack = await ended(physicalId, parts);
      const prepared = await preparedFrom(properties, stack, context, parts);
      await parts.engine().change(physicalId, prepared, { check: checkUpdatable });
      const changed = await ended(physicalId, parts);
      if (changed.status === "UPDATE_COMPLETE") return describe(changed);
      throw await failureOf(changed, "updated", parts);
    },
    async delete({ physicalId }) {
      const gone = await remove(physicalId, parts);
      if (gone.status !== "DELETE_COMPLETE") throw await failureOf(gone, "deleted", parts);
    },
    async find(_, { tenant, physicalName }) {
      return (await parts.store.byName(tenant, physicalName({ maxLength: 128 })))?.value.id;
    },
  });
}

async function preparedFrom(
  { TemplateURL, Parameters = {}, Tags, NotificationARNs = [] }: StackProperties,
  { id: stackId, name: stackName }: Stack,
  { services, tenant, tags, stack }: ResourceContext,
  parts: NestedStackParts,
): Promise<Prepared> {
  const templateBody = await templateText({ TemplateURL }, services);
  if (templateBody === undefined) throw new Fault("ValidationError", "TemplateURL is missing");
  const given = Object.entries(Parameters).map(([ParameterKey, ParameterValue]) => ({
    ParameterKey,
    ParameterValue,
  }));
  const own = tagsByKey(Tags);
  const { target, definition } = await found(stack.id, parts);
  // Who has consented to the outer stack's making roles has consented to the inner one's.
  const capabilities = [target, definition].flatMap((each) => each?.capabilities ?? []);
  const prepared = await prepare(
    parts.prepareParts(),
    { tenant, stackId, stackName },
    {
      ...{ templateBody, given, capabilities, notificationArns: NotificationARNs },
      tags: { ...tags, ...own },
    },
  );
  checkCapabilities(prepared.template, capabilities);
  return prepared;
}

async function newStack(
  { id, name }: Pick<Stack, "id" | "name">,
  { tenant, stack: { id: parentId } }: ResourceContext,
  parts: NestedStackParts,
): Promise<Stack> {
  const parent = await found(parentId, parts);
  await checkDepth(parent, parts);
  return {
    ...{ tenant, id, name, parentId, rootId: parent.rootId ?? parentId },
    ...{ status: "CREATE_IN_PROGRESS", outputs: [], createdAt: parts.clock.now() },
    ...{ terminationProtection: false, disableRollback: false },
  };
}

async function checkDepth(stack: Stack, parts: NestedStackParts): Promise<void> {
  let { parentId } = stack;
  for (let depth = 1; parentId !== undefined; depth++) {
    if (depth === depthMax) {
      const message = `Stacks may be nested ${depthMax} levels deep, and this would be one more`;
      throw new Fault("ValidationError", message);
    }
    parentId = (await found(parentId, parts)).parentId;
  }
}

/** Removes a stack once nothing else is done to it. */
async function remove(id: string, parts: NestedStackParts): Promise<Stack> {
  const { status } = await ended(id, parts);
  if (status !== "DELETE_COMPLETE") await parts.engine().delete(id, { check: checkDeletable });
  return ended(id, parts);
}

async function ended(id: string, parts: NestedStackParts): Promise<Stack> {
  await parts.engine().finished(id);
  return found(id, parts);
}

async function found(id: string, { store }: NestedStackParts): Promise<Stack> {
  const stored = await store.get(id);
  if (stored) return stored.value;
  throw new Fault("NotFoundException", `Stack with id ${id} does not exist`);
}

function describe({ id, outputs }: Stack): Made {
  const attributes = outputs.map(({ key, value }) => [`Outputs.${key}`, value]);
  return { physicalId: id, attributes: Object.fromEntries(attributes) };
}

/** Why an operation did not succeed is told by the event with which it turned back. */
async function failureOf({ id, name }: Stack, verb: string, { events }: NestedStackParts) {
  const { items } = await events.list(id, eventsMax);
  const told = items.find(
    ({ value: { logicalId, status, statusReason } }) =>
      logicalId === name && statusReason !== undefined && /ROLLBACK_IN|FAILED$/.test(status),
  );
  const why = told?.value.statusReason?.replace(" Rollback requested by user.", "");
  return new ResourceFailure(`Embedded stack ${id} was not successfully ${verb}: ${why}`);
}

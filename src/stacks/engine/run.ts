import type { Clock } from "../../foundation/clock.ts";
import type { Log } from "../../foundation/log.ts";
import type { Random } from "../../foundation/random.ts";
import { secretsOf, withoutSecrets } from "../domain/secrets.ts";
import {
  isInProgress,
  type ResourceStatus,
  type Stack,
  type StackEvent,
  type StackResource,
  type StackStatus,
} from "../domain/stack.ts";
import type { LeaseStore } from "../lease-store.ts";
import type { NameLimits, ResourceContext } from "../resource.ts";
import type { Services } from "../services.ts";
import type { StackStore, Step } from "../stack-store.ts";
import type { PrepareParts } from "./prepare.ts";

/** What every run of an operation works with. */
export interface RunParts extends PrepareParts {
  readonly store: StackStore;
  readonly leases: LeaseStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** The operations, on behalf of the stack's owner. */
  servicesFor(stack: Stack): Services;
}

/** One operation on one stack while it is under way: what stands, and what is written down. */
export class Run {
  readonly parts: RunParts;
  readonly services: Services;
  /** By logical id, as they stand now. */
  readonly resources: Map<string, StackResource>;
  #stack: Stack;
  #isLost = false;
  #toldAt = 0;
  /** Goes on from run to run, as two of them may tell something in the same millisecond. */
  static #order = 0;

  constructor(parts: RunParts, stack: Stack, resources: readonly StackResource[]) {
    this.parts = parts;
    this.services = parts.servicesFor(stack);
    this.resources = new Map(resources.map((each) => [each.logicalId, each]));
    this.#stack = stack;
  }

  get stack(): Stack {
    return this.#stack;
  }

  /** Keeps this run from writing anything more: another server has taken the stack over. */
  lose(): void {
    this.#isLost = true;
  }

  /** Writes down where a resource stands, and says so in an event. */
  async stands(
    resource: StackResource,
    status: ResourceStatus,
    statusReason?: string,
  ): Promise<StackResource> {
    const { statusReason: _, ...rest } = resource;
    const updatedAt = this.parts.clock.now();
    const reason = statusReason === undefined ? {} : { statusReason };
    const changed = { ...rest, status, updatedAt, ...reason };
    this.resources.set(changed.logicalId, changed);
    await this.#record({ resources: [changed], events: [this.eventOf(changed, status, reason)] });
    return changed;
  }

  /** Writes down a resource, of which there is nothing to tell. */
  async keep(resource: StackResource): Promise<void> {
    this.resources.set(resource.logicalId, resource);
    await this.#record({ resources: [resource] });
  }

  /** Writes down that a resource is no part of the stack any more. */
  async leaves(resource: StackResource, event?: StackEvent): Promise<void> {
    this.resources.delete(resource.logicalId);
    await this.#record({ removed: [resource.logicalId], ...(event && { events: [event] }) });
  }

  /** Says something of a resource that is not where it stands now. */
  async tell(event: StackEvent): Promise<void> {
    await this.#record({ events: [event] });
  }

  /** Writes down where the stack stands, and says so in an event. */
  async reach(
    status: StackStatus,
    change: Partial<Stack> = {},
    step: Pick<Step, "resources" | "writes"> = {},
  ): Promise<void> {
    const reason = change.statusReason === undefined ? {} : { statusReason: change.statusReason };
    const events = [this.stackEvent(status, reason)];
    const { id, status: before } = this.#stack;
    const writes = [...(step.writes ?? [])];
    if (!isInProgress(status)) writes.push(this.parts.leases.released(id));
    this.#stack = await this.parts.store.change(
      id,
      ({ statusReason: _, ...stack }) => {
        if (this.#isLost || stack.status !== before) throw takenOver();
        return { ...stack, ...change, status };
      },
      () => ({ ...step, writes, events }),
    );
  }

  eventOf(
    { logicalId, physicalId, type, properties }: StackResource,
    status: ResourceStatus,
    more: { statusReason?: string; physicalId?: string } = {},
  ): StackEvent {
    const head = this.#eventHead();
    return {
      ...head,
      eventId: `${logicalId}-${status}-${new Date(head.at).toISOString()}`,
      logicalId,
      physicalId,
      resourceType: type,
      status,
      properties: JSON.stringify(withoutSecrets(properties, secretsOf(this.#stack))),
      ...more,
    };
  }

  stackEvent(status: StackStatus, more: { statusReason?: string } = {}): StackEvent {
    const { id, name } = this.#stack;
    return {
      ...this.#eventHead(),
      eventId: this.parts.random.uuid(),
      logicalId: name,
      physicalId: id,
      resourceType: "AWS::CloudFormation::Stack",
      status,
      ...more,
    };
  }

  contextFor({
    logicalId,
    type,
    nameSuffix,
  }: Pick<StackResource, "logicalId" | "type" | "nameSuffix">): ResourceContext {
    const { id, name, tenant, definition, target } = this.#stack;
    return {
      services: this.services,
      tenant,
      stack: { id, name },
      logicalId,
      type,
      physicalName: (limits) => physicalName([name, logicalId, nameSuffix], limits),
      tags: (target ?? definition)?.tags ?? {},
    };
  }

  async #record(step: Step): Promise<void> {
    if (this.#isLost) throw takenOver();
    await this.parts.store.record(this.#stack.id, step);
  }

  /** Clients sort events by their times, so that no two of a run may have the same. */
  #eventHead() {
    const { id, name, clientRequestToken } = this.#stack;
    const token = clientRequestToken === undefined ? {} : { clientRequestToken };
    this.#toldAt = Math.max(this.parts.clock.now(), this.#toldAt + 1);
    return { stackId: id, stackName: name, at: this.#toldAt, order: Run.#order++, ...token };
  }
}

function takenOver(): Error {
  return new Error("another server has taken the stack over");
}

/** The suffix stays whole: it is what makes the name unique. */
function physicalName(
  [stack, logicalId, suffix]: [string, string, string],
  { maxLength = 255, lowerCase = false }: NameLimits = {},
): string {
  const front = `${stack}-${logicalId}`.slice(0, maxLength - suffix.length - 1);
  const name = `${front.replace(/-+$/, "")}-${suffix}`;
  return lowerCase ? name.toLowerCase() : name;
}

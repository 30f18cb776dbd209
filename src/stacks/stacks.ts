import { iamArn, type Tenant } from "../foundation/arn.ts";
import { Fault } from "../foundation/fault.ts";
import type { ServiceDefinition } from "../wire/service.ts";
import { ChangeSetStore } from "./change-set-store.ts";
import type { StacksContext } from "./contract.ts";
import { ExpectedResponseStore } from "./custom/expected-response-store.ts";
import { Responses } from "./custom/responses.ts";
import { DriftStore } from "./drift-store.ts";
import { Engine } from "./engine/engine.ts";
import type { PrepareParts } from "./engine/prepare.ts";
import type { RunParts } from "./engine/run.ts";
import { EventStore } from "./event-store.ts";
import { ExportStore } from "./export-store.ts";
import type { StacksDeps } from "./index.ts";
import { LeaseStore } from "./lease-store.ts";
import { nestedStack } from "./nested-stack.ts";
import { customResource } from "./resources/cloudformation/custom-resource.ts";
import { resourceTypes } from "./resources/index.ts";
import { defineService } from "./service.ts";
import { type Services, servicesFor } from "./services.ts";
import { StackStore } from "./stack-store.ts";
import type { ParameterLookup } from "./template/index.ts";

/** CloudFormation at work: stacks of resources, made by the operations of the other services. */
export interface OpenStacks {
  readonly definition: ServiceDefinition<StacksContext>;
  /** Takes in what the function of a custom resource answers; false when nobody asked for it. */
  receiveResponse(path: string, body: Buffer): Promise<boolean>;
  /** Takes up what was unfinished when the last server ended. */
  resume(): Promise<void>;
  /** Looks from time to time for what other servers have left unfinished. */
  follow(): void;
  /** Lets what is under way come to an end, if it is soon. */
  close(): Promise<void>;
}

/** A server ends within five seconds; what is unfinished by then is taken up by the next start. */
const closingGraceMs = 1_500;

/** Makes CloudFormation. */
export function openStacks(deps: StacksDeps): OpenStacks {
  const { records, keyring, pageTokens, clock, random, log, inProcess, shared } = deps;
  const exports = new ExportStore(records);
  const stacks = new StackStore(records, keyring);
  const events = new EventStore(records);
  const expected = new ExpectedResponseStore(records, keyring);
  const responses = new Responses({ ...deps, store: expected });
  const nested = { store: stacks, events, clock, random };
  const allTypes = [
    ...[...resourceTypes, customResource(responses)],
    nestedStack({ ...nested, engine: () => engine, prepareParts: () => prepareParts }),
  ];
  const types = new Map(allTypes.map((each) => [each.type, each]));
  const servicesOf = (tenant: Tenant) =>
    servicesFor(inProcess, { tenant, callerArn: iamArn(tenant.account, "root") });
  const lookup = (tenant: Tenant) => lookupIn(servicesOf(tenant));
  const prepareParts: PrepareParts = { types, exports, lookup };
  const runParts: RunParts = {
    ...{ ...prepareParts, store: stacks, clock, random, log },
    leases: new LeaseStore({ ...{ records, clock, shared }, node: random.uuid() }),
    servicesFor: ({ tenant }) => servicesOf(tenant),
  };
  const engine: Engine = new Engine(runParts);
  const drifts = new DriftStore(records, keyring);
  const kept = { stacks, exports, drifts, events };
  const changeSets = new ChangeSetStore(records, keyring);
  return {
    definition: defineService(({ tenant }) => ({
      ...{ ...kept, changeSets, engine, prepareParts, runParts, pageTokens, clock, random, tenant },
      services: servicesOf(tenant),
    })),
    receiveResponse: (path, body) => responses.receive(path, body),
    resume: () => engine.resume(),
    follow: () => engine.follow(),
    close: () => engine.close(closingGraceMs),
  };
}

/** Reads values of the Parameter Store. */
function lookupIn({ ssm }: Services): ParameterLookup {
  return async (name, version) => {
    const Name = version === undefined ? name : `${name}:${version}`;
    try {
      return (await ssm("GetParameter", { Name })).Parameter?.Value;
    } catch (error) {
      if (error instanceof Fault && /^Parameter(?:Version)?NotFound/.test(error.code)) return;
      throw error;
    }
  };
}

import { isDeepStrictEqual } from "node:util";
import { Fault } from "../foundation/fault.ts";
import type { Log } from "../foundation/log.ts";
import type { StagePlan } from "../gateway/plan.ts";
import type { PlanTable } from "../gateway/plan-table.ts";
import { compileStage } from "./compile.ts";
import type { Api } from "./domain/api.ts";
import type { Snapshot } from "./domain/deployment.ts";
import type { Stage } from "./domain/stage.ts";
import { readLiveParts } from "./live-parts.ts";
import type { ApiStore } from "./store.ts";

/** Brings what is stored to the gateway. */
export class Publisher {
  readonly #store: ApiStore;
  readonly #plans: PlanTable;
  readonly #log: Log;
  /** The revision of each API that the gateway works by. */
  readonly #published = new Map<string, number>();

  constructor(store: ApiStore, plans: PlanTable, log: Log) {
    this.#store = store;
    this.#plans = plans;
    this.#log = log;
  }

  /** Makes the gateway serve an API as it is stored. Not to run twice at a time for one API. */
  async publish(apiId: string): Promise<void> {
    for (let attempt = 0; attempt < 10; attempt++) {
      const revision = await this.#store.revisions.of(apiId);
      const plans = await this.#compile(apiId);
      // What was read in between may be half of one state and half of the next.
      if ((await this.#store.revisions.of(apiId)) !== revision) continue;
      if (!plans) return this.withdraw(apiId);
      const kept = plans.map((plan) => this.#unchanged(plan));
      this.#plans.replaceApi(apiId, kept);
      this.#published.set(apiId, revision);
      return;
    }
    throw new Error(`API ${apiId} changed each time that it was read`);
  }

  /** Makes the gateway forget an API at once. */
  withdraw(apiId: string): void {
    this.#plans.removeApi(apiId);
    this.#published.delete(apiId);
  }

  /** APIs that are stored in another state than the gateway works by, and those that are gone. */
  async outdated(): Promise<string[]> {
    const stored = await this.#store.revisions.all();
    const changed = [...stored].filter(([id, revision]) => this.#published.get(id) !== revision);
    const gone = [...this.#published.keys()].filter((apiId) => !stored.has(apiId));
    return [...changed.map(([apiId]) => apiId), ...gone];
  }

  /** The plan that is served already where it says the same: the gateway keeps what hangs on it. */
  #unchanged(plan: StagePlan): StagePlan {
    const served = this.#plans.get(plan.apiId, plan.stage);
    return served && isDeepStrictEqual(served, plan) ? served : plan;
  }

  /** Undefined when there is no such API. */
  async #compile(apiId: string): Promise<StagePlan[] | undefined> {
    const api = (await this.#store.find(apiId))?.value;
    if (!api) return undefined;
    // Without its own host and path nothing leads to an API: there are no custom domains.
    if (api.disableExecuteApiEndpoint) return [];
    const stages = await this.#store.stages.all(apiId);
    if (stages.length === 0) return [];
    const live = await readLiveParts(this.#store, apiId);
    return Promise.all(stages.map((stage) => this.#compileStage(api, stage, live)));
  }

  async #compileStage(api: Api, stage: Stage, live: Snapshot): Promise<StagePlan> {
    try {
      return compileStage(api, stage, await this.#snapshotOf(stage), live);
    } catch (err) {
      if (!(err instanceof Fault)) throw err;
      // Deployments are compiled before they are kept, so this one is of another version.
      const { apiId, stageName, deploymentId } = stage;
      this.#log.error({ apiId, stageName, deploymentId, err }, "a stage cannot be served");
      return compileStage(api, stage, undefined, live);
    }
  }

  async #snapshotOf({ apiId, deploymentId }: Stage): Promise<Snapshot | undefined> {
    return deploymentId ? this.#store.deployments.snapshot(apiId, deploymentId) : undefined;
  }
}

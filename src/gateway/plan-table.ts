import type { StagePlan } from "./plan.ts";
import { compileStage, type Stage } from "./stage.ts";

/** An API as requests meet it. */
export interface Api {
  readonly id: string;
  /** By name, `$default` among them. */
  readonly stages: ReadonlyMap<string, Stage>;
}

/**
 * What every API serves by now. An API is replaced whole, by one assignment: a request that is
 * under way ends on the plan that it began with.
 */
export class PlanTable {
  readonly #apis = new Map<string, Api>();

  /** The plan of a deployed stage. */
  get(apiId: string, stage: string): StagePlan | undefined {
    return this.#apis.get(apiId)?.stages.get(stage)?.plan;
  }

  /** An API with its stages, ready to serve. */
  api(apiId: string): Api | undefined {
    return this.#apis.get(apiId);
  }

  /** Ids of the APIs that have a plan. */
  apiIds(): string[] {
    return [...this.#apis.keys()];
  }

  /**
   * Puts the plans of all deployed stages of an API in place of those that were there.
   *
   * @throws Error when a route key cannot be read; then all stays as it was
   */
  replaceApi(apiId: string, plans: readonly StagePlan[]): void {
    const before = this.#apis.get(apiId)?.stages;
    const stages = new Map<string, Stage>();
    for (const plan of plans) {
      const known = before?.get(plan.stage);
      stages.set(plan.stage, known?.plan === plan ? known : compileStage(plan, known));
    }
    this.#apis.set(apiId, { id: apiId, stages });
  }

  /** From now on the API answers as one that does not exist. */
  removeApi(apiId: string): void {
    this.#apis.delete(apiId);
  }
}

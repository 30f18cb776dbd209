import type { Clock } from "../foundation/clock.ts";
import { Fault } from "../foundation/fault.ts";
import { newShortId } from "../foundation/ids.ts";
import type { Random } from "../foundation/random.ts";
import { compileRoutes } from "./compile.ts";
import type { Deployment, Snapshot } from "./domain/deployment.ts";
import { digestOf } from "./domain/deployment.ts";
import { badRequest } from "./domain/refusal.ts";
import type { Stage } from "./domain/stage.ts";
import { readLiveParts } from "./live-parts.ts";
import type { Current } from "./part-store.ts";
import type { ApiStore } from "./store.ts";

/** Makes deployments. A change that comes in between is a ConditionFailed. */
export class Deployer {
  readonly #store: ApiStore;
  readonly #clock: Clock;
  readonly #random: Random;

  constructor(store: ApiStore, clock: Clock, random: Random) {
    this.#store = store;
    this.#clock = clock;
    this.#random = random;
  }

  /**
   * Keeps a copy of the API as it is.
   *
   * @param stage serves it from now on
   * @throws Fault naming the part of the API that cannot be served; nothing changes then
   */
  async deploy(
    apiId: string,
    description: string | undefined,
    stage: Current<Stage> | undefined,
  ): Promise<Deployment> {
    const revision = await this.#store.revisions.of(apiId);
    const snapshot = await readLiveParts(this.#store, apiId);
    checkDeployable(snapshot);
    const deployment: Deployment = {
      apiId,
      deploymentId: newShortId(6, this.#random),
      autoDeployed: false,
      ...(description !== undefined && { description }),
      createdAt: this.#clock.now(),
      digest: digestOf(snapshot),
    };
    await this.#store.deployments.deploy({
      deployment,
      snapshot,
      revision,
      ...(stage && { stage: { current: stage, next: this.#serving(stage.value, deployment) } }),
    });
    return deployment;
  }

  /**
   * Lets each stage that deploys by itself serve the API as it is. What cannot be served is told
   * by the stage, which goes on with what it has.
   */
  async deployByItself(apiId: string): Promise<void> {
    for (const { stageName, autoDeploy } of await this.#store.stages.all(apiId)) {
      const stage = autoDeploy ? await this.#store.stages.find(apiId, stageName) : undefined;
      if (stage) await this.#deployStage(stage);
    }
  }

  async #deployStage(stage: Current<Stage>): Promise<void> {
    const { apiId, deploymentId } = stage.value;
    const revision = await this.#store.revisions.of(apiId);
    const snapshot = await readLiveParts(this.#store, apiId);
    const digest = digestOf(snapshot);
    const served = await this.#store.deployments.find(apiId, deploymentId ?? "");
    if (served?.value.digest === digest) {
      return this.#tell(stage, successOf(served.value));
    }
    const problem = undeployable(snapshot);
    if (problem !== undefined) return this.#tell(stage, `Deployment attempt failed: ${problem}`);
    const deployment: Deployment = {
      apiId,
      deploymentId: newShortId(6, this.#random),
      autoDeployed: true,
      description: "Automatic deployment triggered by changes to the Api configuration",
      createdAt: this.#clock.now(),
      digest,
    };
    const next = {
      ...this.#serving(stage.value, deployment),
      lastDeploymentStatusMessage: successOf(deployment),
    };
    const isReplaced = served?.value.autoDeployed && !(await this.#isShared(stage.value));
    await this.#store.deployments.deploy({
      deployment,
      snapshot,
      revision,
      stage: { current: stage, next },
      ...(isReplaced && { replaced: served }),
    });
  }

  /** Whether another stage serves the same deployment. */
  async #isShared({ apiId, stageName, deploymentId }: Stage): Promise<boolean> {
    const stages = await this.#store.stages.all(apiId);
    return stages.some(
      (other) => other.deploymentId === deploymentId && other.stageName !== stageName,
    );
  }

  async #tell(stage: Current<Stage>, message: string): Promise<void> {
    if (stage.value.lastDeploymentStatusMessage === message) return;
    const next = { ...stage.value, lastDeploymentStatusMessage: message };
    await this.#store.stages.replace(stage, next);
  }

  #serving(stage: Stage, { deploymentId }: Deployment): Stage {
    return { ...stage, deploymentId, updatedAt: this.#clock.now() };
  }
}

/** What stands in the way of a deployment; undefined when nothing does. */
function undeployable(snapshot: Snapshot): string | undefined {
  try {
    checkDeployable(snapshot);
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}

function checkDeployable(snapshot: Snapshot): void {
  if (snapshot.routes.every((route) => route.integrationId === undefined)) throw noRoutes();
  compileRoutes(snapshot, {});
}

function successOf({ deploymentId }: Deployment): string {
  return `Successfully deployed stage with deployment ID '${deploymentId}'`;
}

function noRoutes() {
  return badRequest("Unable to deploy API because no valid routes exist in this API", {
    check: "routes",
    expected: "at least one route with an integration",
    received: "none",
    change: "create an integration and a route that has it as its target, then deploy",
  });
}

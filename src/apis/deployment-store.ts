import {
  type Collection,
  check,
  put,
  type Records,
  remove,
  type Write,
} from "../storage/records.ts";
import type { Deployment, Snapshot } from "./domain/deployment.ts";
import type { Stage } from "./domain/stage.ts";
import { type Current, PartStore } from "./part-store.ts";
import { revise } from "./revision-store.ts";

/** A deployment, and in how many pieces its snapshot is kept. */
type KeptDeployment = Deployment & { readonly pieces: number };

/** A piece of a snapshot's JSON text: no record is to grow with the number of routes. */
interface SnapshotPiece {
  readonly apiId: string;
  readonly deploymentId: string;
  readonly number: string;
  readonly text: string;
}

export const stages: Collection<Stage> = {
  name: "apis/stages",
  key: ({ apiId, stageName }) => [apiId, stageName],
};
export const deployments: Collection<KeptDeployment> = {
  name: "apis/deployments",
  key: ({ apiId, deploymentId }) => [apiId, deploymentId],
};
export const snapshots: Collection<SnapshotPiece> = {
  name: "apis/snapshots",
  key: ({ apiId, deploymentId, number }) => [apiId, deploymentId, number],
};

/** Characters of JSON in one piece. */
const pieceLength = 100_000;

/** A deployment that is to be kept. */
export interface Deploying {
  readonly deployment: Deployment;
  readonly snapshot: Snapshot;
  /** Of the API when the snapshot was taken: nothing may have changed since. */
  readonly revision: number;
  /** The stage that is to serve it. */
  readonly stage?: { readonly current: Current<Stage>; readonly next: Stage };
  /** A deployment that goes in the same change. */
  readonly replaced?: Current<KeptDeployment>;
}

/** A stage serves a deployment that exists. */
export class StageStore extends PartStore<Stage> {
  constructor(records: Records) {
    super(records, stages, (_, stage) => {
      if (stage?.deploymentId === undefined) return [];
      return [check(deployments, [stage.apiId, stage.deploymentId], "exists")];
    });
  }
}

/** Deployments, each with the snapshot that it was made of. */
export class DeploymentStore extends PartStore<KeptDeployment> {
  readonly #records: Records;

  constructor(records: Records) {
    super(records, deployments, (before, after) => (before && !after ? removePieces(before) : []));
    this.#records = records;
  }

  /** What a deployment holds; undefined when it is gone. */
  async snapshot(apiId: string, deploymentId: string): Promise<Snapshot | undefined> {
    const prefix = [apiId, deploymentId];
    const { items } = await this.#records.list(snapshots, { prefix, limit: 1000 });
    if (items.length === 0) return undefined;
    const snapshot: Snapshot = JSON.parse(items.map(({ value }) => value.text).join(""));
    return snapshot;
  }

  /** Keeps a deployment, and makes a stage serve it, as one change. */
  async deploy({ deployment, snapshot, revision, stage, replaced }: Deploying): Promise<void> {
    const pieces = piecesOf(deployment, JSON.stringify(snapshot));
    const kept = { ...deployment, pieces: pieces.length };
    await this.#records.commit([
      ...revise(deployment.apiId, revision),
      put(deployments, kept, { condition: "absent" }),
      ...pieces.map((piece) => put(snapshots, piece)),
      ...(stage ? [serve(stage)] : []),
      ...(replaced ? [removeUnchanged(replaced), ...removePieces(replaced.value)] : []),
    ]);
  }
}

function serve({ current, next }: NonNullable<Deploying["stage"]>): Write {
  return put(stages, next, { condition: { version: current.version } });
}

function removeUnchanged({ value, version }: Current<KeptDeployment>): Write {
  return remove(deployments, deployments.key(value), { version });
}

function removePieces({ apiId, deploymentId, pieces }: KeptDeployment): Write[] {
  return Array.from({ length: pieces }, (_, index) =>
    remove(snapshots, [apiId, deploymentId, pieceNumber(index)]),
  );
}

function piecesOf({ apiId, deploymentId }: Deployment, text: string): SnapshotPiece[] {
  return Array.from({ length: Math.ceil(text.length / pieceLength) }, (_, index) => ({
    apiId,
    deploymentId,
    number: pieceNumber(index),
    text: text.slice(index * pieceLength, (index + 1) * pieceLength),
  }));
}

function pieceNumber(index: number): string {
  return String(index).padStart(4, "0");
}

import type { Keyring } from "../storage/keyring.ts";
import { type Collection, put, type Records, remove } from "../storage/records.ts";
import type { DriftDetection, ResourceDrift } from "./domain/drift.ts";

type Secret = "expected" | "actual" | "differences";

/** Properties may hold secrets, so they are sealed. */
type SealedDrift = Omit<ResourceDrift, Secret> & { readonly sealed: string };

const drifts: Collection<SealedDrift> = {
  name: "stacks/drifts",
  key: ({ stackId, logicalId }) => [stackId, logicalId],
};

const detections: Collection<DriftDetection> = {
  name: "stacks/drift-detections",
  key: ({ id }) => [id],
};

const resourcesMax = 1000;
/** Detections are told of for this long. */
const shownMs = 90 * 24 * 60 * 60 * 1000;

/** What was found when stacks were compared with what they made. */
export class DriftStore {
  readonly #records: Records;
  readonly #keyring: Keyring;

  constructor(records: Records, keyring: Keyring) {
    this.#records = records;
    this.#keyring = keyring;
  }

  /** By the last look at each resource. */
  async list(stackId: string): Promise<ResourceDrift[]> {
    const options = { prefix: [stackId], limit: resourcesMax };
    const { items } = await this.#records.list(drifts, options);
    return items.map(({ value }) => this.#open(value));
  }

  async detection(id: string): Promise<DriftDetection | undefined> {
    return (await this.#records.get(detections, [id]))?.value;
  }

  async put(found: readonly ResourceDrift[]): Promise<void> {
    await this.#records.commit(found.map((each) => put(drifts, this.#seal(each))));
  }

  /** Replaces all that is known of a stack. */
  async replace(detection: DriftDetection, found: readonly ResourceDrift[]): Promise<void> {
    const before = await this.list(detection.stackId);
    const kept = new Set(found.map(({ logicalId }) => logicalId));
    const gone = before.filter(({ logicalId }) => !kept.has(logicalId));
    await this.#records.commit([
      put(detections, detection, { expiresAt: detection.at + shownMs }),
      ...gone.map(({ stackId, logicalId }) => remove(drifts, [stackId, logicalId])),
      ...found.map((each) => put(drifts, this.#seal(each))),
    ]);
  }

  #seal({ expected, actual, differences, ...rest }: ResourceDrift): SealedDrift {
    const secret = JSON.stringify({ expected, actual, differences });
    return { ...rest, sealed: this.#keyring.seal(secret, contextOf(rest)) };
  }

  #open({ sealed, ...rest }: SealedDrift): ResourceDrift {
    return { ...rest, ...JSON.parse(this.#keyring.open(sealed, contextOf(rest)).toString()) };
  }
}

function contextOf({ stackId, logicalId }: Pick<ResourceDrift, "stackId" | "logicalId">): string {
  return `stacks/drift/${stackId}/${logicalId}`;
}

import type { Collection } from "../../src/storage/records.ts";

interface Half {
  readonly id: string;
  readonly half: "left" | "right";
}

/** Records that come in pairs, written by one batch. */
export const halves: Collection<Half> = {
  name: "test/halves",
  key: ({ id, half }) => [id, half],
};

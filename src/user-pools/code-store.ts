import {
  type Collection,
  put,
  type Records,
  remove,
  type Stored,
  succeeds,
  type Write,
} from "../storage/records.ts";
import { type CodeKey, type CodeRecord, forgottenAt } from "./domain/code.ts";

const codes: Collection<CodeRecord> = {
  name: "user-pools/codes",
  key: ({ poolId, subject, use }) => [poolId, subject, use],
};

/** Codes that were sent, until they and the counts of their tries are over. */
export type CodeStore = ReturnType<typeof createCodeStore>;

export function createCodeStore(records: Records) {
  return {
    of: ({ poolId, subject, use }: CodeKey): Promise<Stored<CodeRecord> | undefined> =>
      records.get(codes, [poolId, subject, use]),

    /** @returns false when the code changed since `before` was read, and nothing was written */
    replace: (
      before: Stored<CodeRecord> | undefined,
      after: CodeRecord,
      along: readonly Write[] = [],
    ): Promise<boolean> => {
      const condition = before ? { version: before.version } : "absent";
      const write = put(codes, after, { condition, expiresAt: forgottenAt(after) });
      return succeeds(records.commit([write, ...along]));
    },
  };
}

/** Uses a code up, as part of the batch that it allows: of many that try, one wins. */
export function useCode({ value, version }: Stored<CodeRecord>): Write {
  return remove(codes, codes.key(value), { version });
}

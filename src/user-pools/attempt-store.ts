import { type Collection, put, type Records, type Stored, succeeds } from "../storage/records.ts";
import { endOfHour } from "./domain/hourly-limits.ts";
import type { AttemptsRecord } from "./domain/records.ts";

const attempts: Collection<AttemptsRecord> = {
  name: "user-pools/attempts",
  key: ({ poolId, subject, action }) => [poolId, subject, action],
};

/** How often something was tried in the last hour. */
export type AttemptStore = ReturnType<typeof createAttemptStore>;

export function createAttemptStore(records: Records) {
  return {
    attemptsOf: (
      poolId: string,
      subject: string,
      action: string,
    ): Promise<Stored<AttemptsRecord> | undefined> =>
      records.get(attempts, [poolId, subject, action]),

    /** @returns false when they changed since `before` was read, and nothing was written */
    writeAttempts: (before: Stored<AttemptsRecord> | undefined, after: AttemptsRecord) =>
      succeeds(
        records.commit([
          put(attempts, after, {
            condition: before ? { version: before.version } : "absent",
            expiresAt: endOfHour(after),
          }),
        ]),
      ),
  };
}

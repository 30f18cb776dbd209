import {
  type Collection,
  ConditionFailed,
  check,
  put,
  type Records,
  remove,
  type Stored,
  succeeds,
  type Write,
} from "../storage/records.ts";
import { quietMs } from "./domain/lock-out.ts";
import type { FailuresRecord } from "./domain/records.ts";

const failures: Collection<FailuresRecord> = {
  name: "user-pools/failures",
  key: ({ poolId, subject }) => [poolId, subject],
};

/** A challenge session that was answered. It is kept for as long as it could be used again. */
interface UsedSession {
  readonly id: string;
}

const usedSessions: Collection<UsedSession> = {
  name: "user-pools/used-sessions",
  key: ({ id }) => [id],
};

/** A sign-in whose tokens are revoked, until the last of them would have expired. */
interface Revocation {
  readonly poolId: string;
  readonly originJti: string;
}

const revocations: Collection<Revocation> = {
  name: "user-pools/revocations",
  key: ({ poolId, originJti }) => [poolId, originJti],
};

/** A refresh token that another one has replaced. It is kept for as long as it could be used. */
export interface Rotation {
  readonly poolId: string;
  readonly originJti: string;
  /** The token's place among those of its sign-in. */
  readonly generation: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

const rotations: Collection<Rotation> = {
  name: "user-pools/rotations",
  key: ({ poolId, originJti, generation }) => [poolId, originJti, String(generation)],
};

export type RotationOutcome = "rotated" | "rotated-before" | "revoked";

/** What sign-ins leave behind: failures, answers, rotations, revocations. All of it expires. */
export type SignInStore = ReturnType<typeof createSignInStore>;

export function createSignInStore(records: Records) {
  return {
    failuresOf: (poolId: string, subject: string): Promise<Stored<FailuresRecord> | undefined> =>
      records.get(failures, [poolId, subject]),

    /** @returns false when they changed since `before` was read, and nothing was written */
    writeFailures: (before: Stored<FailuresRecord> | undefined, after: FailuresRecord) =>
      succeeds(
        records.commit([
          put(failures, after, {
            condition: before ? { version: before.version } : "absent",
            expiresAt: after.lastAt + quietMs,
          }),
        ]),
      ),

    /** @returns false when they changed since they were read, and nothing was written */
    forgetFailures: ({ value, version }: Stored<FailuresRecord>) =>
      succeeds(records.commit([remove(failures, failures.key(value), { version })])),

    isUsed: async (sessionId: string): Promise<boolean> =>
      (await records.get(usedSessions, [sessionId])) !== undefined,

    isRevoked: async (poolId: string, originJti: string): Promise<boolean> =>
      (await records.get(revocations, [poolId, originJti])) !== undefined,

    /** @param expiresAt when the last token of the sign-in expires, in milliseconds */
    revoke: (poolId: string, originJti: string, expiresAt: number): Promise<void> =>
      records.commit([put(revocations, { poolId, originJti }, { expiresAt })]),

    rotationOf: async (poolId: string, originJti: string, generation: number) =>
      (await records.get(rotations, [poolId, originJti, String(generation)]))?.value,

    /**
     * Replaces a refresh token: of many that try, on whatever node, one does it.
     * @param expiresAt when the token expires by itself, in milliseconds
     */
    async rotate(rotation: Rotation, expiresAt: number): Promise<RotationOutcome> {
      const { poolId, originJti } = rotation;
      try {
        await records.commit([
          check(revocations, [poolId, originJti], "absent"),
          put(rotations, rotation, { condition: "absent", expiresAt }),
        ]);
        return "rotated";
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        return error.position === 0 ? "revoked" : "rotated-before";
      }
    },
  };
}

/**
 * Uses a challenge session up, as part of the batch that it allows: of many that try, on whatever
 * node, one wins.
 * @param expiresAt when the session expires by itself, in milliseconds
 */
export function useSession(id: string, expiresAt: number): Write {
  return put(usedSessions, { id }, { condition: "absent", expiresAt });
}

import { timingSafeEqual } from "node:crypto";
import type { CodeDeliveryDetailsType } from "@aws-sdk/client-cognito-identity-provider";
import type { Clock } from "../foundation/clock.ts";
import type { Random } from "../foundation/random.ts";
import { guessSubject } from "./auth/guesses.ts";
import { type CodeStore, useCode } from "./code-store.ts";
import type { Secrets } from "./contract.ts";
import {
  type CodeAddress,
  type CodeKey,
  type CodePurpose,
  type CodeRecord,
  type Contact,
  codeContext,
  codeLifeMs,
  codeUse,
  countedAgain,
  sendsEndAt,
  triesEndAt,
} from "./domain/code.ts";
import { attemptLimitExceeded, codeExpired, codeMismatch } from "./domain/code-faults.ts";
import { codeMessage, deliveryOf } from "./domain/messages.ts";
import type { PoolRecord, UserRecord } from "./domain/records.ts";
import type { Outbox } from "./outbox.ts";
import type { PoolKeys } from "./pool-keys.ts";
import { pretendedAddress } from "./pretended-address.ts";

interface CodesDeps {
  readonly store: CodeStore;
  readonly outbox: Outbox;
  readonly keys: PoolKeys;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly random: Random;
}

/** Sends codes to users, and checks them when they come back. */
export type Codes = ReturnType<typeof createCodes>;

export function createCodes(deps: CodesDeps) {
  return { ...sending(deps), ...checking(deps) };
}

function sending(deps: CodesDeps) {
  const { outbox, keys, random } = deps;
  return {
    /**
     * Sends a new code; the one before proves nothing from now on.
     * @param sentTo the attribute, with the value that the user has or is to have
     * @param isAskedFor false for the code that comes with a sign-up: that one is not counted
     * @throws LimitExceededException when too many were asked for within the hour
     */
    send(
      pool: PoolRecord,
      user: UserRecord,
      purpose: CodePurpose,
      sentTo: CodeAddress,
      isAskedFor = true,
    ): Promise<CodeDeliveryDetailsType> {
      const code = random.text("0123456789", 6);
      const words = codeMessage(pool.settings, sentTo.attribute, code);
      const letter = outbox.post({ ...words, purpose, user, sentTo });
      const key = keyOf(pool, user, purpose, sentTo.attribute);
      return keep(deps, { key, purpose, sentTo, code, along: [letter], isAskedFor });
    },

    /**
     * Answers, counts and limits as if a code were sent, where nobody may learn that none is: to
     * a name that nobody has, or to a user who must not get one. No text is this code.
     * @param name as it was given, so that the answer is made of nothing else
     */
    async pretend(
      pool: PoolRecord,
      name: string,
      user: UserRecord | undefined,
      purpose: CodePurpose,
      attribute: Contact,
    ): Promise<CodeDeliveryDetailsType> {
      const { tokenSecrets } = await keys.of(pool.id);
      const sentTo = pretendedAddress(pool, name, attribute, tokenSecrets[0].key);
      const key = keyOf(pool, user ?? name, purpose, attribute);
      const code = random.bytes(32);
      return keep(deps, { key, purpose, sentTo, code, along: [], isAskedFor: true });
    },
  };
}

interface NewCode {
  readonly key: CodeKey;
  readonly purpose: CodePurpose;
  readonly sentTo: CodeAddress;
  readonly code: string | Buffer;
  /** The message that carries it. */
  readonly along: readonly ReturnType<Outbox["post"]>[];
  readonly isAskedFor: boolean;
}

/** Keeps a new code in place of the one before, whose wrong tries still count. */
async function keep({ store, secrets, clock }: CodesDeps, made: NewCode) {
  const { key, purpose, sentTo, along } = made;
  for (;;) {
    const before = await store.of(key);
    const now = clock.now();
    const until = sendsEndAt(purpose, before?.value.sends, now);
    if (until !== undefined) throw attemptLimitExceeded("codes sent", until);
    const after: CodeRecord = {
      ...key,
      sealedCode: secrets.seal(made.code, codeContext(key)),
      expiresAt: now + codeLifeMs(purpose),
      sentTo,
      sends: made.isAskedFor ? countedAgain(before?.value.sends, now) : { since: now, count: 0 },
      wrongTries: before?.value.wrongTries ?? { since: now, count: 0 },
    };
    if (await store.replace(before, after, along)) return deliveryOf(sentTo);
  }
}

function checking({ store, secrets, clock }: CodesDeps) {
  function isCode(record: CodeRecord, given: string): boolean {
    const kept = secrets.open(record.sealedCode, codeContext(record));
    const received = Buffer.from(given);
    return received.length === kept.length && timingSafeEqual(received, kept);
  }

  return {
    /**
     * Checks a code. The `consume` that it answers uses the code up in the batch of what the code
     * allows; when it does not hold, somebody tried meanwhile: check again.
     * @param who a name, where nobody has it and nobody may learn that
     * @param attribute only to verify an attribute
     * @throws CodeMismatchException, ExpiredCodeException, or LimitExceededException after too
     *   many wrong ones within the hour
     */
    async check(
      pool: PoolRecord,
      who: UserRecord | string,
      purpose: CodePurpose,
      given: string,
      attribute?: Contact,
    ) {
      const key = keyOf(pool, who, purpose, attribute);
      for (;;) {
        const kept = await store.of(key);
        const now = clock.now();
        if (!kept) throw codeExpired("one where none is waited for");
        const until = triesEndAt(kept.value.wrongTries, now);
        if (until !== undefined) throw attemptLimitExceeded("wrong codes", until);
        if (now >= kept.value.expiresAt) throw codeExpired("one that came too late");
        if (isCode(kept.value, given)) {
          return { sentTo: kept.value.sentTo, consume: useCode(kept) };
        }
        const wrongTries = countedAgain(kept.value.wrongTries, now);
        if (await store.replace(kept, { ...kept.value, wrongTries })) throw codeMismatch();
      }
    },
  };
}

function keyOf(
  pool: PoolRecord,
  who: UserRecord | string,
  purpose: CodePurpose,
  attribute: Contact | undefined,
): CodeKey {
  const { poolId, subject } =
    typeof who === "string" ? guessSubject(pool, undefined, who) : guessSubject(pool, who, "");
  return { poolId, subject, use: codeUse(purpose, attribute) };
}

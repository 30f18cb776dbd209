import { noteTrace } from "../diagnostics/note.ts";
import type { TraceLog } from "../diagnostics/trace.ts";
import type { Clock } from "../foundation/clock.ts";
import type { Log } from "../foundation/log.ts";
import type { Random } from "../foundation/random.ts";
import type { Keyring } from "../storage/keyring.ts";
import type { Records } from "../storage/records.ts";
import { type IssuerMode, userPoolOfIssuer } from "../tokens/issuer.ts";
import type { LocalKeys } from "../tokens/key-set.ts";
import { openPublicKey } from "../tokens/signing-key.ts";
import type { PageTokens } from "../wire/paging.ts";
import { createAttemptStore } from "./attempt-store.ts";
import { createClientStore } from "./client-store.ts";
import { createCodeStore } from "./code-store.ts";
import { createCodes } from "./codes.ts";
import { createDocuments } from "./documents.ts";
import { createEmptying } from "./emptying.ts";
import { createGroupStore } from "./group-store.ts";
import { createOutbox } from "./outbox.ts";
import { createOutboxStore } from "./outbox-store.ts";
import { createPasswords } from "./passwords.ts";
import { createPoolKeys, type PoolKeys } from "./pool-keys.ts";
import { createPoolStore } from "./pool-store.ts";
import { userPoolsService } from "./service.ts";
import { createSignInStore } from "./sign-in-store.ts";
import { createTurns } from "./turns.ts";
import { createUserStore } from "./user-store.ts";

export interface UserPoolsDeps {
  readonly records: Records;
  readonly keyring: Keyring;
  readonly pageTokens: PageTokens;
  /** How tokens and documents spell the issuer. */
  readonly issuer: IssuerMode;
  /** Addresses of this server under which its pools are recognised, besides AWS's spellings. */
  publicUrls(): readonly string[];
  /** Told when the keys of a pool have changed or are gone, so that none is trusted for longer. */
  keysChanged(poolId: string): void;
  readonly traces: TraceLog;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** Amazon Cognito user pools: pools, their clients and users, sign-in, and the keys of tokens. */
export function createUserPools(deps: UserPoolsDeps) {
  const { records, keyring: secrets, clock, random, log, issuer, pageTokens } = deps;
  const pools = createPoolStore(records);
  const clients = createClientStore(records);
  const users = createUserStore(records);
  const keys = createPoolKeys({ pools, secrets, clock, random });
  const messages = createOutboxStore(records);
  const outbox = createOutbox({ messages, secrets, clock, random });
  const store = createCodeStore(records);
  const codes = createCodes({ store, outbox, keys, secrets, clock, random });
  const groups = createGroupStore(records);
  const emptying = createEmptying({ pools, clients, users, groups, log });
  const own = issuer === "aws" ? [] : [issuer.href];
  const publicUrls = () => [...own, ...deps.publicUrls()];
  const definition = userPoolsService({
    pools,
    clients,
    users,
    groups,
    signIns: createSignInStore(records),
    attempts: createAttemptStore(records),
    keys,
    codes,
    outbox,
    secrets,
    passwords: createPasswords({ secrets, random }),
    pageTokens,
    issuer,
    publicUrls,
    clock,
    random,
    log,
    inTurn: createTurns(),
    note: (note) => deps.traces.record(noteTrace(note, clock.now())),
    empty(poolId) {
      deps.keysChanged(poolId);
      keys.forget(poolId);
      return emptying.empty(poolId);
    },
    emptyGroup: (poolId, groupId) => void emptying.emptyGroup(poolId, groupId),
  });
  return {
    definition,
    /** Messages to users, newest first; `to` picks those to one address. */
    outbox: outbox.list,
    localKeys: localKeysOf(keys, publicUrls, clock),
    /** Key sets and discovery documents; undefined when the request asks for neither. */
    documents: createDocuments({ keys, issuer }),
    /** Gives a pool new signing keys; tokens of the old ones stay good. */
    async rotateKeys(poolId: string): Promise<boolean> {
      const rotated = await keys.rotate(poolId);
      deps.keysChanged(poolId);
      return rotated;
    },
    /** Takes up work that an earlier run left undone; does not wait for its end. */
    resume: emptying.resume,
    close: emptying.close,
  };
}

function localKeysOf(keys: PoolKeys, publicUrls: () => string[], clock: Clock): LocalKeys {
  return async (issuer) => {
    const poolId = userPoolOfIssuer(issuer, publicUrls());
    const published = poolId === undefined ? undefined : await keys.published(poolId);
    if (!published) return undefined;
    const opened = published.map((key) => [key.kid, openPublicKey(key)] as const);
    return { keys: new Map(opened), readAt: clock.now() };
  };
}

import type { Clock } from "../foundation/clock.ts";
import { Lazy } from "../foundation/lazy.ts";
import type { Log } from "../foundation/log.ts";
import type { Random } from "../foundation/random.ts";
import type { Keyring } from "../storage/keyring.ts";
import type { Records } from "../storage/records.ts";
import type { InProcess } from "../wire/in-process.ts";
import type { PageTokens } from "../wire/paging.ts";
import { createService, type LazyService } from "../wire/service.ts";
import { StackStore } from "./stack-store.ts";

/** What CloudFormation works with. */
export interface StacksDeps {
  readonly records: Records;
  readonly keyring: Keyring;
  readonly pageTokens: PageTokens;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Whether other servers keep their records in the same place. */
  readonly shared: boolean;
  /** The operations that resources are made with. */
  readonly inProcess: InProcess;
  /** Address under which functions reach this server. */
  endpointUrl(): string;
}

/** CloudFormation. Its code is loaded when it is needed: many servers never see a stack. */
export interface Stacks {
  readonly service: LazyService;
  /** Takes in what the function of a custom resource answers; false when nobody asked for it. */
  receiveResponse(path: string, body: Buffer): Promise<boolean>;
  /** Takes up what was unfinished when the last server ended. */
  resume(): Promise<void>;
  /** Looks from time to time for what other servers have left unfinished. */
  follow(): void;
  /** Lets what is under way come to an end, if it is soon. */
  close(): Promise<void>;
}

/** How often stacks are looked for whose server has died. */
const intervalMs = 5_000;

/** Makes CloudFormation. */
export function createStacks(deps: StacksDeps): Stacks {
  const store = new StackStore(deps.records, deps.keyring);
  let timer: NodeJS.Timeout | undefined;

  const opened = new Lazy(async () => {
    const { openStacks } = await import("./stacks.ts");
    const stacks = openStacks(deps);
    stacks.follow();
    return { ...stacks, service: createService(stacks.definition) };
  });

  async function resume(): Promise<void> {
    if ((await store.unfinished()).length > 0) await (await opened.get()).resume();
  }

  return {
    service: { name: "cloudformation", load: async () => (await opened.get()).service },
    receiveResponse: async (path, body) => (await opened.get()).receiveResponse(path, body),
    resume,
    follow() {
      timer ??= setInterval(() => {
        if (opened.made) return;
        resume().catch((err) => deps.log.warn({ err }, "unfinished stacks could not be read"));
      }, intervalMs).unref();
    },
    async close() {
      clearInterval(timer);
      await (await opened.made)?.close();
    },
  };
}

import type { Tenant } from "../foundation/arn.ts";
import type { Clock } from "../foundation/clock.ts";
import { Lazy } from "../foundation/lazy.ts";
import type { Log } from "../foundation/log.ts";
import type { Random } from "../foundation/random.ts";
import type { Records } from "../storage/records.ts";
import type { PageTokens } from "../wire/paging.ts";
import { createService, type LazyService } from "../wire/service.ts";

export interface ObjectsDeps {
  readonly records: Records;
  readonly pageTokens: PageTokens;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Bytes lie in `objects/` of it, unless they are shared. */
  readonly dataDir: string;
  /** Whether other nodes must be able to read the bytes: they lie in the records then. */
  readonly shared: boolean;
}

/** Which object is meant. */
export interface ObjectName {
  readonly bucket: string;
  readonly key: string;
  readonly version?: string;
}

/** S3. Its code is loaded when it is needed: many servers never see an object. */
export interface Objects {
  readonly service: LazyService;
  /**
   * The bytes of an object, for other parts of the server.
   * @throws Fault as S3 answers when there is no such object, or it is another account's
   */
  read(tenant: Tenant, name: ObjectName): Promise<AsyncIterable<Buffer>>;
  close(): Promise<void>;
}

/** Makes S3. */
export function createObjects(deps: ObjectsDeps): Objects {
  const opened = new Lazy(async () => {
    const { openObjects } = await import("./objects.ts");
    const objects = openObjects(deps);
    return { ...objects, service: createService(objects.definition) };
  });

  return {
    service: { name: "s3", load: async () => (await opened.get()).service },
    read: async (tenant, name) => (await opened.get()).read(tenant, name),
    async close() {
      await (await opened.made)?.close();
    },
  };
}

import { join, resolve } from "node:path";
import type { Tenant } from "../foundation/arn.ts";
import type { PageTokens } from "../wire/paging.ts";
import type { ServiceDefinition } from "../wire/service.ts";
import { BucketStore } from "./bucket-store.ts";
import { ChunkStore } from "./chunk-store.ts";
import { FileContents } from "./contents/file-contents.ts";
import { Keeper } from "./contents/keeper.ts";
import type { ObjectsContext, Tokens } from "./contract.ts";
import { GarbageStore } from "./garbage-store.ts";
import type { ObjectName, ObjectsDeps } from "./index.ts";
import { findBucket, findObject } from "./lookup.ts";
import { ObjectStore } from "./object-store.ts";
import { defineService } from "./service.ts";
import { UploadStore } from "./upload-store.ts";

/** S3 at work. */
export interface OpenObjects {
  readonly definition: ServiceDefinition<ObjectsContext>;
  /**
   * The bytes of an object, for other parts of the server.
   * @throws Fault as S3 answers when there is no such object, or it is another account's
   */
  read(tenant: Tenant, name: ObjectName): Promise<AsyncIterable<Buffer>>;
  /** Removes bytes that nothing refers to any more; also what a crash has left behind. */
  collect(): Promise<void>;
  close(): Promise<void>;
}

const collectEveryMs = 60_000;

/** S3: keeps objects, whole or not at all. */
export function openObjects(deps: ObjectsDeps): OpenObjects {
  const { records, clock, random } = deps;
  const folder = join(resolve(deps.dataDir), "objects");
  const contents = deps.shared ? new ChunkStore(records) : new FileContents(folder);
  const keeper = new Keeper({ ...deps, contents, garbage: new GarbageStore(records) });
  const parts = {
    ...{ clock, random, keeper },
    buckets: new BucketStore(records),
    objects: new ObjectStore(records),
    uploads: new UploadStore(records),
  };
  const contextOf = (tenant: Tenant): ObjectsContext => ({
    ...{ ...parts, tenant },
    tokens: tokensOf(deps.pageTokens, tenant),
  });
  async function collect(): Promise<void> {
    try {
      await parts.uploads.clear(clock.now());
      await keeper.collect();
    } catch (err) {
      deps.log.error({ err }, "bytes of removed objects could not be removed");
    }
  }
  let collecting = Promise.resolve();
  const timer = setInterval(() => {
    collecting = collect();
  }, collectEveryMs).unref();
  return {
    definition: defineService(({ tenant }) => contextOf(tenant)),
    async read(tenant, { bucket: Bucket, key: Key, version: VersionId }) {
      const context = contextOf(tenant);
      const bucket = await findBucket({ Bucket }, context);
      const object = await findObject(bucket, { Key, VersionId }, context);
      return keeper.read(object.contents, 0, object.size);
    },
    collect,
    async close() {
      clearInterval(timer);
      await collecting;
    },
  };
}

function tokensOf(pageTokens: PageTokens, { account }: Tenant): Tokens {
  const contextOf = (list: string) => `s3/${account}/${list}`;
  return {
    seal: (position, bucket) => pageTokens.seal(position, contextOf(bucket)),
    open: (token, bucket) => pageTokens.open(token, contextOf(bucket)),
  };
}

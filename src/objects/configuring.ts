import type { ObjectsContext } from "./contract.ts";
import type { Bucket, Configurations } from "./domain/bucket.ts";
import { findBucket, noSuchBucket } from "./lookup.ts";

type NamedBucket = Parameters<typeof findBucket>[0];

/** Changes what is kept of the caller's bucket. */
export async function changeBucket(
  named: NamedBucket,
  context: ObjectsContext,
  change: (bucket: Bucket) => Bucket,
): Promise<void> {
  const { name } = await findBucket(named, context);
  if (!(await context.buckets.update(name, change))) throw noSuchBucket(name);
}

/** Keeps a configuration of the caller's bucket, or forgets it. */
export async function configure<Kind extends keyof Configurations>(
  named: NamedBucket,
  context: ObjectsContext,
  kind: Kind,
  configuration: Configurations[Kind] | undefined,
): Promise<void> {
  await changeBucket(named, context, (bucket) => {
    const { [kind]: _, ...others } = bucket.configurations;
    if (configuration === undefined) return { ...bucket, configurations: others };
    return { ...bucket, configurations: { ...others, [kind]: configuration } };
  });
}

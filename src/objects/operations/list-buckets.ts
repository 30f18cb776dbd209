import { invalidArgument, operation } from "../contract.ts";

const pageMax = 1000;

/** Lists the caller's buckets by their names. */
export const listBuckets = operation("ListBuckets", {
  access: "iam",
  async run({ Prefix = "", MaxBuckets = pageMax, ContinuationToken, BucketRegion }, context) {
    const { account } = context.tenant;
    const limit = Math.min(Math.max(MaxBuckets, 1), pageMax);
    const after =
      ContinuationToken === undefined ? undefined : context.tokens.open(ContinuationToken, account);
    if (ContinuationToken !== undefined && after === undefined) {
      const message = "The continuation token provided is incorrect";
      throw invalidArgument(message, "continuation-token", ContinuationToken);
    }
    const { items, next } = await context.buckets.list(account, Prefix, limit, after);
    return {
      Owner: { ID: account },
      Buckets: items
        .map(({ value: { name, tenant, createdAt } }) => ({
          Name: name,
          CreationDate: new Date(createdAt),
          BucketRegion: tenant.region,
        }))
        .filter((bucket) => BucketRegion === undefined || bucket.BucketRegion === BucketRegion),
      ...(Prefix !== "" && { Prefix }),
      ...(next !== undefined && { ContinuationToken: context.tokens.seal(next, account) }),
    };
  },
});

import { type InputOf, invalidArgument, type ObjectsContext, operation } from "../contract.ts";
import { itemsOf, keyEncoder, listObjectsOf, maxOf, prefixesOf, summaryOf } from "../listing.ts";
import { findBucket } from "../lookup.ts";

/** Lists the objects of a bucket by their keys, a page at a time. */
export const listObjectsV2 = operation("ListObjectsV2", {
  access: "iam",
  async run(input, context) {
    const { name } = await findBucket(input, context);
    const { entries, next } = await listObjectsOf(name, input, startOf(input, context), context);
    const encode = keyEncoder(input);
    const { Prefix = "", Delimiter, ContinuationToken, StartAfter, EncodingType } = input;
    return {
      Name: name,
      Prefix: encode(Prefix),
      ...(StartAfter !== undefined && { StartAfter: encode(StartAfter) }),
      ...(ContinuationToken !== undefined && { ContinuationToken }),
      ...(next !== undefined && { NextContinuationToken: context.tokens.seal(next, name) }),
      KeyCount: entries.length,
      MaxKeys: maxOf(input),
      ...(Delimiter !== undefined && { Delimiter: encode(Delimiter) }),
      IsTruncated: next !== undefined,
      ...(EncodingType !== undefined && { EncodingType }),
      Contents: itemsOf(entries).map((object) => ({
        ...summaryOf(object, encode),
        ...(input.FetchOwner && { Owner: { ID: context.tenant.account } }),
      })),
      CommonPrefixes: prefixesOf(entries, encode),
    };
  },
});

/** A token goes before what the first page was to start after. */
function startOf(input: InputOf<"ListObjectsV2">, { tokens }: ObjectsContext): string | undefined {
  const { Bucket, ContinuationToken, StartAfter } = input;
  if (ContinuationToken === undefined) return StartAfter;
  const after = tokens.open(ContinuationToken, Bucket);
  if (after !== undefined) return after;
  const message = "The continuation token provided is incorrect";
  throw invalidArgument(message, "continuation-token", ContinuationToken);
}

import { operation } from "../contract.ts";
import { itemsOf, keyEncoder, listObjectsOf, maxOf, prefixesOf, summaryOf } from "../listing.ts";
import { findBucket } from "../lookup.ts";

/** Lists the objects of a bucket, in the older way: a page goes on after a key. */
export const listObjects = operation("ListObjects", {
  access: "iam",
  async run(input, context) {
    const { name } = await findBucket(input, context);
    const { Prefix = "", Delimiter, Marker = "", EncodingType } = input;
    const after = Marker === "" ? undefined : Marker;
    const { entries, next } = await listObjectsOf(name, input, after, context);
    const encode = keyEncoder(input);
    return {
      Name: name,
      Prefix: encode(Prefix),
      Marker: encode(Marker),
      // Without a delimiter, a client goes on after the last key.
      ...(next !== undefined && Delimiter !== undefined && { NextMarker: encode(next) }),
      MaxKeys: maxOf(input),
      ...(Delimiter !== undefined && { Delimiter: encode(Delimiter) }),
      IsTruncated: next !== undefined,
      ...(EncodingType !== undefined && { EncodingType }),
      Contents: itemsOf(entries).map((object) => ({
        ...summaryOf(object, encode),
        Owner: { ID: context.tenant.account },
      })),
      CommonPrefixes: prefixesOf(entries, encode),
    };
  },
});

import { configure } from "../configuring.ts";
import { fault, operation } from "../contract.ts";

/** Keeps the lifecycle rules of a bucket, to give them back: nothing is removed by them. */
export const putBucketLifecycleConfiguration = operation("PutBucketLifecycleConfiguration", {
  access: "iam",
  async run(input, context) {
    const rules = input.LifecycleConfiguration?.Rules;
    if (rules === undefined) throw fault("MalformedXML");
    await configure(input, context, "lifecycle", rules);
    return {};
  },
});

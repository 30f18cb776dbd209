import type { LifecycleRule, Transition } from "@aws-sdk/client-s3";
import { fault, operation } from "../contract.ts";
import { findBucket } from "../lookup.ts";

/** Gives the lifecycle rules of a bucket. */
export const getBucketLifecycleConfiguration = operation("GetBucketLifecycleConfiguration", {
  access: "iam",
  async run(input, context) {
    const bucket = await findBucket(input, context);
    const { lifecycle } = bucket.configurations;
    if (lifecycle !== undefined) return { Rules: lifecycle.map(withDates) };
    throw fault("NoSuchLifecycleConfiguration", undefined, {
      members: { BucketName: bucket.name },
    });
  },
});

/** Records keep dates as text. */
function withDates(rule: LifecycleRule): LifecycleRule {
  const { Expiration, Transitions } = rule;
  return {
    ...rule,
    ...(Expiration && { Expiration: withDate(Expiration) }),
    ...(Transitions && { Transitions: Transitions.map((each) => withDate<Transition>(each)) }),
  };
}

function withDate<Dated extends { Date?: Date | undefined }>(dated: Dated): Dated {
  return dated.Date === undefined ? dated : { ...dated, Date: new Date(dated.Date) };
}

import { fault, type InputOf, type ObjectsContext, operation } from "../contract.ts";
import { nameProblem } from "../domain/bucket.ts";
import { checkTags, notImplemented, refuseUnserved } from "../settings.ts";

const tagsMax = 50;

/** Creates a bucket. Its name is one of the whole server's, as it is one of the whole world's. */
export const createBucket = operation("CreateBucket", {
  access: "iam",
  async run(input, context) {
    const { Bucket: name, CreateBucketConfiguration: configuration, ObjectOwnership } = input;
    checkName(name);
    refuseUnserved(input);
    if (configuration?.Location ?? configuration?.Bucket) throw notImplemented("directory buckets");
    checkTags(configuration?.Tags ?? [], tagsMax);
    const { buckets, clock, tenant } = context;
    const bucket = {
      name,
      tenant: { ...tenant, region: regionOf(input, context) },
      createdAt: clock.now(),
      configurations: ObjectOwnership ? { ownership: { Rules: [{ ObjectOwnership }] } } : {},
      ...(configuration?.LocationConstraint && { location: configuration.LocationConstraint }),
      ...(configuration?.Tags && { tags: configuration.Tags }),
    };
    const Location = `/${name}`;
    if (await buckets.add(bucket)) return { Location };
    const taken = await buckets.get(name);
    if (taken?.tenant.account !== tenant.account) throw fault("BucketAlreadyExists");
    // The oldest region takes the same call again as done, which no other does.
    if (tenant.region === "us-east-1" && taken.tenant.region === "us-east-1") return { Location };
    throw fault("BucketAlreadyOwnedByYou", undefined, { members: { BucketName: name } });
  },
});

function checkName(name: string): void {
  const problem = nameProblem(name);
  if (problem === undefined) return;
  throw fault("InvalidBucketName", undefined, {
    members: { BucketName: name },
    reason: { check: "bucket name", expected: problem, received: name, change: "Choose another." },
  });
}

/** `EU` is the old name of the first region in Europe. */
function regionOf(input: InputOf<"CreateBucket">, { tenant }: ObjectsContext): string {
  const asked = input.CreateBucketConfiguration?.LocationConstraint;
  const region = asked === "EU" ? "eu-west-1" : asked;
  if (tenant.region === "us-east-1") return region ?? tenant.region;
  if (region === tenant.region) return region;
  throw fault("IllegalLocationConstraintException", undefined, {
    reason: {
      check: "location constraint",
      expected: `${tenant.region}, the region that the request is signed for`,
      received: region ?? "none",
      change: "Name the region as LocationConstraint, or sign for the region of the bucket.",
    },
  });
}

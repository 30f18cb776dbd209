import type { Properties } from "../../schema/properties.ts";

type Lifecycle = NonNullable<Properties["AWS::S3::Bucket"]["LifecycleConfiguration"]>;
type Rule = Lifecycle["Rules"][number];

/** The lifecycle rules of a template as S3 has them. */
export function lifecycleRules({ Rules }: Lifecycle) {
  return Rules.map((rule) => ({
    ID: rule.Id,
    Status: rule.Status,
    Filter: filterOf(rule),
    ...expirationsOf(rule),
    ...transitionsOf(rule),
    ...(rule.AbortIncompleteMultipartUpload && {
      AbortIncompleteMultipartUpload: { ...rule.AbortIncompleteMultipartUpload },
    }),
  }));
}

/** One condition stands alone, several stand together, and none is an empty prefix. */
function filterOf({ Prefix, TagFilters = [], ...rule }: Rule) {
  const { ObjectSizeGreaterThan, ObjectSizeLessThan } = rule;
  const conditions = {
    ...(Prefix !== undefined && { Prefix }),
    ...(ObjectSizeGreaterThan !== undefined && { ObjectSizeGreaterThan }),
    ...(ObjectSizeLessThan !== undefined && { ObjectSizeLessThan }),
  };
  const [tag] = TagFilters;
  const count = Object.keys(conditions).length + TagFilters.length;
  if (count > 1) return { And: { ...conditions, ...(tag && { Tags: TagFilters }) } };
  if (tag) return { Tag: tag };
  return count === 0 ? { Prefix: "" } : conditions;
}

function expirationsOf(rule: Rule) {
  const { ExpirationDate, ExpirationInDays: Days, ExpiredObjectDeleteMarker } = rule;
  const { NoncurrentVersionExpiration, NoncurrentVersionExpirationInDays } = rule;
  const hasExpiration = ExpirationDate ?? Days ?? ExpiredObjectDeleteMarker;
  const day = ExpirationDate === undefined ? undefined : new Date(ExpirationDate);
  const noncurrent =
    NoncurrentVersionExpiration ??
    (NoncurrentVersionExpirationInDays !== undefined && {
      NoncurrentDays: NoncurrentVersionExpirationInDays,
    });
  return {
    ...(hasExpiration !== undefined && {
      Expiration: { Date: day, Days, ExpiredObjectDeleteMarker },
    }),
    ...(noncurrent && { NoncurrentVersionExpiration: { ...noncurrent } }),
  };
}

/** Older templates have one transition, under a name of its own. */
function transitionsOf(rule: Rule) {
  const { Transition, Transitions = [] } = rule;
  const { NoncurrentVersionTransition: old, NoncurrentVersionTransitions = [] } = rule;
  const moves = [...(Transition ? [Transition] : []), ...Transitions];
  const oldMoves = [...(old ? [old] : []), ...NoncurrentVersionTransitions];
  return {
    ...(moves.length > 0 && {
      Transitions: moves.map(({ StorageClass, TransitionDate, TransitionInDays: Days }) => ({
        ...{ StorageClass, Days },
        ...(TransitionDate !== undefined && { Date: new Date(TransitionDate) }),
      })),
    }),
    ...(oldMoves.length > 0 && {
      NoncurrentVersionTransitions: oldMoves.map(({ TransitionInDays, ...move }) => ({
        ...move,
        NoncurrentDays: TransitionInDays,
      })),
    }),
  };
}

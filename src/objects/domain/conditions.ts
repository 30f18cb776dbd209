/** What a request demands of an object that is there. */
export interface Conditions {
  readonly IfMatch?: string | undefined;
  readonly IfNoneMatch?: string | undefined;
  readonly IfModifiedSince?: Date | undefined;
  readonly IfUnmodifiedSince?: Date | undefined;
}

interface Subject {
  /** Without its quotes. */
  readonly etag: string;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
}

/** Which condition does not hold, or that there is nothing new; undefined when all is well. */
export type Obstacle = { readonly failed: string } | "not-modified";

/** Holds a reader's conditions against an object, in the order of RFC 9110. */
export function obstacleTo(conditions: Conditions, subject: Subject): Obstacle | undefined {
  const { IfMatch, IfNoneMatch, IfModifiedSince, IfUnmodifiedSince } = conditions;
  if (IfMatch !== undefined) {
    if (!matches(IfMatch, subject.etag)) return { failed: "If-Match" };
  } else if (IfUnmodifiedSince !== undefined && isLater(subject, IfUnmodifiedSince)) {
    return { failed: "If-Unmodified-Since" };
  }
  if (IfNoneMatch !== undefined) {
    return matches(IfNoneMatch, subject.etag) ? "not-modified" : undefined;
  }
  const isOld = IfModifiedSince !== undefined && !isLater(subject, IfModifiedSince);
  return isOld ? "not-modified" : undefined;
}

/** Whether a list of entity tags, or `*`, holds this one. */
export function matches(list: string, etag: string): boolean {
  return list.split(",").some((item) => {
    const tag = item.trim().replace(/^W\//, "");
    return tag === "*" || tag === etag || tag === `"${etag}"`;
  });
}

/** Dates of HTTP are whole seconds. */
function isLater({ modifiedAt }: Subject, date: Date): boolean {
  return Math.floor(modifiedAt / 1000) > Math.floor(date.getTime() / 1000);
}

/** How a resource stood when somebody last looked whether it had been changed by hand. */
export interface ResourceDrift {
  readonly stackId: string;
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  readonly status: "IN_SYNC" | "MODIFIED" | "DELETED" | "UNKNOWN";
  /** Why it is not known. */
  readonly statusReason?: string;
  /** Properties as the stack has applied them. */
  readonly expected: Readonly<Record<string, unknown>>;
  /** The same properties as they were found. */
  readonly actual?: Readonly<Record<string, unknown>>;
  readonly differences: readonly Difference[];
  readonly at: number;
}

/** A value that differs. */
export interface Difference {
  /** Such as `/Tags/0/Value`. */
  readonly path: string;
  readonly kind: "ADD" | "REMOVE" | "NOT_EQUAL";
  readonly expected: unknown;
  readonly actual: unknown;
}

/** One look at the resources of a stack. */
export interface DriftDetection {
  /** A UUID. */
  readonly id: string;
  readonly stackId: string;
  readonly status: "IN_SYNC" | "DRIFTED" | "UNKNOWN";
  readonly driftedCount: number;
  readonly at: number;
}

/**
 * What differs between what a stack has applied and what was found. Properties that the stack does
 * not speak of do not count.
 */
export function differencesOf(
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
): Difference[] {
  return Object.entries(expected).flatMap(([name, value]) =>
    differing(`/${name}`, value, actual[name]),
  );
}

function differing(path: string, expected: unknown, actual: unknown): Difference[] {
  if (expected === undefined && actual === undefined) return [];
  if (actual === undefined) return [{ path, kind: "REMOVE", expected, actual }];
  if (expected === undefined) return [{ path, kind: "ADD", expected, actual }];
  if (!isObject(expected) || !isObject(actual)) {
    return expected === actual ? [] : [{ path, kind: "NOT_EQUAL", expected, actual }];
  }
  const [before, after] = [{ ...expected }, { ...actual }];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => differing(`${path}/${name}`, before[name], after[name]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** What the drift of its resources means for a stack. */
export function stackDrift(drifts: readonly ResourceDrift[]) {
  const drifted = drifts.filter(({ status }) => status === "MODIFIED" || status === "DELETED");
  const isUnknown = drifts.some(({ status }) => status === "UNKNOWN");
  const otherwise = isUnknown ? ("UNKNOWN" as const) : ("IN_SYNC" as const);
  return {
    status: drifted.length > 0 ? ("DRIFTED" as const) : otherwise,
    driftedCount: drifted.length,
  };
}

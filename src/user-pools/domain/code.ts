/** What a code proves once it comes back. */
export type CodePurpose = "sign-up" | "reset-password" | "verify-attribute";

/** Where a message can go: the value of the attribute is the address. */
export type Contact = "email" | "phone_number";

const hourMs = 3_600_000;

/**
 * Codes that a user may ask for in an hour.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
 */
const sendsMax: Readonly<Record<CodePurpose, number>> = {
  "sign-up": 5,
  "reset-password": 10,
  "verify-attribute": 5,
};

/** Wrong codes that may come in an hour, whatever codes are sent in it. */
const wrongTriesMax = 15;

/** How often something happened in the hour that began at `since` (milliseconds). */
export interface HourlyCount {
  readonly since: number;
  readonly count: number;
}

/** A code as it is kept. */
export interface CodeRecord {
  readonly poolId: string;
  /** Whose it is: a user's, or a name's that nobody has. */
  readonly subject: string;
  /** The purpose; with the attribute where each has a code of its own. */
  readonly use: string;
  /** Sealed under `codeContext`. */
  readonly sealedCode: string;
  /** From when on it proves nothing (milliseconds). */
  readonly expiresAt: number;
  readonly sentTo: CodeAddress;
  readonly sends: HourlyCount;
  readonly wrongTries: HourlyCount;
}

/** The attribute that a code was sent for, and the value that it had or is to have. */
export interface CodeAddress {
  readonly attribute: Contact;
  readonly value: string;
}

/** Attributes are verified each by a code of its own; for other purposes a user has one code. */
export function codeUse(purpose: CodePurpose, attribute: Contact | undefined): string {
  return purpose === "verify-attribute" ? `${purpose}/${attribute}` : purpose;
}

/** How long a code is good for, in milliseconds. */
export function codeLifeMs(purpose: CodePurpose): number {
  return purpose === "reset-password" ? hourMs : 24 * hourMs;
}

/** One time more; a new hour begins where the last one is over. */
export function countedAgain(before: HourlyCount | undefined, now: number): HourlyCount {
  const isSameHour = before !== undefined && now < before.since + hourMs;
  return isSameHour ? { ...before, count: before.count + 1 } : { since: now, count: 1 };
}

/** Until when no code is sent; undefined when one may be (milliseconds). */
export function sendsEndAt(purpose: CodePurpose, sends: HourlyCount | undefined, now: number) {
  return spentUntil(sends, sendsMax[purpose], now);
}

/** Until when no code is looked at; undefined when one may be (milliseconds). */
export function triesEndAt(wrongTries: HourlyCount, now: number): number | undefined {
  return spentUntil(wrongTries, wrongTriesMax, now);
}

/** For how long a code is remembered: the counts outlive a code that is good for less. */
export function forgottenAt({ expiresAt, sends, wrongTries }: CodeRecord): number {
  return Math.max(expiresAt, sends.since + hourMs, wrongTries.since + hourMs);
}

/** Where a sealed code belongs. */
export function codeContext({ poolId, subject, use }: CodeKey): string {
  return `user-pools/codes/${poolId}/${subject}/${use}`;
}

export type CodeKey = Pick<CodeRecord, "poolId" | "subject" | "use">;

function spentUntil(spent: HourlyCount | undefined, max: number, now: number): number | undefined {
  if (!spent || spent.count < max) return undefined;
  const until = spent.since + hourMs;
  return now < until ? until : undefined;
}

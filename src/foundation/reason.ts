/**
 * Why something was decided as it was, in words that a person can act on. Shown by
 * `gatepool why`. Never holds a secret, a password, a code or a whole token.
 */
export interface Reason {
  /** What was looked at, such as `audience` or `password`. */
  readonly check: string;
  /** What would have passed. */
  readonly expected: string;
  /** What came. */
  readonly received: string;
  /** What to change, as an instruction. */
  readonly change: string;
}

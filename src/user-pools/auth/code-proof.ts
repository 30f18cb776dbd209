import type { Fault } from "../../foundation/fault.ts";
import type { Context } from "../contract.ts";
import type { CodePurpose } from "../domain/code.ts";
import { codeExpired, usernameNotFound } from "../domain/code-faults.ts";
import type { UserRecord } from "../domain/records.ts";
import { hidesUsers, type Target } from "./target.ts";

/** A code that somebody sent who says whose it is. */
interface GivenCode {
  readonly username: string;
  readonly purpose: CodePurpose;
  readonly code: string;
}

/**
 * The user whom a code helps, with the write that uses the code up. Where nobody may learn who
 * exists, only a right code brings to light that it cannot help its user.
 * @param obstacleTo why the code cannot help the user; undefined when it can
 */
export async function proveCode(
  { users, codes }: Context,
  target: Target,
  { username, purpose, code }: GivenCode,
  obstacleTo: (user: UserRecord) => Fault | undefined,
) {
  const { pool } = target;
  const before = await users.byName(pool, username);
  const obstacle = before ? obstacleTo(before.value) : usernameNotFound(username);
  if (obstacle && !hidesUsers(target)) throw obstacle;
  const { sentTo, consume } = await codes.check(pool, before?.value ?? username, purpose, code);
  if (!before || obstacle) throw obstacle ?? usernameNotFound(username);
  if (before.value.attributes[sentTo.attribute] === sentTo.value) {
    return { before, sentTo, consume };
  }
  throw codeExpired("one that was sent to an address that the user has no longer");
}

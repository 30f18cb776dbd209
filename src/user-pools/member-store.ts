import {
  type Collection,
  type Page,
  put,
  type Records,
  remove,
  type Write,
} from "../storage/records.ts";
import type { Membership, UserRecord } from "./domain/records.ts";

/** That a user is in a group: what the user's own record says, for listing by group. */
interface MemberRecord {
  readonly poolId: string;
  readonly groupId: string;
  /** The second part of the user's key. */
  readonly userName: string;
}

const members: Collection<MemberRecord> = {
  name: "user-pools/group-members",
  key: ({ poolId, groupId, userName }) => [poolId, groupId, userName],
};

type Named = Pick<UserRecord, "poolId" | "name">;

/** Lists a user among the members of a group. */
export function addMember({ poolId, name }: Named, { id }: Membership): Write {
  return put(members, { poolId, groupId: id, userName: name });
}

/** Takes a user off the members of a group. */
export function removeMember({ poolId, name }: Named, { id }: Membership): Write {
  return remove(members, [poolId, id, name]);
}

/** Members of a group, in the order of their usernames. */
export function listMembers(
  records: Records,
  [poolId, groupId]: readonly [string, string],
  limit: number,
  after?: string,
): Promise<Page<MemberRecord>> {
  const from = after === undefined ? {} : { after };
  return records.list(members, { prefix: [poolId, groupId], limit, ...from });
}

/** Removals of some of what a pool, or a group of it, has left behind. */
export async function leftMembers(
  records: Records,
  prefix: readonly [string] | readonly [string, string],
  limit: number,
): Promise<Write[]> {
  const { items } = await records.list(members, { prefix, limit });
  return items.map(({ value }) => remove(members, members.key(value)));
}

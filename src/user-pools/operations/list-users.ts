import { operation } from "../contract.ts";
import { attributeList } from "../domain/attributes.ts";
import { describeUser } from "../domain/describe.ts";
import { invalidParameter } from "../domain/faults.ts";
import type { PoolRecord, UserRecord } from "../domain/records.ts";
import { parseUserFilter } from "../domain/user-filter.ts";
import { poolOf } from "../lookup.ts";
import { pageMax, positionOf, sealPosition } from "../paging.ts";

/** Lists users, all or those who meet one condition. */
export const listUsers = operation("ListUsers", {
  access: "iam",
  async run({ UserPoolId, AttributesToGet, Limit, PaginationToken, Filter }, context) {
    const { value: pool } = await poolOf(context, UserPoolId);
    const { users, pageTokens } = context;
    refuseUnknownAttributes(pool, AttributesToGet);
    const filter = Filter ? parseUserFilter(Filter) : undefined;
    const list = `ListUsers/${pool.id}/${Filter ?? ""}`;
    const after = positionOf(pageTokens, PaginationToken, list);
    const page = await users.list(pool, filter, Limit || pageMax, after);
    return {
      Users: page.items.map(({ value }) => describeUser(value, chosen(value, AttributesToGet))),
      PaginationToken: sealPosition(pageTokens, page.next, list),
    };
  },
});

function refuseUnknownAttributes({ schema }: PoolRecord, names: readonly string[] = []): void {
  const unknown = names.find((name) => !schema.some(({ Name }) => Name === name));
  if (unknown === undefined) return;
  throw invalidParameter("One or more requested attributes do not exist in user pool.", {
    check: "AttributesToGet",
    expected: "attributes of the pool's schema",
    received: unknown,
    change: "Correct the name, or leave AttributesToGet out for all attributes.",
  });
}

function chosen(user: UserRecord, names: readonly string[] | undefined) {
  const attributes = attributeList(user);
  return names ? attributes.filter(({ Name = "" }) => names.includes(Name)) : attributes;
}

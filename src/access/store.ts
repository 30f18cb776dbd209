import {
  type Collection,
  type Condition,
  type Key,
  type Page,
  put,
  type Records,
  remove,
  succeeds,
  type Write,
} from "../storage/records.ts";
import { parseRoleArn, type Role, roleArnOf } from "./domain/role.ts";

const roles: Collection<Role> = {
  name: "access/roles",
  key: (role) => keyOf(role.account, role.name),
  indexes: { path: (role) => [role.account, role.path, role.name] },
};

/** Every update that loses a race means that another one won, so this many never happen. */
const attemptsMax = 1000;

export interface RolePage {
  account: string;
  /** Only roles whose path starts so. */
  pathPrefix: string;
  limit: number;
  after?: string;
}

/** The roles of all accounts. */
export interface RoleStore {
  byName(account: string, name: string): Promise<Role | undefined>;
  /** An ARN has to match to the letter, and with its path. */
  byArn(arn: string): Promise<Role | undefined>;
  /** In the order of their paths, then of their names. */
  page(options: RolePage): Promise<Page<Role>>;
  /** @returns false when there is one of that name. */
  add(role: Role): Promise<boolean>;
  /**
   * Writes what `change` makes of the role; starts anew when another call changed it meanwhile.
   * @returns false when there is no such role.
   */
  update(account: string, name: string, change: (role: Role) => Role): Promise<boolean>;
  /**
   * Removes the role after `check` has seen it as it is.
   * @returns false when there is no such role.
   */
  remove(account: string, name: string, check: (role: Role) => void): Promise<boolean>;
}

export function createRoleStore(records: Records): RoleStore {
  return {
    async byName(account, name) {
      return (await records.get(roles, keyOf(account, name)))?.value;
    },
    async byArn(arn) {
      const named = parseRoleArn(arn);
      if (!named) return undefined;
      const role = (await records.get(roles, keyOf(named.account, named.name)))?.value;
      return role && roleArnOf(role) === arn ? role : undefined;
    },
    page({ account, pathPrefix, limit, after }) {
      const position = after === undefined ? {} : { after };
      const prefix = [account, pathPrefix];
      return records.list(roles, { index: "path", prefix, partial: true, limit, ...position });
    },
    async add(role) {
      return succeeds(records.commit([put(roles, role, { condition: "absent" })]));
    },
    update(account, name, change) {
      return rewrite(records, keyOf(account, name), (role, condition) =>
        put(roles, change(role), { condition }),
      );
    },
    remove(account, name, check) {
      return rewrite(records, keyOf(account, name), (role, condition) => {
        check(role);
        return remove(roles, keyOf(account, name), condition);
      });
    },
  };
}

/** Reads, decides and writes, until nobody else wrote in between. */
async function rewrite(
  records: Records,
  key: Key,
  decide: (role: Role, unchanged: Condition) => Write,
): Promise<boolean> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const stored = await records.get(roles, key);
    if (!stored) return false;
    const write = decide(stored.value, { version: stored.version });
    if (await succeeds(records.commit([write]))) return true;
  }
  throw new Error(`role ${key.join("/")} changes faster than it can be written`);
}

function keyOf(account: string, name: string): Key {
  return [account, name.toLowerCase()];
}

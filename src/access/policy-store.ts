import {
  type Collection,
  type Key,
  type Page,
  put,
  type Records,
  remove,
  succeeds,
} from "../storage/records.ts";
import {
  type AccountPolicy,
  documentInForce,
  parsePolicyArn,
  policyArnOf,
} from "./domain/account-policy.ts";

const policies: Collection<AccountPolicy> = {
  name: "access/policies",
  key: (policy) => keyOf(policy.account, policy.name),
  indexes: { path: (policy) => [policy.account, policy.path, policy.name] },
};

export interface PolicyPage {
  account: string;
  /** Only policies whose path starts so. */
  pathPrefix: string;
  limit: number;
  after?: string;
}

/** The managed policies of all accounts. An ARN has to match to the letter, and with its path. */
export interface PolicyStore {
  byArn(arn: string): Promise<AccountPolicy | undefined>;
  /** Whether it is the ARN of a policy of this account. */
  isOf(account: string, arn: string): Promise<boolean>;
  /** The documents in force, by ARN; those that are not there are left out. */
  documentsOf(arns: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** In the order of their paths, then of their names. */
  page(options: PolicyPage): Promise<Page<AccountPolicy>>;
  /** @returns false when there is one of that name */
  add(policy: AccountPolicy): Promise<boolean>;
  /**
   * Writes what `change` makes of the policy, or removes it when that is nothing; starts anew when
   * another call changed it meanwhile.
   * @returns what was written; `gone` when there is no such policy
   */
  update(
    arn: string,
    change: (policy: AccountPolicy) => AccountPolicy | undefined,
  ): Promise<AccountPolicy | "removed" | "gone">;
}

export function createPolicyStore(records: Records): PolicyStore {
  async function stored(arn: string) {
    const named = parsePolicyArn(arn);
    const found = named && (await records.get(policies, keyOf(named.account, named.name)));
    return found && policyArnOf(found.value) === arn ? found : undefined;
  }

  return {
    byArn: async (arn) => (await stored(arn))?.value,
    isOf: async (account, arn) => (await stored(arn))?.value.account === account,
    async documentsOf(arns) {
      const found = await Promise.all(arns.map(stored));
      return new Map(
        found.flatMap((each) =>
          each ? [[policyArnOf(each.value), documentInForce(each.value)]] : [],
        ),
      );
    },
    page({ account, pathPrefix, limit, after }) {
      const position = after === undefined ? {} : { after };
      const prefix = [account, pathPrefix];
      return records.list(policies, { index: "path", prefix, partial: true, limit, ...position });
    },
    add: (policy) => succeeds(records.commit([put(policies, policy, { condition: "absent" })])),
    async update(arn, change) {
      for (;;) {
        const before = await stored(arn);
        if (!before) return "gone";
        const after = change(before.value);
        const condition = { version: before.version };
        const { account, name } = before.value;
        const write = after
          ? put(policies, after, { condition })
          : remove(policies, keyOf(account, name), condition);
        if (await succeeds(records.commit([write]))) return after ?? "removed";
      }
    },
  };
}

function keyOf(account: string, name: string): Key {
  return [account, name.toLowerCase()];
}

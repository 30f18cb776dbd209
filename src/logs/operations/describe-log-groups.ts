import { arnOf } from "../../foundation/arn.ts";
import {
  type GroupAnswer,
  type InputOf,
  invalid,
  type LogsContext,
  operation,
} from "../contract.ts";
import type { GroupSettings } from "../group-files.ts";
import { nameIn } from "../groups.ts";
import { openPlace, sealPlace } from "../paging.ts";

type Query = InputOf<"DescribeLogGroups">;

const limitDefault = 50;

/** Lists groups by their names. */
export const describeLogGroups = operation("DescribeLogGroups", {
  access: "iam",
  async run(input, context) {
    const { limit = limitDefault, nextToken } = input;
    check(input);
    const list = ["groups", queryOf(input)];
    const [after = ""] = openPlace(nextToken, list, context) ?? [];
    const groups = (await context.logs.list(context.tenant)).filter(matcherOf(input, context));
    const rest = groups.filter(({ name }) => name > String(after));
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    const more = last !== undefined && rest.length > page.length;
    return {
      logGroups: await Promise.all(page.map((group) => describe(group, context))),
      ...(more && { nextToken: sealPlace([last.name], list, context) }),
    };
  },
});

function check({ logGroupNamePrefix, logGroupNamePattern, ...rest }: Query): void {
  if (logGroupNamePrefix !== undefined && logGroupNamePattern !== undefined) {
    const message = "LogGroup name prefix and LogGroup name pattern are mutually exclusive.";
    throw invalid(`${message} Give one of them.`);
  }
  if (rest.includeLinkedAccounts || rest.accountIdentifiers) {
    throw invalid("Gatepool shows no groups of other accounts: leave accountIdentifiers out.");
  }
}

function queryOf(query: Query) {
  const { logGroupNamePrefix, logGroupNamePattern, logGroupIdentifiers, logGroupClass } = query;
  return [logGroupNamePrefix, logGroupNamePattern, logGroupIdentifiers, logGroupClass];
}

function matcherOf(query: Query, { tenant }: LogsContext) {
  const { logGroupNamePrefix: prefix = "", logGroupNamePattern: part = "", logGroupClass } = query;
  const names = query.logGroupIdentifiers?.map((identifier) => nameIn(identifier, tenant));
  const isOfClass = logGroupClass === undefined || logGroupClass === "STANDARD";
  return ({ name }: GroupSettings) =>
    isOfClass && name.startsWith(prefix) && name.includes(part) && names?.includes(name) !== false;
}

async function describe(group: GroupSettings, { logs, tenant }: LogsContext): Promise<GroupAnswer> {
  const { name, createdAt, retentionInDays } = group;
  const arn = arnOf("logs", tenant, `log-group:${name}`);
  return {
    logGroupName: name,
    creationTime: createdAt,
    ...(retentionInDays !== undefined && { retentionInDays }),
    metricFilterCount: 0,
    arn: `${arn}:*`,
    logGroupArn: arn,
    storedBytes: await logs.storedBytes({ tenant, name }),
    logGroupClass: "STANDARD",
  };
}

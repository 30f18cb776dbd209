import { parseArn } from "../foundation/arn.ts";
import type { FaultDetails } from "../foundation/fault.ts";
import { fault, invalid, type LogsContext } from "./contract.ts";
import type { GroupSettings } from "./group-files.ts";
import type { LogGroup } from "./log-files.ts";

/** A group as operations name it: by its name, or by its name or ARN. */
interface Named {
  readonly logGroupName?: string | undefined;
  readonly logGroupIdentifier?: string | undefined;
}

/** The group that is there, or the fault that there is none. */
export async function findGroup(named: Named, context: LogsContext): Promise<LogGroup> {
  const group = groupOf(named, context);
  await settingsOf(group, context);
  return group;
}

export async function settingsOf(group: LogGroup, context: LogsContext): Promise<GroupSettings> {
  const settings = await context.logs.find(group);
  if (settings) return settings;
  throw noSuchGroup(group.name, context);
}

export function noSuchGroup(name: string, { tenant }: Pick<LogsContext, "tenant">) {
  return fault("ResourceNotFoundException", "The specified log group does not exist.", {
    reason: {
      check: "log group",
      expected: `a group of this name in account ${tenant.account} and ${tenant.region}`,
      received: name,
      change: "run the function once, which makes its group, or call CreateLogGroup",
    },
  });
}

/** Which group is meant; it need not be there. */
export function groupOf(named: Named, { tenant }: LogsContext): LogGroup {
  const { logGroupName, logGroupIdentifier } = named;
  if (logGroupName !== undefined && logGroupIdentifier !== undefined) {
    throw invalid("LogGroupName and LogGroupIdentifier cannot be used together.", oneOf("both"));
  }
  if (logGroupName !== undefined) return { tenant, name: logGroupName };
  if (logGroupIdentifier === undefined) {
    throw invalid("Either logGroupName or logGroupIdentifier must be given.", oneOf("neither"));
  }
  const name = nameIn(logGroupIdentifier, tenant);
  if (name !== undefined) return { tenant, name };
  throw noSuchGroup(logGroupIdentifier, { tenant });
}

function oneOf(received: string): FaultDetails {
  return {
    reason: {
      check: "log group",
      expected: "logGroupName or logGroupIdentifier",
      received,
      change: "send exactly one of the two",
    },
  };
}

/** The name in an ARN; undefined when the ARN is of another account, region or kind. */
export function nameIn(identifier: string, tenant: LogGroup["tenant"]): string | undefined {
  if (!identifier.startsWith("arn:")) return identifier;
  const { service, account, region, resource } = parseArn(identifier) ?? {};
  const name = /^log-group:([^:]+)(?::\*)?$/.exec(resource ?? "")?.[1];
  const isHere = service === "logs" && account === tenant.account && region === tenant.region;
  return isHere ? name : undefined;
}

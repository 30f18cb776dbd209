import type { AliasConfiguration } from "@aws-sdk/client-lambda";
import { type FunctionsContext, fault } from "./contract.ts";
import type { Alias } from "./domain/alias.ts";
import { functionArn, type LatestRecord } from "./domain/record.ts";
import { notFound } from "./lookup.ts";

/** An alias as Lambda's API shows it. */
export function describeAlias(
  { tenant, name: functionName }: LatestRecord,
  name: string,
  { version, description, second, revisionId }: Alias,
): AliasConfiguration {
  return {
    AliasArn: functionArn(tenant, functionName, name),
    Name: name,
    FunctionVersion: version,
    Description: description,
    ...(second && {
      RoutingConfig: { AdditionalVersionWeights: { [second.version]: second.weight } },
    }),
    RevisionId: revisionId,
  };
}

/** The alias of this name. */
export function aliasOf(latest: LatestRecord, name: string): Alias {
  const alias = Object.hasOwn(latest.aliases, name) ? latest.aliases[name] : undefined;
  if (alias) return alias;
  const arn = functionArn(latest.tenant, latest.name, name);
  throw fault("ResourceNotFoundException", `Cannot find alias arn: ${arn}`, {
    reason: {
      check: "alias",
      expected: "an alias of this function",
      received: name,
      change: "create the alias, or correct its name",
    },
  });
}

/** The function with an alias that is new, or leads elsewhere. */
export function withAlias(latest: LatestRecord, name: string, alias: Alias): LatestRecord {
  const aliases = { ...latest.aliases, [name]: alias };
  return { ...latest, aliases, revisionId: alias.revisionId };
}

/** Refuses an alias that leads to what is not there. */
export function checkAlias(latest: LatestRecord, alias: Alias, context: FunctionsContext): void {
  const { version, second } = alias;
  checkVersion(latest, version, context);
  if (!second) return;
  if (version === "$LATEST" || second.version === "$LATEST") {
    const message = "$LATEST is not supported for an alias pointing to more than 1 version";
    throw fault("InvalidParameterValueException", message);
  }
  if (version === second.version) {
    const message =
      `Invalid function version ${version}. Function version ${version} is already included in ` +
      "routing configuration.";
    throw fault("InvalidParameterValueException", message);
  }
  checkVersion(latest, second.version, context);
}

function checkVersion(latest: LatestRecord, version: string, context: FunctionsContext): void {
  if (version === "$LATEST" || Object.hasOwn(latest.versions, version)) return;
  throw notFound({ name: latest.name, qualifier: version }, context);
}

interface RoutingConfig {
  readonly AdditionalVersionWeights?: Readonly<Record<string, number>> | undefined;
}

/** The second version of an alias; undefined when there is to be none. */
export function readRouting(routing: RoutingConfig | undefined): Alias["second"] {
  const weights = Object.entries(routing?.AdditionalVersionWeights ?? {});
  if (weights.length > 1) {
    const message = "Number of items in AdditionalVersionWeights cannot be greater than 1";
    throw fault("InvalidParameterValueException", message);
  }
  const [first] = weights;
  return first && { version: first[0], weight: first[1] };
}

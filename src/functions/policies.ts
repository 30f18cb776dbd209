import { type FunctionsContext, fault } from "./contract.ts";
import { versionOf } from "./domain/alias.ts";
import type { PolicyStatement } from "./domain/policy.ts";
import { functionArn, type LatestRecord } from "./domain/record.ts";
import { type Asked, notFound } from "./lookup.ts";

/** Whose policy it is: the function's own, or that of a version or an alias. */
export interface Policy {
  /** Under which it is kept. */
  readonly key: string;
  /** Of what the policy belongs to. */
  readonly arn: string;
  readonly statements: readonly PolicyStatement[];
  readonly revisionId: string;
}

/** The policy that a caller named, which may be empty. */
export function policyOf(latest: LatestRecord, asked: Asked, context: FunctionsContext): Policy {
  const { qualifier } = asked;
  if (qualifier === "$LATEST") {
    const message = "We currently do not support adding policies for $LATEST.";
    throw fault("InvalidParameterValueException", message);
  }
  if (versionOf(latest, qualifier) === undefined) throw notFound(asked, context);
  const key = qualifier ?? "$LATEST";
  const { aliases, policies, tenant, name } = latest;
  const alias = Object.hasOwn(aliases, key) ? aliases[key] : undefined;
  return {
    key,
    arn: functionArn(tenant, name, qualifier),
    statements: (Object.hasOwn(policies, key) ? policies[key] : undefined) ?? [],
    revisionId: (alias ?? latest).revisionId,
  };
}

/** The function with another policy, which makes another revision of whose policy it is. */
export function withPolicy(
  latest: LatestRecord,
  { key }: Policy,
  statements: readonly PolicyStatement[],
  { random }: FunctionsContext,
): LatestRecord {
  const { [key]: _, ...others } = latest.policies;
  const policies = statements.length === 0 ? others : { ...others, [key]: statements };
  const alias = Object.hasOwn(latest.aliases, key) ? latest.aliases[key] : undefined;
  const aliases = alias
    ? { ...latest.aliases, [key]: { ...alias, revisionId: random.uuid() } }
    : latest.aliases;
  return { ...latest, aliases, policies, revisionId: random.uuid() };
}

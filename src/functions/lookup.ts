import { type FunctionsContext, fault } from "./contract.ts";
import { versionOf } from "./domain/alias.ts";
import { parseFunctionName } from "./domain/function-name.ts";
import { type FunctionRecord, functionArn, type LatestRecord } from "./domain/record.ts";
import type { StoredRecord } from "./store.ts";

/** Which function a caller named, as far as the name itself tells. */
export interface Asked {
  readonly name: string;
  readonly qualifier?: string;
}

/** Reads a function's name as clients may write it. */
export function readName(
  text: string,
  qualifier: string | undefined,
  { tenant }: Pick<FunctionsContext, "tenant">,
): Asked {
  const named = parseFunctionName(text, tenant, qualifier);
  if (!("problem" in named)) return named;
  switch (named.problem) {
    case "other-region": {
      const message =
        `Functions from '${named.region}' are not reachable in this region ` +
        `('${tenant.region}')`;
      throw fault("ResourceNotFoundException", message);
    }
    case "two-qualifiers":
      throw fault(
        "InvalidParameterValueException",
        "The derived qualifier from the function name does not match the specified qualifier.",
      );
    case "other-account":
      throw fault("ResourceNotFoundException", `Function not found: ${text}`);
    case "malformed":
      throw fault("InvalidParameterValueException", `Invalid function name: ${text}`);
  }
}

/** Reads the name of a function for what versions and aliases do not have. */
export function readUnqualified(text: string, context: FunctionsContext): string {
  const { name, qualifier } = readName(text, undefined, context);
  if (qualifier === undefined) return name;
  throw fault(
    "InvalidParameterValueException",
    "This operation is permitted on Lambda functions only. Aliases and versions do not support " +
      "this operation. Please specify either a function name or an unqualified function ARN.",
  );
}

/** The function that a caller named, itself: as `$LATEST`. */
export async function findFunction(
  text: string,
  qualifier: string | undefined,
  context: FunctionsContext,
): Promise<StoredRecord> {
  const asked = readName(text, qualifier, context);
  const found = await context.functions.get(context.tenant, asked.name);
  const isThere = asked.qualifier === undefined || asked.qualifier === "$LATEST";
  if (found && isThere) return found;
  throw notFound(asked, context);
}

/** What a caller named: a function, or a version of it by its number or by an alias. */
export interface Target {
  readonly latest: LatestRecord;
  readonly record: FunctionRecord;
  readonly qualifier?: string;
}

/** @param chance from 0 to 1, where an alias may choose between versions */
export async function findTarget(
  text: string,
  qualifier: string | undefined,
  context: FunctionsContext,
  chance?: number,
): Promise<Target> {
  const asked = readName(text, qualifier, context);
  const { value: latest } = await findFunction(asked.name, undefined, context);
  const version = versionOf(latest, asked.qualifier, chance);
  if (version === "$LATEST") return { latest, record: latest };
  const record =
    version === undefined
      ? undefined
      : await context.functions.getVersion(latest.tenant, latest.name, version);
  if (!record) throw notFound(asked, context);
  return { latest, record, ...(asked.qualifier && { qualifier: asked.qualifier }) };
}

export function notFound({ name, qualifier }: Asked, { tenant }: FunctionsContext) {
  const arn = functionArn(tenant, name);
  const asked = qualifier === undefined ? arn : `${arn}:${qualifier}`;
  return fault("ResourceNotFoundException", `Function not found: ${asked}`, {
    reason: {
      check: "function",
      expected: "a function of this name in this account and region, with that version or alias",
      received: asked,
      change: "create the function, or correct the name, the region or the qualifier",
    },
  });
}

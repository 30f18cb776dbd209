import { type FunctionsContext, fault } from "./contract.ts";
import { parseFunctionName } from "./domain/function-name.ts";
import { functionArn } from "./domain/record.ts";
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

/** The function that a caller named; there are no versions besides `$LATEST` yet. */
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

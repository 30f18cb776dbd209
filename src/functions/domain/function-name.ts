import { parseArn, type Tenant } from "../../foundation/arn.ts";

/** What a caller named: a function, perhaps with a version or an alias. */
export interface NamedFunction {
  readonly name: string;
  readonly qualifier?: string;
}

export type NameProblem =
  | { readonly problem: "other-region"; readonly region: string }
  | { readonly problem: "other-account" }
  | { readonly problem: "two-qualifiers" }
  | { readonly problem: "malformed" };

/**
 * Reads `name`, `name:qualifier`, `function:name`, `123456789012:function:name` and the whole
 * ARN. The qualifier of a request may stand in its name or beside it.
 */
export function parseFunctionName(
  text: string,
  tenant: Tenant,
  qualifier?: string,
): NamedFunction | NameProblem {
  const arn = parseArn(text);
  if (arn && arn.service !== "lambda") return { problem: "malformed" };
  if (arn && arn.region !== tenant.region) return { problem: "other-region", region: arn.region };
  const resource = arn ? `${arn.account}:${arn.resource}` : text;
  const match = /^(?:(\d{12}):)?(?:function:)?([\w-]+)(?::(\$LATEST|[\w-]+))?$/.exec(resource);
  const [, account, name, derived] = match ?? [];
  if (name === undefined) return { problem: "malformed" };
  if (account !== undefined && account !== tenant.account) return { problem: "other-account" };
  if (derived && qualifier && derived !== qualifier) return { problem: "two-qualifiers" };
  const wanted = qualifier ?? derived;
  return wanted === undefined ? { name } : { name, qualifier: wanted };
}

/** The tenant and the name in a function's ARN; undefined when it is none. */
export function parseFunctionArn(text: string) {
  const arn = parseArn(text);
  if (arn?.service !== "lambda") return undefined;
  const tenant: Tenant = { account: arn.account, region: arn.region };
  const named = parseFunctionName(text, tenant);
  return "problem" in named ? undefined : { tenant, ...named };
}

import { Fault } from "../foundation/fault.ts";
import type { ParametersContext } from "./contract.ts";
import type { ParameterPage } from "./parameter-store.ts";

interface Asked {
  /** Only names that begin so. */
  readonly prefix: string;
  readonly limit: number;
  readonly token: string | undefined;
  /** What is listed: a token fits no other list. */
  readonly list: string;
}

/** A page of parameters in the order of their names, and the token for the next. */
export async function pageOf({ prefix, limit, token, list }: Asked, context: ParametersContext) {
  const { tenant, parameters, pageTokens } = context;
  const place = `parameters/${tenant.account}/${tenant.region}/${list}`;
  const after = token === undefined ? undefined : open(token, place, context);
  const page: ParameterPage = { prefix, limit, ...(after !== undefined && { after }) };
  const { items, next } = await parameters.page(tenant, page);
  return {
    items: items.map(({ value }) => value),
    ...(next !== undefined && { NextToken: pageTokens.seal(next, place) }),
  };
}

function open(token: string, list: string, { pageTokens }: ParametersContext): string {
  const position = pageTokens.open(token, list);
  if (position !== undefined) return position;
  throw new Fault("InvalidNextToken", "The specified token isn't valid.");
}

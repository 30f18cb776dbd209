import { Fault } from "../foundation/fault.ts";
import { InvalidPageToken } from "../wire/paging.ts";
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
  try {
    return pageTokens.open(token, list);
  } catch (error) {
    if (!(error instanceof InvalidPageToken)) throw error;
    throw new Fault("InvalidNextToken", "The specified token isn't valid.");
  }
}

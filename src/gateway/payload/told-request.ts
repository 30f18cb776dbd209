import type { Call } from "../call.ts";
import { eachPassedHeader } from "../integrations/request-headers.ts";
import { BodyValues } from "../mapping/body-values.ts";
import { checkedHost } from "../mapping/headers.ts";
import type { RequestMapping } from "../mapping/request-mapping.ts";

/** A header: its name as sent, and its value. */
export type Header = readonly [name: string, value: string];

/** The parts of a request that parameter mapping may have changed, as the function sees them. */
export interface ToldRequest {
  /** Decoded; with the stage if that stands in the URL, unless it was mapped. */
  readonly path: string;
  /** Without `?`, still encoded. */
  readonly query: string;
  readonly host: string;
  /** The client's, without the gateway's own. */
  readonly headers: readonly Header[];
}

/**
 * A request as an event tells it: as it came, or as it was mapped.
 *
 * @throws UnmappableValue
 */
export function tellRequest(
  call: Call,
  mapping: RequestMapping | undefined,
  body: Buffer,
): ToldRequest {
  const { decision, head } = call;
  const path = decision.stagePath;
  const query = decision.path?.query ?? "";
  const came = { path, query, host: head.host, headers: clientHeaders(call) };
  return mapping ? mapped(call, mapping, came, body) : came;
}

function mapped(call: Call, mapping: RequestMapping, came: ToldRequest, body: Buffer): ToldRequest {
  const source = { call, headers: call.request.rawHeaders, body: new BodyValues(body) };
  return {
    ...came,
    ...(mapping.path && { path: mapping.path(source).decoded }),
    ...(mapping.query && { query: mapping.query(came.query, source) }),
    ...(mapping.headers &&
      split(mapping.headers(["host", came.host, ...came.headers.flat()], source))),
  };
}

function split(headers: readonly string[]): Pick<ToldRequest, "host" | "headers"> {
  const pairs: Header[] = [];
  for (let index = 0; index < headers.length; index += 2) {
    pairs.push([headers[index] ?? "", headers[index + 1] ?? ""]);
  }
  return { host: checkedHost(headers), headers: pairs.filter(([name]) => name !== "host") };
}

function clientHeaders(call: Call): Header[] {
  const headers: Header[] = [];
  eachPassedHeader(call.request.rawHeaders, (name, value) => headers.push([name, value]));
  const names = headers.map(([name]) => name.toLowerCase());
  if (new Set(names).size < names.length) {
    call.decision.repeatedHeaders = names.filter((name, index) => names.indexOf(name) < index);
  }
  return headers;
}

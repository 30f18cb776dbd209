import type { IncomingHttpHeaders } from "node:http";

/** An HTTP request as the protocols see it: read whole, told apart from node:http. */
export interface WireRequest {
  readonly method: string;
  /** As sent, still percent-encoded, without the query. */
  readonly path: string;
  /** As sent, without `?`; empty when absent. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The body went over the limit and was not read to its end; `body` is empty then. */
  readonly bodyTooLarge?: true;
}

export interface WireResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer | string;
}

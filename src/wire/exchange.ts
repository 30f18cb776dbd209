import type { IncomingHttpHeaders } from "node:http";
import type { StreamedBody } from "./streamed-body.ts";

/** An HTTP request as the protocols see it: mostly read whole, told apart from node:http. */
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
  /** The body where it may be too large to be read whole; `body` is empty then. */
  readonly unread?: AsyncIterable<Buffer>;
  /** What `unread` holds, for an operation that takes it as it comes. */
  readonly content?: StreamedBody;
}

export interface WireResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer | string;
  /** Bytes that go out as they come, instead of `body`; a header tells how many. */
  readonly stream?: AsyncIterable<Uint8Array>;
}

import type { WireRequest, WireResponse } from "./exchange.ts";
import type { StructureShape } from "./shape.ts";

/** Decoded input of an operation, under the SDK's member names. */
export type Input = Readonly<Record<string, unknown>>;

/** Where a request goes, and what its address says already. */
export interface Route {
  readonly operation: string;
  /** rest-json: parts of the path by their names in the template, decoded. */
  readonly labels?: ReadonlyMap<string, string>;
}

/** A fault as it goes out. */
export interface WireFault {
  /** The code on the wire. */
  readonly code: string;
  readonly message: string;
  readonly status: number;
  /** Its shape, where the service declares it. */
  readonly shape?: StructureShape;
  /** Further members of the body, under their wire names. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One AWS protocol, for one service: bytes to values and back. Knows no operation's meaning. */
export interface Codec {
  /** Which operation is asked for, whether the service has it or not; undefined for none. */
  route(request: WireRequest): Route | undefined;
  /** @throws Fault SerializationException or its like when the request cannot be read. */
  decode(route: Route, request: WireRequest): Input;
  encode(operation: string, output: object | undefined, requestId: string): WireResponse;
  encodeFault(fault: WireFault, requestId: string): WireResponse;
}

/** Text fit for a header: one line of printable ASCII. */
export function headerText(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.replace(/[^\x20-\x7e]/g, "?");
}

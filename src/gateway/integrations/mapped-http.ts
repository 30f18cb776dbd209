import { Readable } from "node:stream";
import { breakOff, refuse } from "../answers.ts";
import type { Call } from "../call.ts";
import { bodyBytesMax } from "../limits.ts";
import { BodyValues } from "../mapping/body-values.ts";
import { checkedHost } from "../mapping/headers.ts";
import { type Source, UnmappableValue } from "../mapping/value.ts";
import { readBody } from "../payload/body.ts";
import { hasBody, methodFor, restOfHead } from "./http-head.ts";
import { type HttpTarget, targetFor } from "./http-target.ts";
import { MappedExchange } from "./mapped-exchange.ts";
import { eachPassedHeader } from "./request-headers.ts";

const noBody = Buffer.alloc(0);

/** Calls an HTTP backend with parameters mapped on the way there, or on the way back. */
export function callMapped(call: Call, target: HttpTarget): void {
  const sent = hasBody(call.head) ? call.request : undefined;
  if (!target.requests?.needsBody || !sent) {
    send(call, target, noBody, sent);
    return;
  }
  readBody(call.request, bodyBytesMax, (body) => {
    if (body === "too-long") {
      const problem = { kind: "body-too-large", bytesMax: bodyBytesMax } as const;
      refuse(call, 413, problem, ["connection", "close"]);
      return;
    }
    try {
      // An empty part would end a chunked body before its end.
      send(call, target, body, Readable.from(body.length === 0 ? [] : [body]));
    } catch (error) {
      breakOff(call, error);
    }
  });
}

function send(call: Call, target: HttpTarget, read: Buffer, sent: Readable | undefined): void {
  const method = methodFor(call, target);
  try {
    const head = headOf(call, target, method, new BodyValues(read));
    call.shared.hop.send(target.origin, new MappedExchange(call, target, method, head, sent));
  } catch (error) {
    if (!(error instanceof UnmappableValue)) throw error;
    refuse(call, 400, { kind: "mapping", detail: error.message });
  }
}

function headOf(call: Call, target: HttpTarget, method: string, body: BodyValues): string {
  const { request, decision } = call;
  const { requests } = target;
  const source: Source = { call, headers: request.rawHeaders, body };
  const plain = targetFor(target, decision.values, decision.routePath, decision.path?.query ?? "");
  const [plainPath = "", plainQuery = ""] = plain.split(/\?(.*)/s, 2);
  const path = requests?.path?.(source).encoded ?? plainPath;
  const query = requests?.query?.(plainQuery, source) ?? plainQuery;
  decision.calledPath = query === "" ? path : `${path}?${query}`;
  const passed = ["host", target.host];
  eachPassedHeader(request.rawHeaders, (name, value) => passed.push(name, value));
  const headers = requests?.headers?.(passed, source) ?? passed;
  if (headers !== passed) checkedHost(headers);
  let text = `${method} ${decision.calledPath} HTTP/1.1\r\n`;
  for (let index = 0; index < headers.length; index += 2) {
    text += `${headers[index]}: ${headers[index + 1]}\r\n`;
  }
  return text + restOfHead(call, method);
}

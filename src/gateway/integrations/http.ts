import type { Call } from "../call.ts";
import { HttpExchange } from "./http-exchange.ts";
import { hasBody, methodFor, restOfHead } from "./http-head.ts";
import { type HttpTarget, targetFor } from "./http-target.ts";
import { callMapped } from "./mapped-http.ts";
import { eachPassedHeader } from "./request-headers.ts";

/** Calls an HTTP backend and passes its answer on. AWS: HTTP proxy integrations. */
export function callHttp(call: Call, target: HttpTarget): void {
  if (target.requests || target.responses) {
    callMapped(call, target);
    return;
  }
  const method = methodFor(call, target);
  const head = headOf(call, target, method);
  const body = hasBody(call.head) ? call.request : undefined;
  call.shared.hop.send(target.origin, new HttpExchange(call, method, head, body));
}

function headOf(call: Call, target: HttpTarget, method: string): string {
  const { decision, request } = call;
  const query = decision.path?.query ?? "";
  const path = targetFor(target, decision.values, decision.routePath, query);
  decision.calledPath = path;
  let text = `${method} ${path} HTTP/1.1\r\nhost: ${target.host}\r\n`;
  eachPassedHeader(request.rawHeaders, (name, value) => {
    text += `${name}: ${value}\r\n`;
  });
  return text + restOfHead(call, method);
}

import {
  type IncomingMessage,
  type RequestOptions,
  request as requestHttp,
  type ServerResponse,
} from "node:http";
import { pipeline } from "node:stream";
import { authorizationFor } from "./former-proxy.ts";
import { at, atProxy, type NextHop, requestOf } from "./outbound.ts";

/** What a request to a proxy asks for: `http://host:port/path`. */
export interface AbsoluteForm {
  /** The host and port as they are spelled. */
  readonly authority: string;
  /** With its query. */
  readonly path: string;
}

/** Reads a request's target; undefined when it is for no other host, or not in plain HTTP. */
export function absoluteForm(target: string): AbsoluteForm | undefined {
  const [, authority, rest] = /^http:\/\/([^/?#]+)([^#]*)$/i.exec(target) ?? [];
  if (authority === undefined || rest === undefined) return undefined;
  return { authority, path: rest.startsWith("/") ? rest : `/${rest}` };
}

/** Sends a request on, and the answer back. `fail` is called when nothing has been answered. */
export function forward(
  [incoming, outgoing]: [IncomingMessage, ServerResponse],
  { authority, path }: AbsoluteForm,
  hop: NextHop,
  fail: (error: Error) => void,
): void {
  const request = send(hop, {
    method: incoming.method,
    authority,
    path,
    headers: passedOn(incoming),
  });
  request.once("error", (error) => {
    if (outgoing.headersSent) outgoing.destroy(error);
    else fail(error);
  });
  request.once("response", (answer) => {
    const { statusCode = 502, statusMessage } = answer;
    outgoing.writeHead(statusCode, statusMessage, passedOn(answer));
    pipeline(answer, outgoing, () => {});
  });
  outgoing.once("close", () => request.destroy());
  incoming.pipe(request);
}

interface Sent extends AbsoluteForm {
  readonly method: string | undefined;
  readonly headers: readonly string[];
}

function send(hop: NextHop, { method, authority, path, headers }: Sent) {
  const own = ["host", authority, "connection", "close"];
  if (!(hop instanceof URL)) {
    return requestHttp(asRequest(at(hop), { method, path, headers: [...own, ...headers] }));
  }
  const known = Object.entries(authorizationFor(hop)).flat();
  const whole = { method, path: `http://${authority}${path}` };
  return requestOf(hop)(
    asRequest(atProxy(hop), { ...whole, headers: [...own, ...known, ...headers] }),
  );
}

function asRequest(
  where: RequestOptions,
  {
    method = "GET",
    path,
    headers,
  }: { method?: string | undefined; path: string; headers: string[] },
): RequestOptions {
  return { ...where, method, path, headers };
}

/** Belong to one connection (RFC 9110, section 7.6.1), or are said anew. */
const hopHeaders = [
  ...["connection", "keep-alive", "proxy-connection", "proxy-authorization", "host"],
  ...["proxy-authenticate", "te", "upgrade"],
];

function passedOn({ rawHeaders, headers }: IncomingMessage): string[] {
  const named = (headers.connection ?? "").toLowerCase().split(/\s*,\s*/);
  // How long the body is has to stay, whatever a client says.
  const framing = ["content-length", "transfer-encoding"];
  const dropped = new Set([...named.filter((name) => !framing.includes(name)), ...hopHeaders]);
  const passed: string[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const [name = "", value = ""] = rawHeaders.slice(index, index + 2);
    if (!dropped.has(name.toLowerCase())) passed.push(name, value);
  }
  return passed;
}

import { type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { authorizationFor, ProxyError } from "./former-proxy.ts";

/** A host by its canonical name, and a port. */
export interface Address {
  readonly name: string;
  readonly port: number;
}

/** Where to send something: to a host, or to a proxy which sends it on. */
export type NextHop = Address | URL;

/** Resolves once the connection stands; a peer may close one half and still read. */
export function connectTo({ name, port }: Address, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: bare(name), port, allowHalfOpen: true, signal }, () => {
      socket.off("error", reject);
      resolve(socket);
    });
    socket.once("error", reject);
  });
}

/** Has another proxy connect. */
export function connectThrough(
  proxy: URL,
  { name, port }: Address,
  signal: AbortSignal,
): Promise<Duplex> {
  const path = `${name}:${port}`;
  const headers = { host: path, ...authorizationFor(proxy) };
  const options = { ...atProxy(proxy), method: "CONNECT", path, headers, signal };
  const request = requestOf(proxy)(options);
  return new Promise((resolve, reject) => {
    request.once("connect", ({ statusCode = 0, statusMessage }, socket, head) => {
      if (statusCode < 200 || statusCode > 299) {
        socket.destroy();
        return reject(new ProxyError(`${proxy.host} answers ${statusCode} ${statusMessage}`));
      }
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    // A proxy that takes CONNECT for any other method.
    request.once("response", (answer) => {
      answer.resume();
      reject(new ProxyError(`${proxy.host} answers ${answer.statusCode}`));
    });
    request.once("error", reject);
    request.end();
  });
}

/** How requests to a proxy are sent. */
export function requestOf(proxy: URL) {
  return proxy.protocol === "https:" ? requestHttps : requestHttp;
}

/** A connection of its own each, which ends with its request. */
export function atProxy(proxy: URL): RequestOptions {
  return { ...at({ name: proxy.hostname, port: portOf(proxy) }), setHost: false };
}

/** The same for a host. */
export function at({ name, port }: Address): RequestOptions {
  return { host: bare(name), port, agent: false, setHost: false };
}

/** The port that an address names, or that its protocol has. */
export function portOf({ port, protocol }: URL): number {
  if (port !== "") return Number(port);
  return protocol === "https:" ? 443 : 80;
}

/** IPv6 addresses stand in brackets in URLs only. */
function bare(name: string): string {
  return name.replace(/^\[|\]$/g, "");
}

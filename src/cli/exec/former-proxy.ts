import { noProxyEntries, passesBy } from "./no-proxy.ts";

/** The proxy that the user's own environment names, for hosts that are not AWS's. */
export interface FormerProxy {
  /** The proxy for a host, by the protocol that is spoken with it; undefined: none. */
  proxyFor(protocol: "http" | "https", name: string, port: number): URL | undefined;
}

/** The user's own proxy cannot be used. */
export class ProxyError extends Error {
  override readonly name = "ProxyError";
}

/** Reads the variables of proxies as curl and others do: the lower case spelling first. */
export function formerProxy(env: NodeJS.ProcessEnv): FormerProxy {
  const any = env.all_proxy || env.ALL_PROXY;
  const texts = {
    http: env.http_proxy || env.HTTP_PROXY || any,
    https: env.https_proxy || env.HTTPS_PROXY || any,
  };
  const entries = noProxyEntries(env);
  return {
    proxyFor(protocol, name, port) {
      const text = texts[protocol];
      return text && !passesBy(name, port, entries) ? parsed(text) : undefined;
    },
  };
}

/** The header by which a proxy knows its user, from the address of the proxy. */
export function authorizationFor({ username, password }: URL): Record<string, string> {
  if (username === "" && password === "") return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(pair).toString("base64")}` };
}

function parsed(text: string): URL {
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  if (url && ["http:", "https:"].includes(url.protocol)) return url;
  // Not the whole address: it may hold a password.
  const kind = url ? `a proxy that speaks ${url.protocol.slice(0, -1)}` : "no address";
  throw new ProxyError(`the environment names ${kind}; gatepool exec takes http and https`);
}

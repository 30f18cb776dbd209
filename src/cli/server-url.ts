import { Option } from "commander";
import { UsageError } from "./failure.ts";

/** Every command that talks to a server takes it. */
export function urlOption(): Option {
  return new Option(
    "--url <url>",
    `address of the server (else GATEPOOL_URL, else AWS_ENDPOINT_URL, else ${defaultUrl})`,
  );
}

/**
 * The address of the server that a command speaks to, without a slash at its end.
 * @param given the value of `--url`
 */
export function serverUrl(given: string | undefined, env = process.env): string {
  return namedServerUrl(given, env) ?? defaultUrl;
}

/** The same; undefined where nobody has named a server. */
export function namedServerUrl(given: string | undefined, env = process.env): string | undefined {
  const { GATEPOOL_URL, AWS_ENDPOINT_URL } = env;
  // An empty variable counts as none, as it does for the AWS command line.
  const text = given ?? (GATEPOOL_URL || AWS_ENDPOINT_URL || undefined);
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (!url || !["http:", "https:"].includes(url.protocol)) {
    throw new UsageError(`"${text}" is not an address such as ${defaultUrl}`);
  }
  return url.href.replace(/\/$/, "");
}

/** Where `gatepool dev` is when it is not told otherwise. */
export const defaultUrl = "http://127.0.0.1:4566";

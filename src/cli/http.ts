import { Failure } from "./failure.ts";

/**
 * `fetch`, but for a server that cannot be reached: then it says how to start one.
 * @param url starts with the server's address
 */
export async function reach(url: string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    const { origin } = new URL(url);
    throw new Failure(
      `No server answers at ${origin} (${causeOf(error)}).\n` +
        "Start one with `gatepool dev`, or name another one with --url.",
      { cause: error },
    );
  }
}

/** fetch says "fetch failed" and keeps what happened in the cause. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return String(cause);
  return "code" in cause && cause.message === "" ? String(cause.code) : cause.message;
}

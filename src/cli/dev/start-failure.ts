import type { Settings } from "../../config.ts";
import { Failure } from "../failure.ts";

/** Says in a person's words why the server did not start, and what to do about it. */
export function explainStart(error: unknown, { host, port }: Settings): never {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    throw new Failure(
      `Port ${port} on ${host} is in use, perhaps by another Gatepool.\n` +
        `Stop that program, or take another port: gatepool dev --port ${port + 1}` +
        " (0 takes a free one)",
      { cause: error },
    );
  }
  if (code === "EACCES" && port > 0 && port < 1024) {
    throw new Failure(
      `Port ${port} is for administrators only. Take one above 1023: gatepool dev --port 4566`,
      { cause: error },
    );
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    throw new Failure(`This machine has no address ${host}: gatepool dev --host 127.0.0.1`, {
      cause: error,
    });
  }
  throw error;
}

import type { Settings } from "../../config.ts";
import { AuthorityError } from "../../listeners/tls/authority.ts";
import { MasterKeyError } from "../../storage/keyring.ts";
import { StorageError } from "../../storage/storage-error.ts";
import { Failure } from "../failure.ts";

/** Says in a person's words why the server did not start, and what to do about it. */
export function explainStart(cause: unknown, settings: Settings): never {
  const text = explanationOf(cause, settings);
  if (text === undefined) throw cause;
  throw new Failure(text, { cause });
}

/** Errors whose message is written for the person who starts the server. */
const saysItself = [AuthorityError, MasterKeyError, StorageError];

function explanationOf(cause: unknown, { host, port, dataDir }: Settings): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  if (saysItself.some((kind) => cause instanceof kind)) return cause.message;
  if (!("code" in cause)) return undefined;
  if ("syscall" in cause && cause.syscall === "mkdir") {
    return `The data folder ${dataDir} cannot be made: ${cause.message}`;
  }
  switch (cause.code) {
    case "EADDRINUSE":
      return (
        `Port ${port} on ${host} is in use, perhaps by another Gatepool.\n` +
        `Stop that program, or take another port: gatepool dev --port ${port + 1}` +
        " (0 takes a free one)"
      );
    case "EACCES":
      return `This user may not listen on port ${port}. Take one above 1023, such as --port 4566`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `This machine has no address ${host}: gatepool dev --host 127.0.0.1`;
    default:
      return undefined;
  }
}

import { StorageError } from "../storage-error.ts";

/** SQLSTATE, or the system's code when the server was not reached; empty when there is none. */
function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Whether another transaction got in the way, so that the same batch may well succeed now. */
export function isPassing(error: unknown): boolean {
  return passing.has(codeOf(error));
}

/** Whether the connection went, rather than the statement. */
export function isConnectionLoss(error: unknown): boolean {
  const code = codeOf(error);
  const lost = error instanceof Error && /^Connection terminated|not queryable/.test(error.message);
  return lost || connectionCodes.has(code) || code.startsWith("08");
}

/** An error for people: what happened to which database, and what to do. */
export function storageError(error: unknown, url: string): StorageError {
  const message = error instanceof Error ? error.message || codeOf(error) : String(error);
  const unreached = isConnectionLoss(error) || message.startsWith("timeout exceeded");
  const advice = adviceByCode.get(codeOf(error)) ?? (unreached ? connectionAdvice : "");
  return new StorageError(`PostgreSQL at ${placeOf(url)}: ${message}.${advice}`, { cause: error });
}

/** Host and database of the URL, without user and password. */
function placeOf(url: string): string {
  const { host, pathname } = URL.parse(url) ?? { host: "", pathname: "" };
  return `${host || "the configured address"}${pathname}`;
}

/** Serialization failure, deadlock, and a row that two transactions made at once. */
const passing = new Set(["40001", "40P01", "23505"]);

const connectionCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
  "57P01",
  "57P02",
  "57P03",
]);

const connectionAdvice = " Check that the server runs and can be reached from here.";

/** By SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html */
const adviceByCode = new Map([
  ["25006", " The database is read-only: connect to the primary server."],
  ["28000", " Check user and password in the database URL, and the server's pg_hba.conf."],
  ["28P01", " Check user and password in the database URL."],
  ["3D000", " Create that database, or correct its name in the database URL."],
  ["42501", " Give the user the right to create in this database: GRANT CREATE ON DATABASE."],
  ["53100", " Free some space on the server's disk. Nothing that was confirmed is lost."],
  ["53300", " Raise max_connections on the server, or run fewer nodes."],
  ["57014", " It took longer than 30 seconds: see what the server is busy with."],
]);

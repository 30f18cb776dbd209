import { StorageError } from "../storage-error.ts";

/** What went wrong in SQLite, as the thread that met it tells the other. */
export interface Problem {
  /** SQLite's primary result code; 0 when the error is not SQLite's. */
  readonly code: number;
  readonly message: string;
}

export function problemOf(error: unknown): Problem {
  if (!(error instanceof Error)) return { code: 0, message: String(error) };
  const code = "errcode" in error ? Number(error.errcode) & 0xff : 0;
  return { code, message: error.message };
}

/** An error for people: what happened to which file, and what to do. */
export function storageError(problem: Problem, file: string, cause?: unknown): StorageError {
  const advice = adviceByCode.get(problem.code) ?? "";
  return new StorageError(`Database ${file}: ${problem.message}.${advice}`, { cause });
}

/** By SQLite's primary result codes, https://www.sqlite.org/rescode.html */
const adviceByCode = new Map([
  [3, " Give this user the right to read and write it."],
  [5, " Another program holds it locked: end that program (a database browser, a backup)."],
  [8, " It cannot be written: check the rights of the file and its folder, and the mount."],
  [10, " The disk failed to read or write: check the disk and the system's log."],
  [11, " The file is damaged: restore a backup, or move it away to begin anew."],
  [13, " The disk is full: free some space. Nothing that was confirmed is lost."],
  [14, " Check that its folder exists and that this user may write there."],
  [26, " This is no database of Gatepool: choose another data folder, or move the file away."],
]);

/** The database cannot do what it was asked to. The message says why, and what to do. */
export class StorageError extends Error {
  override readonly name = "StorageError";
}

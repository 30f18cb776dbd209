/** AWS looks for a part of a body in its first 100 KB only. */
const searchedBytesMax = 100 * 1024;

/** A body that mapped values are taken from. It is parsed once, when a part is first asked for. */
export class BodyValues {
  readonly #bytes: Buffer;
  #parsed: { readonly value: unknown } | undefined;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /**
   * Text and numbers as they are, objects and lists as JSON. Undefined where nothing is found, as
   * in a body that is no JSON.
   *
   * @param path names and places from the outside in; empty for the whole body as it came
   */
  at(path: readonly (string | number)[]): string | undefined {
    if (path.length === 0) return this.#bytes.toString("utf8");
    this.#parsed ??= { value: parse(this.#bytes.toString("utf8", 0, searchedBytesMax)) };
    let value: unknown = this.#parsed.value;
    for (const step of path) value = memberOf(value, step);
    if (value === undefined || value === null) return undefined;
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  }
}

/** Own members only: a body has no `constructor`. */
function memberOf(value: unknown, step: string | number): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value) !== (typeof step === "number")) return undefined;
  return Object.getOwnPropertyDescriptor(value, step)?.value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The end of a token is the end of its signature: these are 72 bits of it. */
const markLength = 12;

/**
 * Remembers what was found out about texts, and forgets what was not asked for lately. Bounded in
 * entries and in characters. Two generations: when the young one is full it becomes the old one,
 * and what the old one held is forgotten unless it was asked for meanwhile. A text is worth its
 * memory only when it comes for the second time: tokens that are used once leave no more than a
 * mark.
 */
export class TokenCache<Value> {
  readonly #entriesMax: number;
  readonly #charactersMax: number;
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();
  #characters = 0;
  /** Ends of the texts that came once. */
  readonly #marks = new Set<string>();

  /** The limits are those of one generation. */
  constructor(entriesMax: number, charactersMax: number) {
    this.#entriesMax = entriesMax;
    this.#charactersMax = charactersMax;
  }

  get(text: string): Value | undefined {
    const young = this.#young.get(text);
    if (young !== undefined) return young;
    const old = this.#old.get(text);
    if (old !== undefined) this.#keep(text, old);
    return old;
  }

  /** Remembers a value, if its text was offered before. */
  offer(text: string, value: Value): void {
    const mark = text.slice(-markLength);
    if (this.#marks.delete(mark)) {
      this.#keep(text, value);
    } else {
      if (this.#marks.size >= this.#entriesMax) this.#marks.clear();
      this.#marks.add(mark);
    }
  }

  #keep(text: string, value: Value): void {
    const full =
      this.#young.size >= this.#entriesMax || this.#characters + text.length > this.#charactersMax;
    if (full) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#characters = 0;
    }
    this.#young.set(text, value);
    this.#characters += text.length;
  }
}

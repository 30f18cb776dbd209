/** The end of a token is the end of its signature: these are 72 bits of it. */
const markLength = 12;

interface Entry<Value> {
  readonly text: string;
  readonly value: Value;
}

/**
 * Remembers what was found out about texts, and forgets what was not asked for lately. Bounded in
 * entries and in characters. Two generations: when the young one is full it becomes the old one,
 * and what the old one held is forgotten unless it was asked for meanwhile. A text is worth its
 * memory only when it comes for the second time: tokens that are used once leave no more than a
 * mark.
 *
 * Entries are found by the text's end, and compared whole: a map whose keys are whole tokens would
 * hash a thousand characters each time, and V8 keeps a copy of every key that is looked up.
 */
export class TokenCache<Value> {
  readonly #entriesMax: number;
  readonly #charactersMax: number;
  #young = new Map<string, Entry<Value>>();
  #old = new Map<string, Entry<Value>>();
  #characters = 0;
  /** Ends of the texts that came once. */
  readonly #marks = new Set<string>();

  /** The limits are those of one generation. */
  constructor(entriesMax: number, charactersMax: number) {
    this.#entriesMax = entriesMax;
    this.#charactersMax = charactersMax;
  }

  get(text: string): Value | undefined {
    const mark = text.slice(-markLength);
    const young = this.#young.get(mark);
    if (young?.text === text) return young.value;
    const old = this.#old.get(mark);
    if (old?.text !== text) return undefined;
    this.#keep(mark, old);
    return old.value;
  }

  /** Remembers a value, if its text was offered before. */
  offer(text: string, value: Value): void {
    const mark = text.slice(-markLength);
    if (this.#marks.delete(mark)) {
      this.#keep(mark, { text, value });
    } else {
      if (this.#marks.size >= this.#entriesMax) this.#marks.clear();
      this.#marks.add(mark);
    }
  }

  #keep(mark: string, entry: Entry<Value>): void {
    const { length } = entry.text;
    const full =
      this.#young.size >= this.#entriesMax || this.#characters + length > this.#charactersMax;
    if (full) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#characters = 0;
    }
    this.#young.set(mark, entry);
    this.#characters += length;
  }
}

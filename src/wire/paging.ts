/** Seals text for one context; storage's keyring is one. */
export interface Sealer {
  seal(plain: string, context: string): string;
  open(sealed: string, context: string): Buffer;
}

/** Turns positions in a list into tokens that a client can neither read, forge nor move. */
export interface PageTokens {
  /**
   * @param position where the next page starts, such as `Page.next` of storage
   * @param context what is listed, whose and by which operation: the token fits nothing else
   */
  seal(position: string, context: string): string;
  /** @returns the position; undefined when the token was not sealed here, or not for this. */
  open(token: string, context: string): string | undefined;
}

/** Longer than any token made here; keeps hostile ones from the cipher. */
const tokenLengthMax = 8192;

/** Page tokens under a key of the keyring. */
export function createPageTokens(sealer: Sealer): PageTokens {
  return {
    seal: (position, context) => sealer.seal(position, `page-token/${context}`),
    open(token, context) {
      if (token.length > tokenLengthMax) return undefined;
      try {
        return sealer.open(token, `page-token/${context}`).toString();
      } catch {
        return undefined;
      }
    },
  };
}

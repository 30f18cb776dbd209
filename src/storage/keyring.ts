/** Seals secrets at rest: AES-256-GCM under a data key, which a master key seals in turn. */
export interface Keyring {
  /**
   * @param context what the secret belongs to, such as `user-pools/users/POOL/SUB/verifier`;
   *   it opens in this place only, so that no sealed value can be moved to another record.
   */
  seal(plain: Uint8Array | string, context: string): string;
  /** @throws SealBroken when the value was altered, moved, or sealed under an unknown key. */
  open(sealed: string, context: string): Buffer;
}

import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import type { Random } from "../foundation/random.ts";

/** A key that signs tokens, ready for use. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  /** The header of all its tokens, encoded. */
  readonly header: string;
}

/** A key as it is kept: the public part in the open, the private part for the keyring to seal. */
export interface NewSigningKey {
  readonly publicKey: PublicSigningKey;
  /** PKCS #8, DER. */
  readonly privateKey: Buffer;
}

/** RFC 7517, the members that a key set shows; base64url without padding. */
export interface PublicSigningKey {
  readonly kid: string;
  readonly n: string;
  readonly e: string;
}

const generate = promisify(generateKeyPair);

/** Makes an RS256 key of 2048 bits, off the event loop. Its `kid` is the base64 of 32 bytes. */
export async function newSigningKey(random: Random): Promise<NewSigningKey> {
  const pair = await generate("rsa", { modulusLength: 2048, publicExponent: 0x10001 });
  const { n, e } = pair.publicKey.export({ format: "jwk" });
  if (n === undefined || e === undefined) throw new Error("an RSA key has no modulus");
  return {
    publicKey: { kid: random.bytes(32).toString("base64"), n, e },
    privateKey: pair.privateKey.export({ type: "pkcs8", format: "der" }),
  };
}

/** Readies a kept key for signing. Parsing it costs as much as signing three times: keep it. */
export function openSigningKey(kid: string, pkcs8: Buffer): SigningKey {
  return {
    kid,
    privateKey: createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" }),
    header: Buffer.from(JSON.stringify({ kid, alg: "RS256" })).toString("base64url"),
  };
}

/** A key as key sets publish it: members in alphabetical order, as Cognito sends them. */
export function toJsonWebKey({ kid, n, e }: PublicSigningKey): Record<string, string> {
  return { alg: "RS256", e, kid, kty: "RSA", n, use: "sig" };
}

/** Readies the public part for checking signatures. */
export function openPublicKey({ n, e }: PublicSigningKey): KeyObject {
  return createPublicKey({ key: { kty: "RSA", n, e }, format: "jwk" });
}

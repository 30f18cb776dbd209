import { createHash, createPrivateKey, createPublicKey, getDiffieHellman } from "node:crypto";

/** Whose password it is; both parts go into the verifier. */
export interface SrpIdentity {
  readonly userPoolId: string;
  /** USER_ID_FOR_SRP: the stored username. */
  readonly userIdForSrp: string;
}

/** The 3072-bit safe prime of RFC 3526, which is Cognito's SRP group; its generator is 2. */
const primeN = getDiffieHellman("modp15").getPrime();

/**
 * The SRP verifier v = g^x mod N of a password, 384 bytes.
 * x = SHA256(PAD(salt) ‖ SHA256(pool name ‖ user id ‖ ":" ‖ password)), where the pool name is the
 * part of the pool's id after the underscore.
 * @param salt 16 bytes
 */
export function verifierOf(identity: SrpIdentity, password: string, salt: Buffer): Buffer {
  const { userPoolId, userIdForSrp } = identity;
  const poolName = userPoolId.slice(userPoolId.lastIndexOf("_") + 1);
  const inner = sha256(Buffer.from(`${poolName}${userIdForSrp}:${password}`, "utf8"));
  return generatorToThe(sha256(pad(salt), inner));
}

/**
 * g^x mod N by OpenSSL, in constant time: a private Diffie-Hellman key is read, which makes its
 * public key, and that is the power. Six times as fast as BigInt; `createDiffieHellman` is as
 * fast, but checks the prime for a second when it is made.
 */
function generatorToThe(exponent: Buffer): Buffer {
  const key = sequence(version, group, element(0x04, integer(exponent)));
  const privateKey = createPrivateKey({ key, format: "der", type: "pkcs8" });
  const spki = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return publicValueOf(spki);
}

/** The public value is the last thing in the encoding: an INTEGER in a BIT STRING. */
function publicValueOf(spki: Buffer): Buffer {
  const outer = contentOf(spki, 0);
  const bitString = contentOf(spki, contentOf(spki, outer.start).end);
  const { start, end } = contentOf(spki, bitString.start + 1);
  const value = Buffer.alloc(primeN.length);
  const digits = spki.subarray(spki[start] === 0 ? start + 1 : start, end);
  digits.copy(value, value.length - digits.length);
  return value;
}

/** Where the content of the DER element at `at` begins and ends. */
function contentOf(der: Buffer, at: number): { start: number; end: number } {
  const length = der.readUInt8(at + 1);
  if (length < 0x80) return { start: at + 2, end: at + 2 + length };
  const size = length & 0x7f;
  const start = at + 2 + size;
  return { start, end: start + der.readUIntBE(at + 2, size) };
}

/** Shortest big-endian form of a positive number, with a zero byte where the top bit is set. */
function pad(bytes: Buffer): Buffer {
  let first = 0;
  while (first < bytes.length - 1 && bytes[first] === 0) first++;
  const shortest = bytes.subarray(first);
  return (shortest[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.of(0), shortest]) : shortest;
}

function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function element(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return element(0x30, ...parts);
}

function integer(value: Buffer): Buffer {
  return element(0x02, pad(value));
}

/** PKCS #8 of version 0, for dhKeyAgreement (PKCS #3) over N and g. */
const version = integer(Buffer.of(0));
const dhKeyAgreement = Buffer.from("06092a864886f70d010301", "hex");
const group = sequence(dhKeyAgreement, sequence(integer(primeN), integer(Buffer.of(2))));

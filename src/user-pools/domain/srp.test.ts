import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { verifierOf } from "./srp.ts";

const identity = {
  userPoolId: "us-east-1_AbCdEf123",
  userIdForSrp: "11111111-2222-7033-8044-555555555555",
};
const salt = Buffer.from("8123456789abcdef0011223344556677", "hex");

describe("an SRP verifier", () => {
  it("agrees with the published vector", () => {
    const verifier = verifierOf(identity, "Passw0rd!", salt).toString("hex");
    expect(verifier.slice(0, 32)).toBe("f78619fd301bd381279c24d85058bdb3");
    expect(createHash("sha256").update(verifier).digest("hex")).toBe(
      "7350166cb644804bc5e967f29091d0194bccd8c1ea604013da1704bcc919a078",
    );
  });

  it("agrees with plain arithmetic, whatever the salt begins with", () => {
    for (const start of ["00", "007f", "7f", "80", "ff", "0000"]) {
      const padded = Buffer.from(start.padEnd(32, "5"), "hex");
      const inner = sha256(Buffer.from("AbCdEf123ada:ä"));
      const x = BigInt(`0x${sha256(signed(padded), inner).toString("hex")}`);
      const expected = power(2n, x).toString(16).padStart(768, "0");
      const actual = verifierOf({ ...identity, userIdForSrp: "ada" }, "ä", padded);
      expect(actual.toString("hex")).toBe(expected);
    }
  });

  it("differs by pool, user, password and salt", () => {
    const made = [
      verifierOf(identity, "Passw0rd!", salt),
      verifierOf({ ...identity, userPoolId: "us-east-1_other" }, "Passw0rd!", salt),
      verifierOf({ ...identity, userIdForSrp: "ada" }, "Passw0rd!", salt),
      verifierOf(identity, "Passw0rd?", salt),
      verifierOf(identity, "Passw0rd!", Buffer.alloc(16, 7)),
    ];
    expect(new Set(made.map((verifier) => verifier.toString("hex"))).size).toBe(5);
  });
});

const primeN = BigInt(`0x${primeHex()}`);

function primeHex(): string {
  return [
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD",
    "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED",
    "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F",
    "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B",
    "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510",
    "15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7",
    "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C",
    "BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
  ].join("");
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % primeN;
    square = (square * square) % primeN;
  }
  return result;
}

/** The bytes of a positive number in two's complement. */
function signed(bytes: Buffer): Buffer {
  const hex = BigInt(`0x${bytes.toString("hex")}`).toString(16);
  const even = hex.length % 2 ? `0${hex}` : hex;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, "hex");
}

function sha256(...parts: Buffer[]): Buffer {
  return createHash("sha256").update(Buffer.concat(parts)).digest();
}

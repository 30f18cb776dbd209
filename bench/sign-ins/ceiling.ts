// What one core could do at most: run by measure.ts as a process of its own, on the server's core.
//   node ceiling.ts SECONDS
// Prints how often a second the cryptography of a sign-in can be done, and nothing else with it:
// two RS256 signatures (ID and access token) and one modular power (the password's verifier).
import {
  createDiffieHellman,
  generateKeyPairSync,
  getDiffieHellman,
  randomBytes,
  sign,
} from "node:crypto";

const seconds = Number(process.argv[2]);
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const token = randomBytes(900);
const prime = getDiffieHellman("modp15").getPrime();
const group = createDiffieHellman(prime, Buffer.from([2]));
const base = randomBytes(384);
base[0] = 0;

let done = 0;
const until = performance.now() + seconds * 1000;
while (performance.now() < until) {
  group.setPrivateKey(randomBytes(32));
  group.computeSecret(base);
  sign("sha256", token, privateKey);
  sign("sha256", token, privateKey);
  done++;
}
process.stdout.write(`${done / seconds}\n`);

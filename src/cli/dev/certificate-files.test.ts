import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { selfSigned } from "../../../test/fixtures/certificate.ts";
import { temporaryFolder } from "../../../test/fixtures/storage.ts";
import { readCertificateFiles } from "./certificate-files.ts";

let folder: string;
let certificate: string;
let key: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  certificate = join(folder, "server.pem");
  key = join(folder, "server.key");
  await writePair(certificate, key);
});

afterEach(() => rm(folder, { recursive: true }));

async function writePair(certificateFile: string, keyFile: string): Promise<void> {
  const made = selfSigned("127.0.0.1");
  await writeFile(certificateFile, made.certificate);
  await writeFile(keyFile, made.privateKey.export({ type: "pkcs8", format: "pem" }));
}

const read =
  (certs: readonly string[], keys: readonly string[], now = Date.now()) =>
  () =>
    readCertificateFiles(certs, keys, now);

test("a certificate is read with its key", () => {
  const [pair] = read([certificate], [key])();
  expect(pair?.cert).toMatch(/^-----BEGIN CERTIFICATE-----/);
  expect(pair?.key).toMatch(/^-----BEGIN PRIVATE KEY-----/);
});

test("a certificate without a key, and another one's key, are refused", async () => {
  expect(read([certificate], [])).toThrow("Give a --tls-key for every --tls-cert");
  const otherKey = join(folder, "other.key");
  await writePair(join(folder, "other.pem"), otherKey);
  expect(read([certificate], [otherKey])).toThrow(`The key in ${otherKey} is not the one`);
});

test("a certificate that has expired is refused", () => {
  const inTwoHours = Date.now() + 2 * 3_600_000;
  expect(read([certificate], [key], inTwoHours)).toThrow(`in ${certificate} expired on`);
});

test("a file that is not there, or holds something else, is named", () => {
  expect(read(["/nowhere.pem"], [key])).toThrow("/nowhere.pem cannot be read");
  expect(read([key], [key])).toThrow(`${key} holds no certificate in PEM`);
  expect(read([certificate], [certificate])).toThrow(`${certificate} holds no private key in PEM`);
});

import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import type { KeyAndCertificate } from "../../config.ts";
import { Failure, UsageError } from "../failure.ts";

/**
 * Reads certificates and their keys, in PEM: the first certificate with the first key, and so on.
 *
 * @param now milliseconds since the epoch
 * @throws UsageError when their numbers differ; Failure naming the file that cannot be used
 */
export function readCertificateFiles(
  certificates: readonly string[],
  keys: readonly string[],
  now: number,
): KeyAndCertificate[] {
  if (certificates.length !== keys.length) {
    throw new UsageError("Give a --tls-key for every --tls-cert, in the same order.");
  }
  return certificates.map((file, index) => readPair(file, keys[index] ?? "", now));
}

function readPair(certificateFile: string, keyFile: string, now: number): KeyAndCertificate {
  const cert = readText(certificateFile);
  const key = readText(keyFile);
  const certificate = parsed(certificateFile, "certificate", () => new X509Certificate(cert));
  const privateKey = parsed(keyFile, "private key", () => createPrivateKey(key));
  checkPair({ certificate, privateKey }, { certificateFile, keyFile }, now);
  return { cert, key };
}

function checkPair(
  { certificate, privateKey }: { certificate: X509Certificate; privateKey: KeyObject },
  { certificateFile, keyFile }: { certificateFile: string; keyFile: string },
  now: number,
): void {
  if (!certificate.checkPrivateKey(privateKey)) {
    throw new Failure(
      `The key in ${keyFile} is not the one of the certificate in ${certificateFile}.`,
    );
  }
  if (certificate.validToDate.getTime() <= now) {
    throw new Failure(`The certificate in ${certificateFile} expired on ${certificate.validTo}.`);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Failure(`${file} cannot be read: ${reasonOf(cause)}`, { cause });
  }
}

function parsed<T>(file: string, what: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    throw new Failure(`${file} holds no ${what} in PEM: ${reasonOf(cause)}`, { cause });
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

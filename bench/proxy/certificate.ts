import { spawnSync } from "node:child_process";
import { join } from "node:path";

/**
 * Makes `server.pem` for the peers, with key and certificate in one: ECDSA on P-256 and for
 * `localhost`, as Gatepool's authority makes them.
 */
export function makeCertificate(folder: string): void {
  const file = join(folder, "server.pem");
  const { status, stderr } = spawnSync("openssl", [
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"],
    ...["-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
    ...["-keyout", file, "-out", file],
  ]);
  if (status !== 0) throw new Error(`openssl made no certificate: ${stderr}`);
}

import "reflect-metadata";
import { webcrypto } from "node:crypto";
import { isIP } from "node:net";
import { AsnConvert } from "@peculiar/asn1-schema";
import { GeneralName, GeneralSubtree, GeneralSubtrees, NameConstraints } from "@peculiar/asn1-x509";
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from "@peculiar/x509";
import type { KeyAndCertificate } from "../../config.ts";
import type { Clock } from "../../foundation/clock.ts";
import type { Random } from "../../foundation/random.ts";

interface Surroundings {
  readonly clock: Clock;
  readonly random: Random;
}

cryptoProvider.set(webcrypto);

/** P-256: small, fast to make, and accepted by every client. */
const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

const dayMs = 24 * 60 * 60 * 1000;
const authorityDays = 3650;
/** Apple's systems take none that is valid for longer than 825 days. */
const certificateDays = 397;

/** OID of name constraints (RFC 5280, section 4.2.1.10). */
const nameConstraintsId = "2.5.29.30";

/** Makes an authority that may vouch for names below `domains`, and loopback addresses, alone. */
export async function makeAuthority({
  domains,
  clock,
  random,
}: Surroundings & { readonly domains: readonly string[] }): Promise<KeyAndCertificate> {
  const keys = await newKeys();
  const serialNumber = serial(random);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber,
    name: `CN=Gatepool local authority ${serialNumber.slice(0, 8)}, O=Gatepool`,
    ...validity(clock, authorityDays),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      new Extension(nameConstraintsId, true, constraintsOf(domains)),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return inPem(keys, certificate);
}

/** Makes the certificate of a server under host names and addresses. */
export async function issueCertificate(
  authority: KeyAndCertificate,
  { names, clock, random }: Surroundings & { readonly names: readonly string[] },
): Promise<KeyAndCertificate> {
  const issuer = new X509Certificate(authority.cert);
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serial(random),
    subject: "O=Gatepool",
    issuer: issuer.subject,
    ...validity(clock, certificateDays),
    signingKey: await privateKey(authority.key),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isIP(value) ? "ip" : "dns", value })),
      ),
      await AuthorityKeyIdentifierExtension.create(await issuer.publicKey.export()),
    ],
  });
  return inPem(keys, certificate);
}

function constraintsOf(domains: readonly string[]): ArrayBuffer {
  const names = [
    ...domains.map((dNSName) => new GeneralName({ dNSName })),
    ...["127.0.0.0/8", "::1/128"].map((iPAddress) => new GeneralName({ iPAddress })),
  ];
  const permitted = names.map((base) => new GeneralSubtree({ base }));
  return AsnConvert.serialize(
    new NameConstraints({ permittedSubtrees: new GeneralSubtrees(permitted) }),
  );
}

function newKeys() {
  return webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
}

/** From a day ago: the clocks of containers and phones differ. */
function validity(clock: Clock, days: number) {
  const now = clock.now();
  return { notBefore: new Date(now - dayMs), notAfter: new Date(now + days * dayMs) };
}

/** Sixteen random bytes, as a positive number (RFC 5280, section 4.1.2.2). */
function serial(random: Random): string {
  const bytes = random.bytes(16);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x7f) | 0x40, 0);
  return bytes.toString("hex");
}

function privateKey(pem: string) {
  const [der = new ArrayBuffer(0)] = PemConverter.decode(pem);
  return webcrypto.subtle.importKey("pkcs8", der, algorithm, false, ["sign"]);
}

async function inPem(
  keys: webcrypto.CryptoKeyPair,
  certificate: X509Certificate,
): Promise<KeyAndCertificate> {
  const der = await webcrypto.subtle.exportKey("pkcs8", keys.privateKey);
  const key = PemConverter.encode(der, "PRIVATE KEY");
  return { key: `${key}\n`, cert: `${certificate.toString("pem")}\n` };
}

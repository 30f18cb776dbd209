import "reflect-metadata";
import { AsnConvert } from "@peculiar/asn1-schema";
import { type GeneralName, id_ce_nameConstraints, NameConstraints } from "@peculiar/asn1-x509";
import { X509Certificate } from "@peculiar/x509";

/** What a certificate may vouch for. */
export interface Constraints {
  /** With all names below them. */
  readonly domains: readonly string[];
  /** Such as `127.0.0.0/8`. */
  readonly addresses: readonly string[];
}

/**
 * Reads the name constraints of a certificate (RFC 5280, section 4.2.1.10). A kind of names of
 * which nothing is said is not limited at all, so both kinds have to be there.
 *
 * @returns undefined when it may vouch for any host name or for any address
 */
export function constraintsOf(pem: string): Constraints | undefined {
  const extension = new X509Certificate(pem).getExtension(id_ce_nameConstraints);
  // Clients that do not know one that is not critical pass over it.
  if (!extension?.critical) return undefined;
  const { permittedSubtrees } = AsnConvert.parse(extension.value, NameConstraints);
  const bases = Array.from(permittedSubtrees ?? [], ({ base }) => base);
  const domains = bases.flatMap(({ dNSName }) => (dNSName === undefined ? [] : [dNSName]));
  const addresses = bases.flatMap(addressOf);
  return domains.length > 0 && addresses.length > 0 ? { domains, addresses } : undefined;
}

function addressOf({ iPAddress }: GeneralName): string[] {
  return iPAddress === undefined ? [] : [iPAddress];
}

import { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import { createSecureContext, type SecureContext } from "node:tls";
import type { KeyAndCertificate } from "../../config.ts";
import type { Clock } from "../../foundation/clock.ts";
import type { Authority } from "./authority.ts";

/** What a server shows to clients. */
export interface Certificates {
  /** By the name that a client asks for (RFC 6066, section 3); undefined when there is none. */
  forName(name: string): Promise<SecureContext | undefined>;
  /** For clients that ask for no name, as they do when they connect to an address. */
  forNoName(): Promise<KeyAndCertificate>;
}

export interface CertificateParts {
  /** The owner's own, which come first. */
  readonly own: readonly KeyAndCertificate[];
  readonly authority: Authority;
  readonly clock: Clock;
}

/** Names whose certificates are kept; when there are more, the oldest goes. */
const keptMax = 1000;
const renewAfterMs = 30 * 24 * 60 * 60 * 1000;

interface Issued {
  readonly context: Promise<SecureContext>;
  readonly renewAt: number;
}

/** The owner's certificates where they hold the name, and the local authority's for the rest. */
export function createCertificates({ own, authority, clock }: CertificateParts): Certificates {
  const owned = own.map((each) => ({
    certificate: new X509Certificate(each.cert),
    context: createSecureContext(each),
  }));
  const issued = new Map<string, Issued>();

  function issue(name: string): Promise<SecureContext> {
    const now = clock.now();
    const kept = issued.get(name);
    if (kept && now < kept.renewAt) return kept.context;
    const context = authority.issue([name]).then(createSecureContext);
    context.catch(() => issued.delete(name));
    dropOldest(issued);
    issued.set(name, { context, renewAt: now + renewAfterMs });
    return context;
  }

  return {
    async forName(name) {
      const holder = owned.find(({ certificate }) => holds(certificate, name));
      if (holder) return holder.context;
      return authority.covers(name) ? issue(name) : owned[0]?.context;
    },
    forNoName: async () => own[0] ?? authority.issue(["127.0.0.1", "::1"]),
  };
}

function dropOldest(issued: Map<string, Issued>): void {
  const [oldest] = issued.keys();
  if (issued.size >= keptMax && oldest !== undefined) issued.delete(oldest);
}

function holds(certificate: X509Certificate, name: string): boolean {
  const match = isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name);
  return match !== undefined;
}

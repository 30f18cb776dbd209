import { X509Certificate } from "node:crypto";
import { domainsOf, isLoopback } from "../../listeners/host.ts";
import { Failure } from "../failure.ts";
import { reach } from "../http.ts";

/** The certificate of a server's authority, checked. */
export interface Authority {
  /** In PEM. */
  readonly certificate: string;
  /** What browsers call it. */
  readonly name: string;
  /** What Gatepool calls it where it is kept: the first digits of its fingerprint. */
  readonly alias: string;
  /** Fingerprints, as browsers show them: `AB:CD:...`. */
  readonly sha1: string;
  readonly sha256: string;
  /** What it may vouch for, with all names below these. */
  readonly domains: readonly string[];
  readonly validTo: Date;
}

export interface Expected {
  /** Domains that it may vouch for besides AWS's and localhost. */
  readonly domains: readonly string[];
  /** SHA-256, with or without colons. */
  readonly fingerprint?: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Asks a server for the certificate of its authority.
 * @throws Failure when it is none that should be trusted
 */
export async function fetchAuthority(url: string, expected: Expected): Promise<Authority> {
  const { protocol, hostname } = new URL(url);
  if (protocol === "http:" && !isLoopback(hostname) && expected.fingerprint === undefined) {
    throw new Failure(
      `On the way from ${url} somebody could put an authority of theirs in the place of the ` +
        "server's. Run `gatepool trust` on the server's machine, and say here which SHA-256 it " +
        "shows: --fingerprint.",
    );
  }
  const address = `${url}/_gatepool/authority`;
  const response = await reach(address, { redirect: "error" });
  const text = await response.text();
  if (!response.ok) throw new Failure(`${address} answers ${response.status}, no certificate.`);
  return checkAuthority(text, expected);
}

/**
 * Whoever trusts an authority believes all that it vouches for, so only one that is Gatepool's and
 * bound to names of development passes.
 *
 * @throws Failure saying what is wrong
 */
export async function checkAuthority(pem: string, expected: Expected): Promise<Authority> {
  const certificate = parsed(pem);
  const name = /^CN=(Gatepool local authority [0-9a-f]{8})\nO=Gatepool$/.exec(certificate.subject);
  const isOwn = certificate.ca && certificate.verify(certificate.publicKey);
  if (!name?.[1] || !isOwn) throw refusal("it is not the one of a Gatepool authority");
  const { fingerprint256: sha256, fingerprint: sha1, validToDate: validTo } = certificate;
  if (expected.fingerprint !== undefined && !isSame(expected.fingerprint, sha256)) {
    throw refusal(`its SHA-256 is ${sha256}`);
  }
  if (validTo.getTime() <= expected.now) throw refusal(`it expired on ${certificate.validTo}`);
  const text = certificate.toString();
  const domains = await checkDomains(text, expected.domains);
  const alias = `gatepool-${sha256.replaceAll(":", "").slice(0, 16).toLowerCase()}`;
  return { certificate: text, name: name[1], alias, sha1, sha256, domains, validTo };
}

/** What every Gatepool's authority may vouch for. */
const usual = domainsOf({ baseDomain: "localhost", allowedHosts: [] });
const loopback = ["127.0.0.0/8", "::1/128"];

async function checkDomains(pem: string, further: readonly string[]): Promise<readonly string[]> {
  const { constraintsOf } = await import("./constraints.ts");
  const constraints = constraintsOf(pem);
  if (!constraints) throw refusal("no name constraints bind it, so it could vouch for any site");
  const address = constraints.addresses.find((each) => !loopback.includes(each));
  if (address !== undefined) throw refusal("it may vouch for addresses other than loopback");
  const { domains } = constraints;
  const odd = domains.find((domain) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(domain));
  if (odd !== undefined) throw refusal(`it may vouch for ${JSON.stringify(odd)}, which is no name`);
  const known = [...usual, ...further];
  const unknown = domains.filter((domain) => !known.includes(domain));
  if (unknown.length === 0) return domains;
  const options = unknown.map((domain) => `--domain ${domain}`).join(" ");
  throw refusal(
    `it may vouch for ${unknown.join(", ")} too. If these are your own (--base-domain, ` +
      `--allowed-host), say so: ${options}`,
  );
}

/** Of a text with several certificates, or anything else in it, only the first would be judged. */
function parsed(pem: string): X509Certificate {
  const one = /^-----BEGIN CERTIFICATE-----\n[A-Za-z0-9+/=\n]+-----END CERTIFICATE-----\n?$/;
  try {
    if (one.test(pem.replaceAll("\r", ""))) return new X509Certificate(pem);
  } catch (cause) {
    throw new Failure("What the server sent cannot be read as a certificate.", { cause });
  }
  throw new Failure("What the server sent is not one certificate in PEM: is it a Gatepool server?");
}

function isSame(given: string, sha256: string): boolean {
  const digits = (text: string) => text.replaceAll(":", "").toLowerCase();
  return digits(given) === digits(sha256);
}

function refusal(why: string): Failure {
  return new Failure(`The server's certificate is refused: ${why}.`);
}

import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { isIP } from "node:net";
import { join } from "node:path";
import type { KeyAndCertificate } from "../../config.ts";
import type { Clock } from "../../foundation/clock.ts";
import type { Random } from "../../foundation/random.ts";
import { isLoopback } from "../host.ts";

/** Vouches for this server to whoever trusts it, and under certain names only. */
export interface Authority {
  /** In PEM: what a client has to trust. */
  readonly certificate: string;
  /** Whether it may vouch for a host name or an address. */
  covers(name: string): boolean;
  /** Makes one certificate for host names or addresses, all of which it covers. */
  issue(names: readonly string[]): Promise<KeyAndCertificate>;
}

export interface AuthorityParts {
  /** Holds its file, `authority.pem`. */
  readonly dataDir: string;
  /** Vouched for with all names below them, besides loopback addresses. */
  readonly domains: readonly string[];
  /** The real time, which clients compare certificates with. */
  readonly clock: Clock;
  readonly random: Random;
}

/** The file of the authority cannot be used. */
export class AuthorityError extends Error {
  override readonly name = "AuthorityError";
}

interface Kept extends KeyAndCertificate {
  readonly domains: readonly string[];
}

/**
 * Opens the authority of a data folder. One is made when there is none, or when the one that is
 * there may not vouch for all domains: what it may vouch for stands in its own certificate.
 *
 * @throws AuthorityError when its file is malformed, or readable by other users
 */
export async function openAuthority(parts: AuthorityParts): Promise<Authority> {
  const file = join(parts.dataDir, "authority.pem");
  const kept = await readKept(file);
  const fits = kept && parts.domains.every((domain) => isBelow(domain, kept.domains));
  const { key, cert, domains } = fits ? kept : await makeAndKeep(file, parts);
  return {
    certificate: cert,
    covers: (name) => (isIP(name) ? isLoopback(name) : isBelow(name, domains)),
    async issue(names) {
      const { issueCertificate } = await import("./x509.ts");
      return issueCertificate({ key, cert }, { ...parts, names });
    },
  };
}

async function readKept(file: string): Promise<Kept | undefined> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
    const { mode } = await stat(file);
    if (process.platform !== "win32" && (mode & 0o077) !== 0) throw tooOpen(file, mode);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  const cert = blockOf(text, "CERTIFICATE");
  const key = blockOf(text, "PRIVATE KEY");
  const domains = /^# Domains: (.+)$/m.exec(text)?.[1]?.split(" ");
  if (cert && key && domains) return { cert, key, domains };
  throw new AuthorityError(
    `${file} holds no authority, or an altered one. Delete it: the next start makes another, ` +
      "which has to be trusted anew.",
  );
}

function blockOf(text: string, label: string): string | undefined {
  return new RegExp(`^-----BEGIN ${label}-----\n[^-]+-----END ${label}-----\n`, "m").exec(
    text,
  )?.[0];
}

async function makeAndKeep(file: string, parts: AuthorityParts): Promise<Kept> {
  const { makeAuthority } = await import("./x509.ts");
  const { domains } = parts;
  const { key, cert } = await makeAuthority(parts);
  const draft = `${file}.${parts.random.bytes(6).toString("hex")}`;
  try {
    await writeFile(draft, fileText({ key, cert, domains }), { mode: 0o600, flag: "wx" });
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
  return { key, cert, domains };
}

function fileText({ key, cert, domains }: Kept): string {
  return [
    "# The local authority of this Gatepool server. Whoever holds this file can pass for any name",
    "# below these domains, to those who trust the authority: keep it to yourself.",
    `# Domains: ${domains.join(" ")}`,
    `${cert}${key}`,
  ].join("\n");
}

function isBelow(name: string, domains: readonly string[]): boolean {
  return domains.some((domain) => name === domain || name.endsWith(`.${domain}`));
}

function tooOpen(file: string, mode: number): AuthorityError {
  const octal = (mode & 0o777).toString(8);
  return new AuthorityError(
    `${file} may be read by other users of this machine (its mode is ${octal}). If nobody else ` +
      `has seen it, run: chmod 600 ${file}. Otherwise delete it.`,
  );
}

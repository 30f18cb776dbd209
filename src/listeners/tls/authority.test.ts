import { X509Certificate } from "node:crypto";
import { chmod, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../../test/fixtures/storage.ts";
import { systemClock } from "../../foundation/clock.ts";
import { secureRandom } from "../../foundation/random.ts";
import { openAuthority } from "./authority.ts";

const domains = ["amazonaws.com", "localhost"];
let dataDir: string;
let file: string;

beforeEach(async () => {
  dataDir = await temporaryFolder();
  file = join(dataDir, "authority.pem");
});

afterEach(() => rm(dataDir, { recursive: true }));

function open(names: readonly string[] = domains) {
  return openAuthority({ dataDir, domains: names, clock: systemClock, random: secureRandom });
}

test("the authority is made once, for its owner alone", async () => {
  const first = await open();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await open()).certificate).toBe(first.certificate);
  const certificate = new X509Certificate(first.certificate);
  expect(certificate.ca).toBe(true);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
});

test("its certificates hold the names that were asked for, and it has signed them", async () => {
  const authority = await open();
  const issued = await authority.issue(["abc.execute-api.us-east-1.amazonaws.com", "127.0.0.1"]);
  const certificate = new X509Certificate(issued.cert);
  expect(certificate.checkHost("abc.execute-api.us-east-1.amazonaws.com")).toBeDefined();
  expect(certificate.checkHost("other.execute-api.us-east-1.amazonaws.com")).toBeUndefined();
  expect(certificate.checkIP("127.0.0.1")).toBeDefined();
  expect(certificate.checkIssued(new X509Certificate(authority.certificate))).toBe(true);
  expect(certificate.ca).toBe(false);
});

test("it covers its domains, what is below them, and loopback addresses", async () => {
  const { covers } = await open();
  const covered = ["amazonaws.com", "a.b.amazonaws.com", "localhost", "127.0.0.1", "::1"];
  expect(covered.filter((name) => !covers(name))).toEqual([]);
  const foreign = ["evilamazonaws.com", "amazonaws.com.evil.example", "10.0.0.1", "::2", ""];
  expect(foreign.filter((name) => covers(name))).toEqual([]);
});

test("one that may not vouch for a new domain gives way to one that may", async () => {
  const first = await open();
  const second = await open([...domains, "gatepool.test"]);
  expect(second.certificate).not.toBe(first.certificate);
  expect(second.covers("api.gatepool.test")).toBe(true);
  expect((await open()).certificate).toBe(second.certificate);
});

test("a file that others may read is refused", async () => {
  await open();
  await chmod(file, 0o644);
  await expect(open()).rejects.toThrow("may be read by other users of this machine");
});

test("a file that was altered is refused, and kept", async () => {
  await open();
  const text = (await readFile(file, "utf8")).replace("# Domains:", "# Names:");
  await writeFile(file, text);
  await expect(open()).rejects.toThrow("holds no authority, or an altered one");
  expect(await readFile(file, "utf8")).toBe(text);
});

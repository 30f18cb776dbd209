import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { afterEach, beforeEach, expect, test } from "vitest";
import { selfSigned } from "../../../test/fixtures/certificate.ts";
import { temporaryFolder } from "../../../test/fixtures/storage.ts";
import { bundlesFor } from "./bundles.ts";

const authority = selfSigned("127.0.0.1").certificate.trim();
const own = selfSigned("127.0.0.2").certificate.trim();
const variables = [
  ...["AWS_CA_BUNDLE", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS"],
  ...["REQUESTS_CA_BUNDLE", "SSL_CERT_FILE"],
];

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => rm(folder, { recursive: true }));

test("the authority comes with those that are trusted anyway", () => {
  const bundles = bundlesFor(authority, {});
  expect([...bundles.keys()].toSorted()).toEqual(variables);
  for (const text of bundles.values()) expect(text.startsWith(`${authority}\n`)).toBe(true);
  const [root = ""] = rootCertificates;
  expect(bundles.get("AWS_CA_BUNDLE")).toContain(root.trim());
});

test("Node.js gets no more than it has to read at each start", () => {
  expect(bundlesFor(authority, {}).get("NODE_EXTRA_CA_CERTS")).toBe(`${authority}\n`);
});

test.each(variables)(
  "what the user's %s names stays trusted, by whoever reads it",
  async (name) => {
    const file = join(folder, "own.pem");
    await writeFile(file, `# Our office\n${own}\n`);
    const bundles = bundlesFor(authority, { [name]: file });
    expect(variables.filter((each) => bundles.get(each)?.includes(own))).toEqual([name]);
  },
);

test("a folder of certificates is read", async () => {
  await writeFile(join(folder, "own.pem"), own);
  await writeFile(join(folder, "README"), "nothing");
  await mkdir(join(folder, "old"));
  await symlink("gone", join(folder, "link.pem"));
  expect(bundlesFor(authority, { REQUESTS_CA_BUNDLE: folder }).get("REQUESTS_CA_BUNDLE")).toContain(
    own,
  );
});

test("a file that cannot be read is told", () => {
  expect(() => bundlesFor(authority, { SSL_CERT_FILE: join(folder, "none") })).toThrow(
    "SSL_CERT_FILE names authorities that cannot be read",
  );
});

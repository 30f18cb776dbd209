import { expect, test } from "vitest";
import { type Forgery, forgedAuthority } from "../../../test/fixtures/forged-authority.ts";
import { checkAuthority, fetchAuthority } from "./authority.ts";

const now = Date.now();
const check = (pem: string, expected: { domains?: string[]; fingerprint?: string } = {}) =>
  checkAuthority(pem, { domains: [], now, ...expected });

test("one that is bound to names of development passes, and is described", async () => {
  const pem = await forgedAuthority({ domains: ["amazonaws.com", "localhost"] });
  const authority = await check(pem);
  expect(authority).toMatchObject({
    certificate: pem,
    name: "Gatepool local authority 0123abcd",
    domains: ["amazonaws.com", "localhost"],
  });
  expect(authority.alias).toMatch(/^gatepool-[0-9a-f]{16}$/);
});

const refusals: [what: string, forgery: Forgery, why: string][] = [
  ["another authority", { name: "CN=Evil CA", constraints: false }, "not the one of a Gatepool"],
  [
    "a name that holds Gatepool's",
    { name: "CN=Gatepool local authority 0123abcd, O=Gatepool, OU=x" },
    "not the one of a Gatepool",
  ],
  ["a server's certificate", { isAuthority: false }, "not the one of a Gatepool"],
  ["no name constraints", { constraints: false }, "no name constraints bind it"],
  ["constraints that clients may ignore", { constraints: "not critical" }, "no name constraints"],
  ["any host name", { domains: [] }, "no name constraints bind it"],
  ["any address", { addresses: [] }, "no name constraints bind it"],
  ["all addresses", { addresses: ["0.0.0.0/0", "::1/128"] }, "addresses other than loopback"],
  ["an empty name, which all names are below", { domains: [""] }, '"", which is no name'],
  ["a name that speaks to the terminal", { domains: ["\u001b[2J"] }, "which is no name"],
  ["somebody else's site", { domains: ["localhost", "example.com"] }, "--domain example.com"],
  ["a past one", { notAfter: new Date(now - 1000) }, "it expired on"],
];

test.each(refusals)("%s is refused", async (_, forgery, why) => {
  const checked = check(await forgedAuthority(forgery));
  await expect(checked).rejects.toThrow("The server's certificate is refused: ");
  await expect(checked).rejects.toThrow(why);
});

test("a domain of one's own has to be named", async () => {
  const pem = await forgedAuthority({ domains: ["localhost", "gatepool.test"] });
  expect((await check(pem, { domains: ["gatepool.test"] })).domains).toContain("gatepool.test");
  await expect(check(pem, { domains: ["other.test"] })).rejects.toThrow("gatepool.test too");
});

test("with a fingerprint, no other authority passes", async () => {
  const pem = await forgedAuthority();
  const { sha256 } = await check(pem);
  const plain = sha256.replaceAll(":", "").toLowerCase();
  expect((await check(pem, { fingerprint: plain })).sha256).toBe(sha256);
  const other = check(await forgedAuthority(), { fingerprint: sha256 });
  await expect(other).rejects.toThrow("its SHA-256 is ");
});

test("anything but one certificate is refused", async () => {
  const pem = await forgedAuthority();
  const evil = await forgedAuthority({ constraints: false });
  for (const text of ["", "<html>", pem + evil, `${pem}# note\n`]) {
    await expect(check(text)).rejects.toThrow("is not one certificate in PEM");
  }
  const cut = pem.replace(/\n[^-]{65}/, "\n");
  await expect(check(cut)).rejects.toThrow("cannot be read as a certificate");
});

test("over plain HTTP from another machine, only the fingerprint tells whose it is", async () => {
  const asked = fetchAuthority("http://192.0.2.1:4566", { domains: [], now });
  await expect(asked).rejects.toThrow("--fingerprint");
});

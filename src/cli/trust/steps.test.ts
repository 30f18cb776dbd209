import { expect, test } from "vitest";
import { type Facts, placesFor } from "./places.ts";
import { stepFor } from "./steps.ts";

const facts: Facts = {
  platform: "linux",
  home: "/ada",
  isRoot: false,
  hasCertutil: true,
  databases: [],
  systemFolders: [],
  windowsFolder: "C:\\Windows",
};

const subject = { alias: "gatepool-0123456789abcdef", sha1: "AB:CD", file: "/tmp/a.pem" };

/** What is run, and what undoes it, as one would type it. */
function stepsFor(differing: Partial<Facts>) {
  return placesFor({ ...facts, ...differing })
    .map((place) => stepFor(place, subject))
    .map(({ asRoot, commands, undo }) => ({
      asRoot,
      commands: commands.map((command) => command.join(" ")),
      undo: undo.map((command) => command.join(" ")),
    }));
}

test("on Linux, Chromium's database is made when there is none", () => {
  expect(stepsFor({})).toEqual([
    {
      asRoot: false,
      commands: [
        "mkdir -p -m 700 /ada/.pki/nssdb",
        "certutil -d sql:/ada/.pki/nssdb -A -t C,, -n gatepool-0123456789abcdef -i /tmp/a.pem",
      ],
      undo: ["certutil -d sql:/ada/.pki/nssdb -D -n gatepool-0123456789abcdef"],
    },
  ]);
});

test("a database in the newer place is not hidden by one in the old", () => {
  const databases = ["/ada/.local/share/pki/nssdb"];
  expect(placesFor({ ...facts, databases })).toEqual([{ kind: "nss", database: databases[0] }]);
});

test("Firefox's profiles are places of their own", () => {
  const profile = "/ada/.mozilla/firefox/x.default";
  const places = placesFor({ ...facts, databases: ["/ada/.pki/nssdb", profile] });
  expect(places.map((place) => stepFor(place, subject).about)).toEqual([
    "Chromium, Chrome and relatives",
    "Firefox",
  ]);
  expect(stepsFor({ databases: [profile] })[1]?.commands).toEqual([
    `certutil -d sql:${profile} -A -t C,, -n gatepool-0123456789abcdef -i /tmp/a.pem`,
  ]);
});

test.each([
  ["/usr/local/share/ca-certificates", "update-ca-certificates", "update-ca-certificates --fresh"],
  ["/etc/pki/ca-trust/source/anchors", "update-ca-trust extract", "update-ca-trust extract"],
  ["/etc/ca-certificates/trust-source/anchors", "trust extract-compat", "trust extract-compat"],
])("the system's authorities in %s are the administrator's", (folder, update, after) => {
  const target = `${folder}/gatepool-0123456789abcdef.crt`;
  expect(stepsFor({ systemFolders: [folder] }).at(-1)).toEqual({
    asRoot: true,
    commands: [`install -m 644 /tmp/a.pem ${target}`, update],
    undo: [`rm -f ${target}`, after],
  });
});

test("on macOS it is the login keychain, for servers only", () => {
  const keychain = "/ada/Library/Keychains/login.keychain-db";
  expect(stepsFor({ platform: "darwin", home: "/ada" })).toEqual([
    {
      asRoot: false,
      commands: [
        "/usr/bin/security add-trusted-cert -r trustRoot -p ssl -p basic " +
          `-k ${keychain} /tmp/a.pem`,
      ],
      undo: [
        "/usr/bin/security remove-trusted-cert /tmp/a.pem",
        `/usr/bin/security delete-certificate -Z ABCD ${keychain}`,
      ],
    },
  ]);
});

test("on Windows it is the user's root store, by the system's own certutil", () => {
  const certutil = "C:\\Windows\\System32\\certutil.exe";
  expect(stepsFor({ platform: "win32", home: "C:\\ada" })).toEqual([
    {
      asRoot: false,
      commands: [`${certutil} -addstore -user Root /tmp/a.pem`],
      undo: [`${certutil} -delstore -user Root ABCD`],
    },
  ]);
});

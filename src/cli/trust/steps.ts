import { posix } from "node:path";
import type { Authority } from "./authority.ts";
import { linuxStores, type Place } from "./places.ts";

/** A program and its arguments. No shell reads them. */
export type Command = readonly [program: string, ...args: string[]];

/** What makes one place trust an authority, and what undoes it. */
export interface Step {
  /** Who trusts it then. */
  readonly about: string;
  /** Whether only the administrator may take it. */
  readonly asRoot: boolean;
  readonly commands: readonly Command[];
  readonly undo: readonly Command[];
  /** A file or folder without which there is nothing to undo. */
  readonly holder?: string;
  /** What it prints holds the text, in whatever case, while there is something to undo. */
  readonly listing?: { readonly command: Command; readonly text: string };
}

/** What of an authority the commands name, and the file that holds its certificate. */
export type Subject = Pick<Authority, "alias" | "sha1"> & { readonly file: string };

/** The step for a place. */
export function stepFor(place: Place, subject: Subject): Step {
  if (place.kind === "nss") return nssStep(place.database, subject);
  if (place.kind === "system") return systemStep(place.folder, subject);
  if (place.kind === "keychain") return keychainStep(place.file, subject);
  return windowsStep(place.program, subject);
}

function nssStep(database: string, { alias, file }: Subject): Step {
  const name = `sql:${database}`;
  const isFirefox = database.includes("/.mozilla/firefox/");
  return {
    about: isFirefox ? "Firefox" : "Chromium, Chrome and relatives",
    asRoot: false,
    commands: [
      ...(isFirefox ? [] : [["mkdir", "-p", "-m", "700", database] as const]),
      // C: it may vouch for servers. Nothing for e-mail, nothing for programs.
      ["certutil", "-d", name, "-A", "-t", "C,,", "-n", alias, "-i", file],
    ],
    undo: [["certutil", "-d", name, "-D", "-n", alias]],
    holder: database,
    listing: { command: ["certutil", "-d", name, "-L"], text: alias },
  };
}

function systemStep(folder: string, { alias, file }: Subject): Step {
  const store = linuxStores.find((each) => folder.endsWith(each.folder));
  if (!store) throw new Error(`${folder} is no folder of authorities`);
  const target = posix.join(folder, `${alias}.crt`);
  return {
    about: "The system: curl, Python, Go and most other programs",
    asRoot: true,
    commands: [["install", "-m", "644", file, target], store.update],
    undo: [["rm", "-f", target], store.updateAfterRemoval],
    holder: target,
  };
}

function keychainStep(keychain: string, { sha1, file }: Subject): Step {
  const security = "/usr/bin/security";
  const hash = sha1.replaceAll(":", "");
  const trust = ["add-trusted-cert", "-r", "trustRoot", "-p", "ssl", "-p", "basic"];
  return {
    about: "macOS: Safari, Chrome, Firefox from version 120 on (it asks for your password)",
    asRoot: false,
    commands: [[security, ...trust, "-k", keychain, file]],
    undo: [
      [security, "remove-trusted-cert", file],
      [security, "delete-certificate", "-Z", hash, keychain],
    ],
    listing: { command: [security, "find-certificate", "-a", "-Z", keychain], text: hash },
  };
}

function windowsStep(certutil: string, { sha1, file }: Subject): Step {
  const hash = sha1.replaceAll(":", "");
  return {
    about: "Windows: Edge, Chrome, Firefox from version 120 on (it asks whether you are sure)",
    asRoot: false,
    commands: [[certutil, "-addstore", "-user", "Root", file]],
    undo: [[certutil, "-delstore", "-user", "Root", hash]],
    listing: { command: [certutil, "-store", "-user", "Root"], text: hash },
  };
}

import { posix, win32 } from "node:path";

/** Something that keeps whom to trust. What `gatepool trust` has written into, it writes down. */
export type Place =
  /** A folder with a database of NSS, which Chromium and Firefox read on Linux. */
  | { readonly kind: "nss"; readonly database: string }
  /** A folder of certificates that Linux makes the system's bundle of. */
  | { readonly kind: "system"; readonly folder: string }
  /** The login keychain of macOS. */
  | { readonly kind: "keychain"; readonly file: string }
  /** The user's root certificates of Windows; `program` keeps them. */
  | { readonly kind: "windows"; readonly program: string };

/** Whether what was read from a file is a place that `stepFor` has commands for. */
export function isPlace(place: Place): boolean {
  if (place.kind === "nss") return posix.isAbsolute(place.database);
  if (place.kind === "keychain") return posix.isAbsolute(place.file);
  if (place.kind === "windows") return win32.basename(place.program) === "certutil.exe";
  return place.kind === "system" && linuxStores.some(({ folder }) => place.folder.endsWith(folder));
}

/** What is there on a machine. */
export interface Facts {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly isRoot: boolean;
  /** Whether NSS's certutil is there. */
  readonly hasCertutil: boolean;
  /** Folders with a database of NSS, those of Firefox's profiles among them. */
  readonly databases: readonly string[];
  /** Folders of `linuxStores` that exist. */
  readonly systemFolders: readonly string[];
  /** Such as `C:\Windows`. */
  readonly windowsFolder: string;
}

interface LinuxStore {
  readonly folder: string;
  /** Makes the bundle anew. */
  readonly update: readonly [string, ...string[]];
  readonly updateAfterRemoval: readonly [string, ...string[]];
}

/** Where the distributions of Linux take further authorities from. */
export const linuxStores: readonly LinuxStore[] = [
  {
    // Debian, Ubuntu, Alpine.
    folder: "/usr/local/share/ca-certificates",
    update: ["update-ca-certificates"],
    updateAfterRemoval: ["update-ca-certificates", "--fresh"],
  },
  {
    // Fedora, RHEL.
    folder: "/etc/pki/ca-trust/source/anchors",
    update: ["update-ca-trust", "extract"],
    updateAfterRemoval: ["update-ca-trust", "extract"],
  },
  {
    // Arch. `trust anchor` writes here too, under a name of its own choice.
    folder: "/etc/ca-certificates/trust-source/anchors",
    update: ["trust", "extract-compat"],
    updateAfterRemoval: ["trust", "extract-compat"],
  },
];

/** Where an authority has to be put, to be trusted by the browsers and the system of a machine. */
export function placesFor(facts: Facts): Place[] {
  const { platform, home, windowsFolder } = facts;
  if (platform === "darwin") {
    const file = posix.join(home, "Library", "Keychains", "login.keychain-db");
    return [{ kind: "keychain", file }];
  }
  if (platform === "win32") {
    return [{ kind: "windows", program: `${windowsFolder}\\System32\\certutil.exe` }];
  }
  const folders = facts.systemFolders.slice(0, 1);
  return [
    ...databasesOf(facts).map((database) => ({ kind: "nss", database }) as const),
    ...folders.map((folder) => ({ kind: "system", folder }) as const),
  ];
}

/**
 * Chromium makes its database at its first start, so it may have to be made before that; but not
 * where there is one in the newer place, which programs would then look away from.
 */
function databasesOf({ home, databases }: Facts): readonly string[] {
  const shared = databases.some((database) => database.endsWith("/pki/nssdb"));
  const own = posix.join(home, ".pki", "nssdb");
  return shared || databases.includes(own) ? databases : [own, ...databases];
}

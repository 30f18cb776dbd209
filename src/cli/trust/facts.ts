import { accessSync, constants, existsSync, readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { Failure } from "../failure.ts";
import { type Facts, linuxStores } from "./places.ts";

/**
 * Looks at the machine that it runs on.
 * @throws Failure when it would write into the home of another user, as under sudo
 */
export function readFacts(env = process.env): Facts {
  const home = homedir();
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync(home) && statSync(home).uid !== 0) {
    throw new Failure(
      `${home} is another user's. Run it without sudo: it says what the administrator has to do.`,
    );
  }
  return {
    platform: process.platform,
    home,
    isRoot,
    hasCertutil: isOnPath("certutil", env.PATH),
    databases: [...sharedDatabases(home, env), ...firefoxProfiles(home)],
    systemFolders: linuxStores.map(({ folder }) => folder).filter((folder) => existsSync(folder)),
    windowsFolder: env.SystemRoot || "C:\\Windows",
  };
}

/** Databases that the programs of a user share, and those of packages with a home of their own. */
function sharedDatabases(home: string, env: NodeJS.ProcessEnv): string[] {
  return [
    join(home, ".pki", "nssdb"),
    join(env.XDG_DATA_HOME || join(home, ".local", "share"), "pki", "nssdb"),
    join(home, "snap", "chromium", "current", ".pki", "nssdb"),
  ].filter(holdsDatabase);
}

function firefoxProfiles(home: string): string[] {
  return [
    join(home, ".mozilla", "firefox"),
    join(home, "snap", "firefox", "common", ".mozilla", "firefox"),
    join(home, ".var", "app", "org.mozilla.firefox", ".mozilla", "firefox"),
  ].flatMap((folder) => foldersIn(folder).filter(holdsDatabase));
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
}

function holdsDatabase(folder: string): boolean {
  return existsSync(join(folder, "cert9.db"));
}

function isOnPath(program: string, path = ""): boolean {
  return path.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return folder !== "";
    } catch {
      return false;
    }
  });
}

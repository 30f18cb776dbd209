import type { Complaint, Repository } from "./repository.ts";

const home = /(^|[\s"'`(=:])\/(root|home\/[a-z][\w-]*|Users\/[A-Za-z][\w-]*)\/[\w.]/;
const registry = /\bhttps?:\/\/[\w.-]*(registry|artifactory|nexus|verdaccio|pypi)[\w.-]*[/:"]/;
const resolved = /"resolved": "https?:/;

/** What works on one machine only: its folders, and where it downloads from. */
export function placeRules({ files }: Repository): Complaint[] {
  return files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((content, index) => {
      const message = judge(path, content);
      return message ? [{ file: path, line: index + 1, rule: "places", message }] : [];
    }),
  );
}

function judge(path: string, content: string): string | undefined {
  if (home.test(content)) return "names a folder of somebody's machine";
  if (resolved.test(content)) return "pins an address to download from: see .npmrc";
  if (registry.test(content) && path !== "LICENSE") return "names a package registry";
  return undefined;
}

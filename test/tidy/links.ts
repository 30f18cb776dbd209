import { posix } from "node:path";
import type { Complaint, Repository, TextFile } from "./repository.ts";

/** A page that is linked to is there. Addresses on the web are not looked at. */
export function linkRules({ files }: Repository): Complaint[] {
  const paths = files.map(({ path }) => path);
  return files.filter(({ path }) => path.endsWith(".md")).flatMap((page) => broken(page, paths));
}

function broken({ path, text }: TextFile, paths: readonly string[]): Complaint[] {
  return text.split("\n").flatMap((content, index) =>
    [...content.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map(([, link = ""]) => link)
      .filter((link) => !/^[a-z]+:/.test(link))
      .map((link) => posix.join(posix.dirname(path), link))
      .filter((target) => !paths.some((each) => each === target || each.startsWith(`${target}/`)))
      .map((target) => ({
        file: path,
        line: index + 1,
        rule: "links",
        message: `there is no ${target}`,
      })),
  );
}

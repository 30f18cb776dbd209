import { posix } from "node:path";
import type { Complaint, Repository } from "./repository.ts";

/** Tests stand beside what they test. */
export function companionRules({ files }: Repository): Complaint[] {
  const paths = new Set(files.map(({ path }) => path));
  const inSource = files.filter(({ path }) => path.startsWith("src/"));
  const tests = inSource.filter(({ path }) => path.endsWith(".test.ts"));
  const operations = inSource.filter(
    ({ path }) => path.includes("/operations/") && !path.endsWith(".test.ts"),
  );
  return [
    ...tests.flatMap(({ path }) => orphan(path, paths)),
    ...operations.flatMap(({ path, text }) => untested(path, text, tests)),
  ];
}

/** `plan.test.ts` tests a file called plan there or below, the folder plan/, or its own folder. */
function orphan(path: string, paths: ReadonlySet<string>): Complaint[] {
  const folder = posix.dirname(path);
  const subject = posix.basename(path, ".test.ts");
  const within = [...paths].filter((other) => other.startsWith(`${folder}/`) && other !== path);
  const tested =
    within.some((other) => nameOf(other) === subject) ||
    within.some((other) => other.startsWith(`${folder}/${subject}/`)) ||
    posix.basename(folder) === subject ||
    folder.endsWith("/operations");
  if (tested) return [];
  const message = `nothing beside it is called ${subject}`;
  return [{ file: path, line: 1, rule: "test-names", message }];
}

/** `src/functions/runtime/bootstrap/python.py` is called `python`. */
function nameOf(path: string): string {
  return posix.basename(path).replace(/\.[a-z]+$/, "");
}

/**
 * An operation is called by a test in its folder: its own, or the one that follows a resource
 * through its life (create, get, update, delete).
 */
function untested(
  path: string,
  text: string,
  tests: readonly { path: string; text: string }[],
): Complaint[] {
  const names = [...text.matchAll(/\boperation\(\s*"(\w+)"/g)].map((match) => match[1] ?? "");
  const beside = tests.filter((test) => posix.dirname(test.path) === posix.dirname(path));
  return names
    .filter((name) => !beside.some((test) => new RegExp(`\\b${name}(Command)?\\b`).test(test.text)))
    .map((name) => ({
      file: path,
      line: 1,
      rule: "untested",
      message: `no test in its folder calls ${name}`,
    }));
}

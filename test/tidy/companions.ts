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

/** `plan.test.ts` tests plan.ts, or the folder plan/, or the folder plan that it is in. */
function orphan(path: string, paths: ReadonlySet<string>): Complaint[] {
  const subject = path.replace(/\.test\.ts$/, "");
  const folder = posix.dirname(path);
  const tested =
    paths.has(`${subject}.ts`) ||
    [...paths].some((other) => other.startsWith(`${subject}/`)) ||
    posix.basename(subject) === posix.basename(folder) ||
    folder.endsWith("/operations");
  if (tested) return [];
  const message = `nothing beside it is called ${posix.basename(subject)}`;
  return [{ file: path, line: 1, rule: "test-names", message }];
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

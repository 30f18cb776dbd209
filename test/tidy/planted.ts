import { expect } from "vitest";
import { type Rule, repositoryOf } from "./repository.ts";

/** Expects that `rule`, shown these files, complains about exactly this: "file:line rule". */
export function expectComplaints(
  rule: Rule,
  files: Readonly<Record<string, string>>,
  complaints: readonly string[],
): void {
  const found = rule(repositoryOf(files));
  expect(found.map(({ file, line, rule: name }) => `${file}:${line} ${name}`)).toEqual(complaints);
}

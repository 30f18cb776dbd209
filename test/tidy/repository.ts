import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Comment, type Program, parseSync } from "oxc-parser";

/** What the rules look at: every file that is kept, and the code among them parsed. */
export interface Repository {
  readonly files: readonly TextFile[];
  readonly sources: readonly Source[];
}

export interface TextFile {
  /** From the top of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A TypeScript or JavaScript file. */
export interface Source extends TextFile {
  readonly program: Program;
  readonly comments: readonly Comment[];
  /** Line, from 1, of a position in the text. */
  lineAt(position: number): number;
}

/** One place that breaks one rule. */
export interface Complaint {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

export type Rule = (repository: Repository) => Complaint[];

const codeNames = /\.(ts|js|mjs)$/;
const generatedNames =
  /^(src\/wire\/shapes\/|src\/stacks\/schema\/(tables\/|properties\.ts$)|package-lock\.json$)/;

/** Reads the working tree at `root`: what git tracks or would, without what it ignores. */
export function readRepository(root: string): Repository {
  const list = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const paths = execFileSync("git", list, { cwd: root, encoding: "utf8" }).split("\0");
  const kept = [...new Set(paths)].filter((path) => path !== "" && existsSync(join(root, path)));
  const texts = kept.map((path) => [path, readFileSync(join(root, path), "utf8")] as const);
  return repositoryOf(Object.fromEntries(texts));
}

/** A repository of these files: path to text. */
export function repositoryOf(texts: Readonly<Record<string, string>>): Repository {
  const files = Object.entries(texts)
    .filter(([, text]) => !text.includes("\0"))
    .map(([path, text]) => ({ path, text }));
  const sources = files
    .filter(({ path }) => codeNames.test(path) && !isGenerated(path))
    .map(({ path, text }) => sourceOf(path, text));
  return { files, sources };
}

/** Whether a program wrote the file: nobody reads it from top to bottom. */
export function isGenerated(path: string): boolean {
  return generatedNames.test(path);
}

/** Whether the file is there for tests only. */
export function isTest(path: string): boolean {
  return path.startsWith("test/") || /\.test\.(ts|js|mjs)$/.test(path);
}

/** The top-level part of src that a file belongs to: `user-pools`, `main`; undefined outside. */
export function partOf(path: string): string | undefined {
  return /^src\/([^/]+?)(?:\.ts|\/.*)$/.exec(path)?.[1];
}

function sourceOf(path: string, text: string): Source {
  const { program, comments, errors } = parseSync(path, text);
  const [error] = errors;
  if (error) throw new Error(`${path} cannot be parsed: ${error.message}`);
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const lineAt = (position: number) => starts.filter((start) => start <= position).length;
  return { path, text, program, comments, lineAt };
}

import { importsOf } from "./imports.ts";
import { type Complaint, isTest, type Repository, type TextFile } from "./repository.ts";

interface Manifest {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const reasons = "docs/dependencies.md";

/** Every dependency has its reason, and the server runs with what is installed beside it. */
export function dependencyRules(repository: Repository): Complaint[] {
  const file = repository.files.find(({ path }) => path === "package.json");
  if (!file) return [];
  const manifest: Manifest = JSON.parse(file.text);
  const page = repository.files.find(({ path }) => path === reasons)?.text ?? "";
  return [
    ...unexplained(file, namesIn(manifest), page),
    ...gone(namesIn(manifest), page),
    ...missing(manifest, repository),
  ];
}

function namesIn({ dependencies, optionalDependencies, devDependencies }: Manifest): string[] {
  return Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
}

function unexplained(file: TextFile, names: readonly string[], text: string): Complaint[] {
  const lines = file.text.split("\n");
  return names
    .filter((name) => !text.includes(`\`${name}\``))
    .map((name) => ({
      file: file.path,
      line: lines.findIndex((content) => content.includes(`"${name}"`)) + 1,
      rule: "reasons",
      message: `${name} has no line of reason in ${reasons}`,
    }));
}

/** Rows of the tables about packages that are no longer there. */
function gone(names: readonly string[], page: string): Complaint[] {
  return page.split("\n").flatMap((content, index) => {
    const [, name] = /^\| `([^`]+)` \|/.exec(content) ?? [];
    if (name === undefined || names.includes(name)) return [];
    const message = `${name} is not a dependency any more`;
    return [{ file: reasons, line: index + 1, rule: "reasons", message }];
  });
}

/** Types may come from development dependencies: nothing of them is left at run time. */
function missing(manifest: Manifest, { sources }: Repository): Complaint[] {
  const installed = new Set(Object.keys(manifest.dependencies ?? {}));
  return sources
    .filter(({ path }) => path.startsWith("src/") && !isTest(path))
    .flatMap((source) =>
      importsOf(source)
        .filter((found) => found.isPackage && !found.typeOnly)
        .filter(({ target }) => !target.startsWith("node:") && !installed.has(packageOf(target)))
        .map(({ target, line }) => ({
          file: source.path,
          line,
          rule: "installed",
          message: `${packageOf(target)} is not a dependency of what is published`,
        })),
    );
}

function packageOf(target: string): string {
  return target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");
}

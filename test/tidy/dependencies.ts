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
  return [...unexplained(file, manifest, repository.files), ...missing(manifest, repository)];
}

function unexplained(file: TextFile, manifest: Manifest, files: readonly TextFile[]): Complaint[] {
  const text = files.find(({ path }) => path === reasons)?.text ?? "";
  const { dependencies, optionalDependencies, devDependencies } = manifest;
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
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

// Brings the tables of docs/compatibility.md up to date with the code:
//   npx node tools/generate-compatibility.ts
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Operation } from "../src/wire/operation.ts";
import type { ServiceShapes } from "../src/wire/shape.ts";
import { knownServices } from "../src/wire/shapes/index.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
export const compatibilityFile = join(root, "docs/compatibility.md");
const begin = "<!-- table: written by tools/generate-compatibility.ts -->";
const end = "<!-- end of table -->";

/** The page with its table as the code is now; what people wrote around it stays. */
export async function withTable(page: string): Promise<string> {
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`docs/compatibility.md has lost its marks: ${begin} ... ${end}`);
  }
  return `${before}${begin}\n\n${await table()}\n${end}${after}`;
}

async function table(): Promise<string> {
  const served = await servedOperations();
  const sections = await Promise.all(
    knownServices.map(async ({ service, load }) => {
      const known = Object.keys((await load()).operations).sort();
      return section(service, known, served.get(service) ?? new Set());
    }),
  );
  return [...sections, resourceTypes()].join("\n");
}

/** What templates may have, as the files say that declare the types. */
function resourceTypes(): string {
  const rows = globSync("src/stacks/**/*.ts", { cwd: root, exclude: ["**/*.test.ts"] })
    .map((file) => readFileSync(join(root, file), "utf8"))
    .flatMap((text) => {
      const type = /\bresource\(\s*"(AWS::\w+::\w+)"/.exec(text)?.[1];
      const [, unsupported = ""] = /\bunsupported: \[([^\]]*)\]/.exec(text) ?? [];
      const refused = [...unsupported.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => code(name));
      return type === undefined ? [] : [{ type, refused }];
    })
    .sort((one, other) => (one.type < other.type ? -1 : 1))
    .map(({ type, refused }) => `| ${code(type)} | ${refused.join(", ") || "none"} |`);
  const head = ["| type | properties that are refused |", "| --- | --- |"];
  return ["### Resource types of CloudFormation", "", ...head, ...rows, ""].join("\n");
}

function section(service: string, known: readonly string[], served: ReadonlySet<string>): string {
  const here = known.filter((name) => served.has(name));
  const missing = known.filter((name) => !served.has(name));
  const lines = [`### ${service}`, "", `${here.length} of ${known.length} operations.`, ""];
  if (here.length > 0) lines.push(here.map(code).join(", "), "");
  if (missing.length > 0) {
    lines.push("<details><summary>Known, answered with 501</summary>", "");
    lines.push(missing.map(code).join(", "), "", "</details>", "");
  }
  return lines.join("\n");
}

function code(name: string): string {
  return `\`${name}\``;
}

/** By service: what the tables in the service.ts files list. */
async function servedOperations(): Promise<Map<string, Set<string>>> {
  const served = new Map<string, Set<string>>();
  for (const file of globSync("src/**/service.ts", { cwd: root })) {
    const text = readFileSync(join(root, file), "utf8");
    const load = (module: string) => import(join(root, dirname(file), module));
    const table = /from "(\.[\w./-]*\bshapes\b[\w./-]*)"/.exec(text)?.[1];
    const operations = [...text.matchAll(/from "(\.\/operations\/[\w./-]+)"/g)];
    if (table === undefined || operations.length === 0) continue;
    const { shapes }: { shapes: ServiceShapes } = await load(table);
    const names = served.get(shapes.service) ?? new Set<string>();
    for (const [, module = ""] of operations) {
      const exported: Record<string, unknown> = await load(module);
      for (const value of Object.values(exported)) if (isOperation(value)) names.add(value.name);
    }
    served.set(shapes.service, names);
  }
  return served;
}

function isOperation(value: unknown): value is Operation<unknown> {
  return typeof value === "object" && value !== null && "access" in value && "run" in value;
}

if (import.meta.main) {
  const page = readFileSync(compatibilityFile, "utf8");
  writeFileSync(compatibilityFile, await withTable(page));
}

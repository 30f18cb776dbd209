import { Visitor } from "oxc-parser";
import type { Complaint, Repository, Source } from "./repository.ts";

const empty = /^(utils?|helpers?|common|misc)$/i;
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;

/** Names that say what a thing is. */
export function nameRules({ files, sources }: Repository): Complaint[] {
  return [
    ...files.flatMap(({ path }) => pathNames(path)),
    ...sources.flatMap(emptyNames),
    ...sources.filter(({ path }) => !/\.config\.ts$/.test(path)).flatMap(defaultExports),
  ];
}

function pathNames(file: string): Complaint[] {
  const words = file.split("/");
  const drawer = words.find((word) => empty.test(word.replace(/\..*$/, "")));
  if (drawer) return [at(file, 1, "names", `"${drawer}" says nothing about what is in it`)];
  const isCode = /\.(ts|js|mjs|sh|c|lua)$/.test(file);
  const odd = words.find((word) => !kebabCase.test(word.replace(/^\./, "")));
  if (!isCode || odd === undefined) return [];
  return [at(file, 1, "file-names", `"${odd}" is not kebab-case`)];
}

function emptyNames(source: Source): Complaint[] {
  const complaints: Complaint[] = [];
  const judge = (name: string, position: number) => {
    if (!empty.test(name)) return;
    const message = `"${name}" says nothing about what it is`;
    complaints.push(at(source.path, source.lineAt(position), "names", message));
  };
  new Visitor({
    VariableDeclarator({ id }) {
      if (id.type === "Identifier") judge(id.name, id.start);
    },
    FunctionDeclaration({ id }) {
      if (id) judge(id.name, id.start);
    },
    ClassDeclaration({ id }) {
      if (id) judge(id.name, id.start);
    },
    ImportNamespaceSpecifier: ({ local }) => judge(local.name, local.start),
  }).visit(source.program);
  return complaints;
}

function defaultExports(source: Source): Complaint[] {
  const complaints: Complaint[] = [];
  const complain = (position: number) =>
    complaints.push(
      at(source.path, source.lineAt(position), "default-export", "export it by its name"),
    );
  new Visitor({
    ExportDefaultDeclaration: (node) => complain(node.start),
    ExportSpecifier(node) {
      const { exported } = node;
      if (exported.type === "Identifier" && exported.name === "default") complain(node.start);
    },
  }).visit(source.program);
  return complaints;
}

function at(file: string, line: number, rule: string, message: string): Complaint {
  return { file, line, rule, message };
}

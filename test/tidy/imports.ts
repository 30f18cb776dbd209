import { posix } from "node:path";
import { type Expression, type StringLiteral, Visitor } from "oxc-parser";
import type { Source } from "./repository.ts";

/** One place where a file takes something from another file or from a package. */
export interface Import {
  /** From the top of the repository; a package's name as written. */
  readonly target: string;
  readonly line: number;
  /** True when nothing of it is left at run time. */
  readonly typeOnly: boolean;
  readonly isPackage: boolean;
}

/** Everything that a file imports: statements, `import()`, and workers by `new URL()`. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  const add = (literal: StringLiteral, typeOnly: boolean) => {
    const isPackage = !literal.value.startsWith(".");
    const from = posix.dirname(source.path);
    const target = isPackage ? literal.value : posix.join(from, literal.value);
    found.push({ target, line: source.lineAt(literal.start), typeOnly, isPackage });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === "type"),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === "type"),
    ExportNamedDeclaration(node) {
      if (node.source) add(node.source, node.exportKind === "type");
    },
    ImportExpression(node) {
      if (isText(node.source)) add(node.source, false);
    },
    TSImportType: (node) => add(node.source, true),
    NewExpression(node) {
      const [file] = node.arguments;
      if (node.callee.type !== "Identifier" || node.callee.name !== "URL") return;
      if (
        file &&
        file.type !== "SpreadElement" &&
        isText(file) &&
        /^\..*\.(ts|js)$/.test(file.value)
      )
        add(file, false);
    },
  }).visit(source.program);
  return found;
}

function isText(node: Expression): node is StringLiteral {
  return node.type === "Literal" && typeof node.value === "string";
}

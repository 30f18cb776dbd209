import { type CallExpression, type Node, Visitor } from "oxc-parser";
import { type Complaint, isGenerated, type Repository, type Source } from "./repository.ts";

const fileLinesMax = 300;
const functionLinesMax = 70;
const columnsMax = 100;

/** Files, functions and lines that fit on a screen. */
export function sizeRules({ files, sources }: Repository): Complaint[] {
  const code = files.filter(({ path }) => /\.(ts|js|mjs|py|sh|c|lua)$/.test(path));
  const read = code.filter(({ path }) => !isGenerated(path));
  return [
    ...read.flatMap(({ path, text }) => [...longFile(path, text), ...longLines(path, text)]),
    ...sources.flatMap(longFunctions),
  ];
}

function longFile(file: string, text: string): Complaint[] {
  const count = text.replace(/\n$/, "").split("\n").length;
  if (count <= fileLinesMax) return [];
  const message = `${count} lines, at most ${fileLinesMax}: is this file one thing?`;
  return [{ file, line: fileLinesMax + 1, rule: "file-size", message }];
}

/** What the formatter keeps on one line however long its name is. */
const importOfOne = /^import (type )?\{ \w+ \} from "[^"]+";$/;

/**
 * A line that is one long word, such as an address or a recorded token, cannot be broken, nor can
 * the import of one name.
 */
function longLines(file: string, text: string): Complaint[] {
  return text.split("\n").flatMap((content, index) => {
    const isWhole = !/\s/.test(content.trim()) || importOfOne.test(content);
    if (content.length <= columnsMax || isWhole) return [];
    const message = `${content.length} columns, at most ${columnsMax}`;
    return [{ file, line: index + 1, rule: "columns", message }];
  });
}

function longFunctions(source: Source): Complaint[] {
  const complaints: Complaint[] = [];
  const groups = new Set<Node>();
  const measure = (node: Node) => {
    const line = source.lineAt(node.start);
    const count = source.lineAt(node.end) - line + 1;
    if (count <= functionLinesMax || groups.has(node)) return;
    const message = `${count} lines, at most ${functionLinesMax}: what is its plain work?`;
    complaints.push({ file: source.path, line, rule: "function-size", message });
  };
  new Visitor({
    CallExpression(node) {
      if (isGroup(node)) for (const argument of node.arguments) groups.add(argument);
    },
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(source.program);
  return complaints;
}

/** `describe(...)` and `describe.each(...)(...)` hold tests; each of those is measured. */
function isGroup({ callee }: CallExpression): boolean {
  if (callee.type === "Identifier") return callee.name === "describe";
  if (callee.type === "CallExpression") return isGroup(callee);
  if (callee.type !== "MemberExpression") return false;
  return callee.object.type === "Identifier" && callee.object.name === "describe";
}

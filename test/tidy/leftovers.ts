import { type Comment, parseSync, Visitor } from "oxc-parser";
import type { Complaint, Repository, Source } from "./repository.ts";

/** What somebody meant to come back to. */
export function leftoverRules({ files, sources }: Repository): Complaint[] {
  return [
    ...files.filter(({ path }) => /\.(py|sh|c|lua)$/.test(path)).flatMap(markersInText),
    ...sources.flatMap((source) => [
      ...source.comments.flatMap((comment) => markersInComment(source, comment)),
      ...commentedOutCode(source),
      ...consoleUse(source),
    ]),
  ];
}

const marker = /\b(TODO|FIXME|XXX|HACK)\b(?!.{0,3}#\d)/;
const markerMessage = "say it in an issue, and name its number here: TODO #12";

function markersInText({ path, text }: { path: string; text: string }): Complaint[] {
  return text.split("\n").flatMap((content, index) => {
    if (!/(#|--|\/\/|\/\*)/.test(content) || !marker.test(content)) return [];
    return [{ file: path, line: index + 1, rule: "to-do", message: markerMessage }];
  });
}

function markersInComment(source: Source, { value, start }: Comment): Complaint[] {
  const found = marker.exec(value);
  if (!found) return [];
  const line = source.lineAt(start + found.index);
  return [{ file: source.path, line, rule: "to-do", message: markerMessage }];
}

/** Comments that are statements. Examples in docstrings are meant to be code. */
function commentedOutCode(source: Source): Complaint[] {
  return paragraphs(source)
    .filter(({ text }) => /[;{}]\s*$/m.test(text) && isCode(text))
    .map(({ line }) => ({
      file: source.path,
      line,
      rule: "commented-out-code",
      message: "git remembers it",
    }));
}

/** Line comments that follow each other, taken together; block comments by themselves. */
function paragraphs(source: Source): { text: string; line: number }[] {
  const found: { text: string; line: number; lastLine: number }[] = [];
  for (const { type, value, start, end } of source.comments) {
    if (value.startsWith("*")) continue;
    const line = source.lineAt(start);
    const previous = found.at(-1);
    if (type === "Line" && previous?.lastLine === line - 1) {
      previous.text += `\n${value}`;
      previous.lastLine = line;
    } else found.push({ text: value, line, lastLine: source.lineAt(end) });
  }
  return found;
}

/** Statements, on their own or in a function, or members of a class; not a list of words. */
function isCode(text: string): boolean {
  if (!/[=().:]|\breturn\b/.test(text)) return false;
  const readings = [text, `async function wrapper() {${text}\n}`, `class Wrapper {${text}\n}`];
  return readings.some((reading) => {
    const { errors, program } = parseSync("comment.ts", reading);
    return errors.length === 0 && program.body.length > 0;
  });
}

/** The server writes to its log; only the command line speaks to a person. */
function consoleUse(source: Source): Complaint[] {
  const { path } = source;
  if (!path.startsWith("src/") || path.startsWith("src/cli/")) return [];
  const complaints: Complaint[] = [];
  new Visitor({
    MemberExpression({ object, start }) {
      if (object.type !== "Identifier" || object.name !== "console") return;
      const line = source.lineAt(start);
      complaints.push({ file: path, line, rule: "console", message: "write to the log" });
    },
  }).visit(source.program);
  return complaints;
}

import { TemplateError } from "./template-error.ts";

/** A piece of the text of `Fn::Sub`: literal, or the name of what is put there. */
export type SubPiece = { readonly text: string } | { readonly name: string };

/**
 * Takes the text of `Fn::Sub` apart. `${!Name}` stands for a literal `${Name}`.
 *
 * @throws TemplateError
 */
export function subPieces(text: string): SubPiece[] {
  const pieces: SubPiece[] = [];
  let end = 0;
  // Not by an expression: on a text of nothing but "${" that would take quadratic time.
  for (;;) {
    const start = text.indexOf("${", end);
    const close = start < 0 ? -1 : text.indexOf("}", start);
    if (close < 0) break;
    const name = text.slice(start + 2, close);
    pieces.push({ text: text.slice(end, start) });
    pieces.push(name.startsWith("!") ? { text: `\${${name.slice(1)}}` } : { name: checked(name) });
    end = close + 1;
  }
  pieces.push({ text: text.slice(end) });
  return pieces;
}

function checked(name: string): string {
  if (/^[\w.:]+$/.test(name)) return name;
  throw new TemplateError(
    "Template error: variable names in Fn::Sub syntax must contain only alphanumeric " +
      "characters, underscores, periods, and colons",
  );
}

/** `A.B.C` names the attribute `B.C` of `A`: the first dot ends the logical id. */
export function attributeIn(name: string): { logicalId: string; attribute: string } | undefined {
  const dot = name.indexOf(".");
  if (dot < 0) return undefined;
  return { logicalId: name.slice(0, dot), attribute: name.slice(dot + 1) };
}

import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  parseDocument,
  type Scalar,
} from "yaml";
import { plainScalar } from "./scalars.ts";
import { TemplateError } from "./template-error.ts";

/**
 * Reads YAML 1.1 without aliases, which AWS refuses too. Short forms such as `!GetAtt A.B` become
 * what they are short for.
 *
 * @throws TemplateError
 */
export function readYaml(text: string): unknown {
  const document = parseDocument(text, {
    version: "1.1",
    schema: "failsafe",
    logLevel: "error",
    prettyErrors: true,
  });
  const [error] = document.errors;
  if (error) {
    const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
    const place = `(line ${line}, column ${col})`;
    throw new TemplateError(`Template format error: YAML not well-formed. ${place}`);
  }
  return contentFrom(document.contents);
}

function contentFrom(node: ParsedNode | null): unknown {
  if (node === null) return null;
  if (isAlias(node)) {
    throw new TemplateError(
      "Template error: YAML aliases are not allowed in CloudFormation templates",
    );
  }
  const name = node.tag?.startsWith("!") ? longNameOf(node.tag.slice(1)) : undefined;
  const value = bareContent(node, name !== undefined);
  return name === undefined ? value : { [name]: argumentOf(name, value) };
}

function longNameOf(shortName: string): string {
  return shortName === "Ref" || shortName === "Condition" ? shortName : `Fn::${shortName}`;
}

/** The first dot ends the logical id: names of attributes may hold dots. */
function argumentOf(name: string, value: unknown): unknown {
  if (name !== "Fn::GetAtt" || typeof value !== "string") return value;
  const dot = value.indexOf(".");
  return dot < 0 ? value : [value.slice(0, dot), value.slice(dot + 1)];
}

function bareContent(node: ParsedNode, isShort: boolean): unknown {
  if (isScalar(node)) return scalarOf(node, isShort);
  if (isSeq(node)) return node.items.map(contentFrom);
  return isMap(node) ? Object.fromEntries(node.items.map(memberOf)) : null;
}

function memberOf({ key, value }: Pair<ParsedNode, ParsedNode | null>): [string, unknown] {
  if (!isScalar(key)) {
    throw new TemplateError("Template format error: YAML not well-formed.");
  }
  return [String(key.value), contentFrom(value)];
}

/** The argument of a short form is text: `!Ref 1` names a parameter that is called 1. */
function scalarOf(node: Scalar.Parsed, isShort: boolean): unknown {
  const text = String(node.value);
  const isPlain = node.type === "PLAIN" && !isShort && node.tag !== "tag:yaml.org,2002:str";
  return isPlain ? plainScalar(text) : text;
}

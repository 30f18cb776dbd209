import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  type ParsedNode,
  parseDocument,
  type Scalar,
} from "yaml";
import { plainScalar } from "./scalars.ts";
import { attributeIn } from "./sub-text.ts";
import { TemplateError } from "./template-error.ts";

/**
 * Reads YAML 1.1 without aliases, which AWS refuses too. Short forms such as `!GetAtt A.B` become
 * what they are short for.
 *
 * @throws TemplateError
 */
export function readYaml(text: string): unknown {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    version: "1.1",
    schema: "failsafe",
    logLevel: "error",
    lineCounter,
    // The library would compare every key with every other one.
    uniqueKeys: false,
  });
  const place = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return `(line ${line}, column ${col})`;
  };
  const [error] = document.errors;
  if (error) throw malformed(place(error.pos[0]));
  return contentFrom(document.contents, place);
}

/** Tells where in the text something begins. */
type Place = (offset: number) => string;

function malformed(place: string): TemplateError {
  return new TemplateError(`Template format error: YAML not well-formed. ${place}`);
}

function contentFrom(node: ParsedNode | null, place: Place): unknown {
  if (node === null) return null;
  if (isAlias(node)) {
    throw new TemplateError(
      "Template error: YAML aliases are not allowed in CloudFormation templates",
    );
  }
  const name = node.tag?.startsWith("!") ? longNameOf(node.tag.slice(1)) : undefined;
  const value = bareContent(node, name !== undefined, place);
  return name === undefined ? value : { [name]: argumentOf(name, value) };
}

function longNameOf(shortName: string): string {
  return shortName === "Ref" || shortName === "Condition" ? shortName : `Fn::${shortName}`;
}

function argumentOf(name: string, value: unknown): unknown {
  if (name !== "Fn::GetAtt" || typeof value !== "string") return value;
  const parts = attributeIn(value);
  return parts ? [parts.logicalId, parts.attribute] : value;
}

function bareContent(node: ParsedNode, isShort: boolean, place: Place): unknown {
  if (isScalar(node)) return scalarOf(node, isShort);
  if (isSeq(node)) return node.items.map((item) => contentFrom(item, place));
  return isMap(node) ? membersOf(node.items, place) : null;
}

function membersOf(pairs: readonly Pair<ParsedNode, ParsedNode | null>[], place: Place): unknown {
  const members = new Map<string, unknown>();
  for (const { key, value } of pairs) {
    const name = isScalar(key) ? String(key.value) : undefined;
    if (name === undefined || members.has(name)) throw malformed(place(key.range[0]));
    members.set(name, contentFrom(value, place));
  }
  return Object.fromEntries(members);
}

/** The argument of a short form is text: `!Ref 1` names a parameter that is called 1. */
function scalarOf(node: Scalar.Parsed, isShort: boolean): unknown {
  const text = String(node.value);
  const isPlain = node.type === "PLAIN" && !isShort && node.tag !== "tag:yaml.org,2002:str";
  return isPlain ? plainScalar(text) : text;
}

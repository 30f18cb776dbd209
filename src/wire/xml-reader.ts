import { malformed } from "./serialization.ts";

/** An element as it was read; prefixes of namespaces are left out of names. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** What stands between its tags, the text of its children left out. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/** Elements inside each other, and altogether. */
const depthMax = 64;
const elementsMax = 100_000;

/** Characters of a tag. */
const tagMax = 4096;
const markup = /<([^<>]*)>/g;
const tag = /^(\/?)([^\s/!?]+)(.*?)(\/?)$/s;
const attribute = /\s+([^\s=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/**
 * Reads a document as AWS's clients write them. What they never write is refused: a document type,
 * and with it every entity of the document's own, comments, and sections of plain text.
 *
 * @throws Fault MalformedXML
 */
export function readXml(text: string): XmlElement {
  const root: OpenElement = { name: "", attributes: new Map(), children: [], text: "" };
  const open = [root];
  let end = 0;
  let count = 0;
  for (const { 0: whole, 1: content = "", index } of text.matchAll(markup)) {
    const top = open.at(-1) ?? root;
    top.text += decode(textBetween(text, end, index));
    end = index + whole.length;
    if (content.startsWith("?")) continue;
    count += 1;
    if (open.length > depthMax || count > elementsMax) throw notWellFormed();
    take(open, top, content);
  }
  root.text += textBetween(text, end, text.length);
  const [document, ...others] = root.children;
  const isWhole = open.length === 1 && others.length === 0 && root.text.trim() === "";
  if (document === undefined || !isWhole) throw notWellFormed();
  return document;
}

/** Opens an element, or closes the one that is open. */
function take(open: OpenElement[], top: OpenElement, content: string): void {
  const found = content.length > tagMax ? null : tag.exec(content);
  if (found === null) throw notWellFormed();
  const [, slash, name = "", rest = "", closed] = found;
  if (slash === "/") {
    close(open, name);
    return;
  }
  const element = { name: localName(name), attributes: attributesOf(rest), ...empty() };
  top.children.push(element);
  if (closed === "") open.push(element);
}

function empty(): Pick<OpenElement, "children" | "text"> {
  return { children: [], text: "" };
}

/** What lies between two pieces of markup is text, or something that is not understood. */
function textBetween(text: string, start: number, end: number): string {
  const between = text.slice(start, end).replace(/^\ufeff/, "");
  if (between.includes("<")) throw notWellFormed();
  return between;
}

function close(open: OpenElement[], name: string): void {
  if (open.length < 2 || open.pop()?.name !== localName(name)) throw notWellFormed();
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single = ""] of text.matchAll(attribute)) {
    attributes.set(name, decode(double ?? single));
  }
  return attributes;
}

const entities: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function decode(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));|&/g, (_, decimal, hex, name) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff;
    const character = isCharacter ? String.fromCodePoint(code) : entities.get(name ?? "");
    if (character === undefined) throw notWellFormed();
    return character;
  });
}

function notWellFormed() {
  return malformed("an XML document without a document type", "something else", malformedXml);
}

/** S3's words for all that is wrong with a body. */
export const malformedXml =
  "The XML you provided was not well-formed or did not validate against our published schema";

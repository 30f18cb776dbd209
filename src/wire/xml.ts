import type { WireFault } from "./codec.ts";

/** An element with text or elements inside, already written. */
export function element(
  name: string,
  content: string,
  attributes: Readonly<Record<string, string>> = {},
): string {
  const named = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const start = name + named.join("");
  return content === "" ? `<${start}/>` : `<${start}>${content}</${name}>`;
}

/** Text as it may stand in XML 1.0. What XML cannot say at all becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(unsayable, "\ufffd")
    .replace(/[&<>"\r]/g, (sign) => entities[sign] ?? sign);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

/** Controls other than tab and line ends, and the two code points that are no characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const unsayable = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

export function xmlHeaders(requestId: string): Record<string, string> {
  return { "content-type": "text/xml", "x-amzn-requestid": requestId };
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The document with which S3 answers an error. */
export function errorXml(fault: WireFault, requestId: string): string {
  const parts =
    element("Code", escapeXml(fault.code)) +
    element("Message", escapeXml(fault.message)) +
    Object.entries(fault.members ?? {})
      .map(([name, value]) => element(name, escapeXml(String(value))))
      .join("") +
    element("RequestId", requestId);
  return xmlDeclaration + element("Error", parts);
}

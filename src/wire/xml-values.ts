import { encodeBase64 } from "./base64.ts";
import type { Member, ServiceShapes, StructureShape } from "./shape.ts";
import { writeTimestamp } from "./timestamp.ts";
import { element, escapeXml } from "./xml.ts";

type Shapes = ServiceShapes["shapes"];

/** A structure as an element, with what the shape makes attributes of. */
export function xmlElement(
  shapes: Shapes,
  name: string,
  shape: StructureShape,
  value: object,
  further: Readonly<Record<string, string>> = {},
): string {
  const members = value as Readonly<Record<string, unknown>>;
  const attributes: Record<string, string> = { ...further };
  for (const [key, member] of Object.entries(shape.members)) {
    if (!member.attribute || members[key] === undefined) continue;
    attributes[member.wire ?? key] = String(members[key]);
    if (member.wire?.startsWith("xsi:")) attributes["xmlns:xsi"] = schemaInstance;
  }
  return element(name, writeXmlMembers(shapes, shape, value), attributes);
}

const schemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

/** The members of a structure as XML elements, in the order of the shape. */
export function writeXmlMembers(shapes: Shapes, shape: StructureShape, value: object): string {
  const members = value as Readonly<Record<string, unknown>>;
  return Object.entries(shape.members)
    .filter(([, member]) => member.location === undefined && !member.attribute)
    .map(([name, member]) => writeMember(shapes, member.wire ?? name, member, members[name]))
    .join("");
}

/** One element; for a flattened list, one an item. */
function writeMember(shapes: Shapes, name: string, member: Member, value: unknown): string {
  if (value === undefined || value === null) return "";
  const shape = shapes[member.shape];
  if (shape?.kind === "list" && (shape.flattened || member.flattened)) {
    const itemName = member.wire ?? shape.member.wire ?? name;
    return (value as unknown[])
      .map((item) => writeElement(shapes, itemName, shape.member, item))
      .join("");
  }
  return writeElement(shapes, name, member, value);
}

function writeElement(shapes: Shapes, name: string, member: Member, value: unknown): string {
  const shape = shapes[member.shape];
  if (shape?.kind === "structure") return xmlElement(shapes, name, shape, value as object);
  return element(name, writeValue(shapes, member, value));
}

function writeValue(shapes: Shapes, member: Member, value: unknown): string {
  const shape = shapes[member.shape];
  switch (shape?.kind) {
    case "list": {
      const name = shape.member.wire ?? "member";
      const items = value as unknown[];
      return items.map((item) => writeElement(shapes, name, shape.member, item)).join("");
    }
    case "map":
      return Object.entries(value as object)
        .map(([key, item]) => {
          const parts =
            element(shape.key.wire ?? "key", escapeXml(key)) +
            writeElement(shapes, shape.value.wire ?? "value", shape.value, item);
          return element("entry", parts);
        })
        .join("");
    case "timestamp":
      return String(writeTimestamp(value as Date, shape.format ?? "iso8601"));
    case "blob":
      return encodeBase64(value as Uint8Array);
    default:
      return escapeXml(String(value));
  }
}

import { encodeBase64 } from "./base64.ts";
import type { Member, ServiceShapes, StructureShape } from "./shape.ts";
import { writeTimestamp } from "./timestamp.ts";
import { element, escapeXml } from "./xml.ts";

type Shapes = ServiceShapes["shapes"];

/** The members of a structure as XML elements, in the order of the shape. */
export function writeXmlMembers(shapes: Shapes, shape: StructureShape, value: object): string {
  const members = value as Readonly<Record<string, unknown>>;
  return Object.entries(shape.members)
    .map(([name, member]) => writeMember(shapes, member.wire ?? name, member, members[name]))
    .join("");
}

/** One element; for a flattened list, one an item. */
function writeMember(shapes: Shapes, name: string, member: Member, value: unknown): string {
  if (value === undefined || value === null) return "";
  const shape = shapes[member.shape];
  if (shape?.kind === "list" && (shape.flattened || member.flattened)) {
    const itemName = shape.member.wire ?? name;
    return (value as unknown[])
      .map((item) => element(itemName, writeValue(shapes, shape.member, item)))
      .join("");
  }
  return element(name, writeValue(shapes, member, value));
}

function writeValue(shapes: Shapes, member: Member, value: unknown): string {
  const shape = shapes[member.shape];
  switch (shape?.kind) {
    case "structure":
      return writeXmlMembers(shapes, shape, value as object);
    case "list": {
      const name = shape.member.wire ?? "member";
      const items = value as unknown[];
      return items.map((item) => element(name, writeValue(shapes, shape.member, item))).join("");
    }
    case "map":
      return Object.entries(value as object)
        .map(([key, item]) => {
          const parts =
            element(shape.key.wire ?? "key", escapeXml(key)) +
            element(shape.value.wire ?? "value", writeValue(shapes, shape.value, item));
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

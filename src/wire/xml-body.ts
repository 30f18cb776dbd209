import type { Input } from "./codec.ts";
import { scalarOf } from "./form-values.ts";
import { malformed } from "./serialization.ts";
import type { ListShape, MapShape, Member, ServiceShapes, StructureShape } from "./shape.ts";
import { malformedXml, type XmlElement } from "./xml-reader.ts";

type Shapes = ServiceShapes["shapes"];

/**
 * The members of a structure that an XML element holds. What the shape does not know is left out.
 *
 * @throws Fault SerializationException for text of the wrong kind
 */
export function readXmlMembers(shapes: Shapes, shape: StructureShape, element: XmlElement): Input {
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    if (member.location !== undefined) continue;
    const value = readMember(shapes, member.wire ?? name, member, element);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

function readMember(shapes: Shapes, wire: string, member: Member, parent: XmlElement): unknown {
  if (member.attribute) return parent.attributes.get(wire);
  const found = parent.children.filter((child) => child.name === wire);
  const [first] = found;
  if (first === undefined) return undefined;
  const shape = shapes[member.shape];
  if (shape?.kind === "list" && (shape.flattened || member.flattened)) {
    return found.map((item) => readValue(shapes, shape.member, item));
  }
  return readValue(shapes, member, first);
}

function readValue(shapes: Shapes, member: Member, element: XmlElement): unknown {
  const shape = shapes[member.shape];
  switch (shape?.kind) {
    case "structure":
      return readXmlMembers(shapes, shape, element);
    case "list":
      return readList(shapes, shape, element);
    case "map":
      return readMap(shapes, shape, element);
    default: {
      const value = scalarOf(shape, element.text);
      if (value !== undefined) return value;
      throw malformed(`${shape?.kind} in ${element.name}`, element.text, malformedXml);
    }
  }
}

function readList(shapes: Shapes, shape: ListShape, element: XmlElement): unknown[] {
  const name = shape.member.wire ?? "member";
  return element.children
    .filter((child) => child.name === name)
    .map((item) => readValue(shapes, shape.member, item));
}

function readMap(shapes: Shapes, { key, value }: MapShape, element: XmlElement): object {
  const entries = element.children.map((entry) => {
    const part = (name: string) => entry.children.find((child) => child.name === name);
    const item = part(value.wire ?? "value");
    return [part(key.wire ?? "key")?.text ?? "", item && readValue(shapes, value, item)] as const;
  });
  return Object.fromEntries(entries);
}

import type { GivenInput, OperationName, Output } from "./operation.ts";
import type { Member, ServiceShapes } from "./shape.ts";
import { writeTimestamp } from "./timestamp.ts";
import { readXmlMembers } from "./xml-body.ts";
import { readXml, type XmlElement } from "./xml-reader.ts";

type Shapes = ServiceShapes["shapes"];
type Name<Sdk> = OperationName<Sdk> & string;

/** The form with which a client calls an operation of a service that speaks forms and XML. */
export function writeForm<Sdk, N extends Name<Sdk>>(
  { shapes, operations, apiVersion }: ServiceShapes,
  name: N,
  input: GivenInput<Sdk, N>,
): Record<string, string> {
  const form = { Action: name, Version: apiVersion };
  const shape = operations[name]?.input;
  return shape === undefined
    ? form
    : { ...form, ...Object.fromEntries(pairsOf(shapes, { shape }, input, "")) };
}

/** What such an operation has answered. */
export function readAnswer<Sdk, N extends Name<Sdk>>(
  { shapes, operations }: ServiceShapes,
  name: N,
  xml: string,
): Output<Sdk, N> {
  const shape = shapes[operations[name]?.output ?? ""];
  const result = readXml(xml).children.find((child) => child.name === `${name}Result`) ?? nothing;
  const answer = shape?.kind === "structure" ? readXmlMembers(shapes, shape, result) : {};
  return answer as Output<Sdk, N>;
}

/** An operation that has nothing to say may leave its result out. */
const nothing: XmlElement = { name: "", attributes: new Map(), children: [], text: "" };

type Pair = readonly [name: string, value: string];

/** `Tags.member.1.Key=team`; a list without items is written too, as it means something. */
function pairsOf(shapes: Shapes, member: Member, value: unknown, path: string): Pair[] {
  if (value === undefined || value === null) return [];
  const shape = shapes[member.shape];
  switch (shape?.kind) {
    case "structure": {
      const values = value as Readonly<Record<string, unknown>>;
      return Object.entries(shape.members).flatMap(([name, inner]) =>
        pairsOf(shapes, inner, values[name], below(path, inner.wire ?? name)),
      );
    }
    case "list": {
      const items = value as readonly unknown[];
      if (items.length === 0) return [[path, ""]];
      const start = shape.flattened ? path : below(path, shape.member.wire ?? "member");
      return items.flatMap((item, index) =>
        pairsOf(shapes, shape.member, item, below(start, String(index + 1))),
      );
    }
    case "timestamp":
      return [[path, String(writeTimestamp(value as Date, shape.format ?? "iso8601"))]];
    case "map":
    case "blob":
    case "document":
      throw new Error(`no operation that is called takes a ${shape.kind}, as ${path} is`);
    default:
      return [[path, String(value)]];
  }
}

function below(path: string, step: string): string {
  return path === "" ? step : `${path}.${step}`;
}

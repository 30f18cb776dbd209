import { decodeBase64 } from "./base64.ts";
import type { Input } from "./codec.ts";
import { memberPath } from "./member-path.ts";
import type { WireQuery } from "./query-string.ts";
import { wrongKind } from "./serialization.ts";
import type { ListShape, MapShape, ServiceShapes, Shape, StructureShape } from "./shape.ts";
import { readTimestamp } from "./timestamp.ts";

type Shapes = ServiceShapes["shapes"];

/** A form as a tree: `Tags.member.1.Key` is four steps deep. */
export interface FormTree {
  text?: string;
  readonly parts: Map<string, FormTree>;
}

/** Steps in one name, so that `a.a.a.a…` cannot go on for ever. */
const depthMax = 64;

/** The pairs of a form, by the steps of their names. */
export function formTree(pairs: WireQuery): FormTree {
  const root: FormTree = { parts: new Map() };
  for (const { name, value } of pairs) {
    let tree = root;
    for (const step of name.split(".", depthMax)) {
      let next = tree.parts.get(step);
      if (next === undefined) {
        next = { parts: new Map() };
        tree.parts.set(step, next);
      }
      tree = next;
    }
    tree.text = value;
  }
  return root;
}

/**
 * The input that a form describes.
 * @throws Fault SerializationException for text that is no number, boolean, time or base64
 */
export function readFormTree(shapes: Shapes, name: string, tree: FormTree): Input {
  const shape = shapes[name];
  return shape?.kind === "structure" ? readStructure(shapes, shape, tree, "") : {};
}

function readValue(shapes: Shapes, name: string, tree: FormTree, path: string): unknown {
  const shape = shapes[name];
  switch (shape?.kind) {
    case "structure":
      return readStructure(shapes, shape, tree, path);
    case "list":
      return readList(shapes, shape, tree, path);
    case "map":
      return readMap(shapes, shape, tree, path);
    default:
      return readScalar(shape, tree.text, path);
  }
}

function readStructure(
  shapes: Shapes,
  shape: StructureShape,
  tree: FormTree,
  path: string,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    const part = tree.parts.get(member.wire ?? name);
    if (part === undefined) continue;
    const value = readValue(shapes, member.shape, part, memberPath(path, name));
    if (value !== undefined) result[name] = value;
  }
  return result;
}

/** `Tags=` alone is an empty list. */
function readList(shapes: Shapes, shape: ListShape, tree: FormTree, path: string): unknown[] {
  const items = shape.flattened ? tree : tree.parts.get(shape.member.wire ?? "member");
  if (items === undefined) return [];
  return numbered(items)
    .map((item, index) =>
      readValue(shapes, shape.member.shape, item, `${path}.${index + 1}.member`),
    )
    .filter((item) => item !== undefined);
}

function readMap(shapes: Shapes, shape: MapShape, tree: FormTree, path: string): object {
  const entries = numbered(tree.parts.get("entry") ?? tree).map((entry) => {
    const key = entry.parts.get(shape.key.wire ?? "key")?.text ?? "";
    const part = entry.parts.get(shape.value.wire ?? "value") ?? { parts: new Map() };
    return [key, readValue(shapes, shape.value.shape, part, `${path}.value`)] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Items under the numbers that a list's names carry, in their order, gaps or not. */
function numbered(tree: FormTree): FormTree[] {
  return [...tree.parts]
    .filter(([step]) => /^\d{1,9}$/.test(step))
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([, item]) => item);
}

function readScalar(shape: Shape | undefined, text: string | undefined, path: string): unknown {
  if (text === undefined) return undefined;
  const value = scalarOf(shape, text);
  if (value === undefined) throw wrongKind(path, shape?.kind ?? "string", text);
  return value;
}

/** A text as the kind of value that a shape names; undefined when it is not one. */
export function scalarOf(shape: Shape | undefined, text: string): unknown {
  switch (shape?.kind) {
    case "boolean":
      if (text === "true") return true;
      return text === "false" ? false : undefined;
    case "integer":
      return /^-?\d{1,10}$/.test(text) && (Number(text) | 0) === Number(text)
        ? Number(text)
        : undefined;
    case "long":
      return /^-?\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text))
        ? Number(text)
        : undefined;
    case "float":
    case "double":
      return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : undefined;
    case "timestamp":
      return readTimestamp(text);
    case "blob":
      return decodeBase64(text);
    default:
      return text;
  }
}

import type { Call } from "../call.ts";
import { contextReader } from "../context-variables.ts";
import type { MappingPiece, StagePlan } from "../plan.ts";
import { headerValues } from "../request-head.ts";
import type { BodyValues } from "./body-values.ts";

/** What values are read from. */
export interface Source {
  readonly call: Call;
  /** Of the request or of the answer: names and values in turn. */
  readonly headers: readonly string[];
  /** Empty where no value needs it. */
  readonly body: BodyValues;
}

/** Reads a value; undefined when nothing that it is made of is there. */
export type ValueReader = (source: Source) => string | undefined;

/** What readers of one route have in common. */
export interface Names {
  /** Of the route's path variables, in order. */
  readonly pathVariables: readonly string[];
  readonly stageVariables: StagePlan["variables"];
}

/** A value that cannot stand where it is mapped to. */
export class UnmappableValue extends Error {
  override readonly name = "UnmappableValue";
}

/** As long as a whole head from a client may be. */
const valueLengthMax = 10_240;

/**
 * Finds out how to read a value, once for all requests.
 *
 * @param encode is applied to all but fixed text
 * @throws Error when a piece names what there is not
 */
export function compileValue(
  pieces: readonly MappingPiece[],
  names: Names,
  encode: (text: string) => string = (text) => text,
): ValueReader {
  const readers = pieces.map((piece) => readerOf(piece, names));
  return (source) => {
    let whole: string | undefined;
    for (const [index, read] of readers.entries()) {
      const text = read(source)?.toWellFormed();
      if (text === undefined) continue;
      whole = (whole ?? "") + (pieces[index]?.from === "text" ? text : encode(text));
    }
    if ((whole?.length ?? 0) > valueLengthMax) {
      throw new UnmappableValue(`a mapped value is longer than ${valueLengthMax} characters`);
    }
    return whole;
  };
}

/** Whether a value is made of the body, so that this has to be read first. */
export function needsBody(pieces: readonly MappingPiece[]): boolean {
  return pieces.some(({ from }) => from === "body");
}

/**
 * A value as the text of a header in an event. Whatever could end the header is refused: what
 * follows might be read as another header by whoever passes it on.
 *
 * @throws UnmappableValue
 */
export function plainHeaderText(name: string, value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (/[\x00-\x08\x0a-\x1f\x7f]/.test(value)) {
    throw new UnmappableValue(`the value mapped to the header ${name} has a control character`);
  }
  return value;
}

/**
 * A value as the bytes of a header, written in Latin-1 as `node:http` does.
 *
 * @throws UnmappableValue
 */
export function headerText(name: string, value: string): string {
  const text = plainHeaderText(name, value);
  return /^[\t\x20-\x7e]*$/.test(text) ? text : Buffer.from(text, "utf8").toString("latin1");
}

function readerOf(piece: MappingPiece, names: Names): ValueReader {
  switch (piece.from) {
    case "text":
      return () => piece.text;
    case "path":
      return ({ call }) => call.decision.routePath;
    case "body":
      return ({ body }) => body.at(piece.path);
    case "header":
      return ({ headers }) => headerOf(headers, piece.name);
    case "querystring":
      return ({ call }) => queryOf(call, piece.name);
    case "stage-variable": {
      const value = new Map(Object.entries(names.stageVariables)).get(piece.name);
      return () => value;
    }
    case "path-variable": {
      const place = names.pathVariables.indexOf(piece.name);
      if (place < 0) throw new Error(`the route's path has no variable {${piece.name}}`);
      return ({ call }) => call.decision.values[place];
    }
    case "context": {
      const read = contextReader(piece.name);
      if (!read) throw new Error(`there is no variable $context.${piece.name}`);
      return ({ call }) => read(call);
    }
  }
}

/** Values of one name joined with commas, their bytes read as UTF-8. */
function headerOf(headers: readonly string[], name: string): string | undefined {
  const values = headerValues(headers, name);
  if (values.length === 0) return undefined;
  const text = values.join(",");
  return /^[\x20-\x7e]*$/.test(text) ? text : Buffer.from(text, "latin1").toString("utf8");
}

function queryOf({ decision }: Call, name: string): string | undefined {
  const values = new URLSearchParams(decision.path?.query ?? "").getAll(name);
  return values.length === 0 ? undefined : values.join(",");
}

import { Fault } from "../foundation/fault.ts";

/** A request whose bytes are not what its operation takes. `text` is AWS's message for it. */
export function malformed(expected: string, received: string, text?: string): Fault {
  return new Fault("SerializationException", text ?? `Expected ${expected}.`, {
    reason: {
      check: "request body",
      expected,
      received,
      change: "Send what the operation's input declares; an AWS SDK does so by itself.",
    },
  });
}

/** A value of the wrong kind. */
export function wrongKind(path: string, expected: string, value: unknown): Fault {
  const received = kindOf(value);
  const text = textOf(received, expected);
  return malformed(`${expected} at '${path}'`, received, text);
}

const javaNames: Readonly<Record<string, string>> = {
  boolean: "Boolean",
  integer: "Integer",
  long: "Long",
  float: "Float",
  double: "Double",
  string: "String",
  "whole number": "Integer",
  "number with a fraction": "Double",
  timestamp: "Date",
  blob: "ByteBuffer",
};

/** As Java would name it, which is what AWS's texts do. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "list";
  if (typeof value === "number") {
    return Number.isInteger(value) ? "whole number" : "number with a fraction";
  }
  return typeof value === "object" ? "structure or map" : typeof value;
}

function textOf(received: string, expected: string): string {
  if (received === "list") return "Start of list found where not expected";
  if (received === "structure or map") {
    return "Start of structure or map found where not expected.";
  }
  const from = javaNames[received];
  const to = javaNames[expected];
  if (from === undefined || to === undefined) return "Unexpected field type";
  return `class java.lang.${from} can not be converted to an ${to}`;
}

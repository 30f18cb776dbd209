import type { IncomingMessage } from "node:http";
import type { EventBody } from "./event-source.ts";

/** Types whose bodies are text in an event. AWS: Lambda proxy integrations. */
const textTypes =
  /^\s*(?:text\/|application\/(?:json|xml|javascript|ecmascript)\b|[\w.+-]+\/[\w.-]+\+(?:json|xml)\b)/i;

/** A request's body as it stands in an event: as text where its type is text, else as base64. */
export function eventBody(request: IncomingMessage, bytes: Buffer): EventBody {
  if (bytes.length === 0) return { text: undefined, bytes: 0, isBase64Encoded: false };
  const { "content-type": type = "", "content-encoding": encoding } = request.headers;
  // A body that is compressed is not text, whatever it will be.
  const isText = encoding === undefined && textTypes.test(type);
  const text = bytes.toString(isText ? "utf8" : "base64");
  return { text, bytes: bytes.length, isBase64Encoded: !isText };
}

/**
 * Reads a body whole.
 *
 * @param done hears the body, or `too-long` as soon as there is more than `bytesMax`; nothing when
 *   the client goes away before all came
 */
export function readBody(
  request: IncomingMessage,
  bytesMax: number,
  done: (body: Buffer | "too-long") => void,
): void {
  const parts: Buffer[] = [];
  let size = 0;
  const onData = (part: Buffer) => {
    size += part.length;
    parts.push(part);
    if (size <= bytesMax) return;
    request.off("data", onData);
    request.off("end", onEnd);
    request.resume();
    done("too-long");
  };
  const onEnd = () => done(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts));
  request.on("data", onData);
  request.on("end", onEnd);
}

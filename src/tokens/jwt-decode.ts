/** A token taken apart. Nothing in it is believed yet. */
export interface DecodedToken {
  readonly header: Claims;
  readonly claims: Claims;
  /** The text that the signature covers: header and payload, still encoded. */
  readonly signed: string;
  /** Still encoded, base64url. */
  readonly signature: string;
}

/** A JSON object out of a token: any member may be missing or of any kind. */
export type Claims = Readonly<Record<string, unknown>>;

/** Not a token at all; `detail` says why, without quoting it. */
export interface MalformedToken {
  readonly detail: string;
}

/** Longer than a request's head may be, so that nothing longer is ever worth reading. */
const tokenLengthMax = 10_240;

/** Three parts of base64url without padding (RFC 7515 section 3.1), none of them empty. */
const compactForm = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Takes a signed token in compact form apart. */
export function decodeJwt(text: string): DecodedToken | MalformedToken {
  if (text.length > tokenLengthMax) return { detail: `it is ${text.length} characters long` };
  if (!compactForm.test(text)) return { detail: shapeOf(text) };
  const headerEnd = text.indexOf(".");
  const payloadEnd = text.indexOf(".", headerEnd + 1);
  const header = readObject(text.slice(0, headerEnd));
  if (!header) return { detail: "its header is not a JSON object in base64url" };
  const claims = readObject(text.slice(headerEnd + 1, payloadEnd));
  if (!claims) return { detail: "its payload is not a JSON object in base64url" };
  return {
    header,
    claims,
    signed: text.slice(0, payloadEnd),
    signature: text.slice(payloadEnd + 1),
  };
}

/** Whether a value is a JSON object: neither null nor a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readObject(encoded: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(encoded, "base64url").toString("utf8"));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function shapeOf(text: string): string {
  const parts = text.split(".").length;
  if (parts !== 3) return `it has ${parts} part${parts === 1 ? "" : "s"} between dots, not 3`;
  return "a part of it is empty, or has characters that are not base64url";
}

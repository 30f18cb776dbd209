/** Which host the first bytes of a connection ask for; not known while more have to come. */
export type AskedName =
  | { readonly known: false }
  /** The name as it is spelled; none where the bytes ask for no name. */
  | { readonly known: true; readonly name?: string };

const notYet: AskedName = { known: false };
const none: AskedName = { known: true };

/** Reads the name from what a client sends first: in TLS (RFC 6066, section 3) or in HTTP/1. */
export function askedName(bytes: Buffer): AskedName {
  if (bytes.length === 0) return notYet;
  return bytes[0] === handshakeRecord ? inTls(bytes) : inHttp(bytes.toString("latin1"));
}

const handshakeRecord = 0x16;
const clientHello = 1;
const serverNameExtension = 0;

function inTls(bytes: Buffer): AskedName {
  const parts: Buffer[] = [];
  let next = 0;
  while (bytes.length >= next + 5 && bytes[next] === handshakeRecord) {
    const start = next + 5;
    next = start + bytes.readUInt16BE(start - 2);
    parts.push(bytes.subarray(start, next));
  }
  const message = Buffer.concat(parts);
  if (message.length < 4) return notYet;
  if (message[0] !== clientHello) return none;
  const end = 4 + message.readUIntBE(1, 3);
  if (message.length < end) return notYet;
  try {
    return inHello(message.subarray(4, end));
  } catch {
    // Lengths that lead nowhere: no server takes that.
    return none;
  }
}

/** Version, random, session, cipher suites and compression stand before the extensions. */
function inHello(hello: Buffer): AskedName {
  let at = 2 + 32;
  at += 1 + hello.readUInt8(at);
  at += 2 + hello.readUInt16BE(at);
  at += 1 + hello.readUInt8(at);
  at += 2;
  while (at + 4 <= hello.length) {
    const [type, length] = [hello.readUInt16BE(at), hello.readUInt16BE(at + 2)];
    at += 4;
    if (type === serverNameExtension) {
      const name = hello.subarray(at + 5, at + 5 + hello.readUInt16BE(at + 3));
      return { known: true, name: name.toString("latin1") };
    }
    at += length;
  }
  return none;
}

/** Other protocols may wait for an answer to their first line, so only HTTP's head is awaited. */
function inHttp(text: string): AskedName {
  if (/^[A-Z]{1,20}(?: [^\r\n]*)?\r?$/.test(text)) return notYet;
  if (!/^[A-Z]+ [^\r\n]+ HTTP\/1\.[01]\r?\n/.test(text)) return none;
  const end = text.search(/\n\r?\n/);
  if (end < 0) return notYet;
  const name = /\nhost:[ \t]*([^\r\n]*)/i.exec(text.slice(0, end))?.[1]?.trim();
  return name ? { known: true, name } : none;
}

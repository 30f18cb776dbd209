/** A map of texts in CBOR (RFC 8949), all that a refusal takes. */
export function cborMap(entries: Readonly<Record<string, string>>): Buffer {
  const pairs = Object.entries(entries);
  return Buffer.concat([head(5, pairs.length), ...pairs.flat().map(cborText)]);
}

function cborText(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([head(3, bytes.length), bytes]);
}

/** The major type, and a number that follows it in as few bytes as it takes. */
function head(majorType: number, value: number): Buffer {
  const type = majorType << 5;
  if (value < 24) return Buffer.of(type | value);
  if (value < 0x100) return Buffer.of(type | 24, value);
  if (value < 0x10000) return Buffer.of(type | 25, value >> 8, value & 0xff);
  const bytes = Buffer.of(type | 26, 0, 0, 0, 0);
  bytes.writeUInt32BE(value, 1);
  return bytes;
}

import { createHash } from "node:crypto";
import type { StreamedBody } from "../wire/operation.ts";
import { badChecksum, type ChecksumInput, checksumNamed, sentChecksums } from "./checksums.ts";
import { fault, type ObjectsContext } from "./contract.ts";
import { type ChecksumName, isChecksumName, startChecksum } from "./domain/checksum.ts";
import type { Checksums, ContentReference } from "./domain/stored-object.ts";

/** Bytes that were received, checked and kept, which nothing refers to yet. */
export interface Received {
  readonly content: ContentReference;
  /** Hexadecimal. */
  readonly md5: string;
  readonly checksums: Checksums["values"];
}

interface Upload extends ChecksumInput {
  readonly Body?: StreamedBody | undefined;
  readonly ContentMD5?: string | undefined;
}

/**
 * Keeps the bytes of a request, held against every checksum that came with them, before or behind.
 * Nothing stays of bytes that are not what they should be.
 *
 * @param further a checksum to compute, whether the client sends it or not
 */
export async function receive(
  input: Upload,
  { keeper }: ObjectsContext,
  further?: ChecksumName,
): Promise<Received> {
  const sent = sentChecksums(input);
  const md5 = expectedMd5(input.ContentMD5);
  const named = checksumNamed(input.ChecksumAlgorithm) ?? further;
  const announced = (input.Body?.announced ?? []).flatMap(checksumIn);
  const names = new Set([...sent.keys(), ...announced, ...(named === undefined ? [] : [named])]);
  const running = new Map([...names].map((name) => [name, startChecksum(name)]));
  const hash = createHash("md5");
  let digest = Buffer.alloc(0);
  const checksums: Record<string, string> = {};

  async function* checked(): AsyncGenerator<Buffer> {
    for await (const chunk of input.Body ?? []) {
      hash.update(chunk);
      for (const each of running.values()) each.update(chunk);
      yield chunk;
    }
    digest = hash.digest();
    if (md5 !== undefined && !md5.equals(digest)) throw fault("BadDigest");
    for (const [name, value] of trailing(input.Body)) sent.set(name, value);
    for (const [name, each] of running) checksums[name] = each.digest().toString("base64");
    for (const [name, value] of sent) {
      if (checksums[name] !== value) throw badChecksum(name);
    }
  }

  const content = await keeper.keep(checked());
  return { content, md5: digest.toString("hex"), checksums };
}

/** Keeps bytes that are here already, as others. */
export function receiveCopy(
  source: AsyncIterable<Buffer>,
  checksum: ChecksumName | undefined,
  context: ObjectsContext,
): Promise<Received> {
  const Body = {
    announced: [],
    trailers: new Map<string, string>(),
    [Symbol.asyncIterator]: () => source[Symbol.asyncIterator](),
  };
  return receive({ Body }, context, checksum);
}

function expectedMd5(text: string | undefined): Buffer | undefined {
  if (text === undefined) return undefined;
  const bytes = Buffer.from(text, "base64");
  if (bytes.length !== 16) throw fault("InvalidDigest");
  return bytes;
}

/** Checksums that came behind the bytes. */
function* trailing(body: StreamedBody | undefined): Generator<[ChecksumName, string]> {
  for (const [header, value] of body?.trailers ?? []) {
    for (const name of checksumIn(header)) yield [name, value];
  }
}

/** The checksum that a header carries, if it does. */
function checksumIn(header: string): ChecksumName[] {
  const name = /^x-amz-checksum-(.+)$/.exec(header)?.[1]?.toUpperCase();
  return name !== undefined && isChecksumName(name) ? [name] : [];
}

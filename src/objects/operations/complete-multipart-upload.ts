import type { CompletedPart } from "@aws-sdk/client-s3";
import { badChecksum, checksumMembers, sentChecksums } from "../checksums.ts";
import { fault, type InputOf, type ObjectsContext, operation } from "../contract.ts";
import { assemble, assembledEtag } from "../domain/assembly.ts";
import { type ChecksumName, compositeChecksum, startChecksum } from "../domain/checksum.ts";
import type { Checksums } from "../domain/stored-object.ts";
import { encrypting } from "../settings.ts";
import { endOf, type Part, type Upload } from "../upload-store.ts";
import { findUpload } from "../uploads.ts";
import { versionNamed, writeObject } from "../writing.ts";

/** Makes one object of the parts of an upload. */
export const completeMultipartUpload = operation("CompleteMultipartUpload", {
  access: "iam",
  async run(input, context) {
    const { bucket, upload } = await findUpload(input, context);
    const all = await context.uploads.allParts(input.UploadId);
    const parts = partsOf(input, all);
    const checksums = await checksumsOf(upload.value, parts, context);
    checkSent(input, checksums);
    const taken = new Set(parts.map(({ content }) => content.id));
    const together = endOf(upload, all, taken);
    const draft = draftOf(upload.value, parts, checksums);
    const object = await writeObject(draft, input, { claims: [], together }, context);
    await context.uploads.clear(object.modifiedAt);
    return {
      Location: `/${bucket.name}/${input.Key}`,
      Bucket: bucket.name,
      Key: input.Key,
      ETag: `"${object.etag}"`,
      ...versionNamed(bucket, object),
      ...encrypting(object.encryption),
      ...checksumMembers(checksums),
    };
  },
});

function partsOf(input: InputOf<"CompleteMultipartUpload">, all: readonly Part[]) {
  const given: readonly CompletedPart[] = input.MultipartUpload?.Parts ?? [];
  if (given.length === 0) throw fault("MalformedXML");
  const named = given.map(({ PartNumber, ETag }) => ({
    number: PartNumber ?? 0,
    etag: ETag ?? "",
  }));
  const parts = assemble(named, all);
  if (typeof parts !== "string") return parts;
  throw fault(parts, undefined, {
    reason: {
      check: "parts",
      expected:
        "parts that were uploaded, in the order of their numbers, of 5 MiB but for the last",
      received: named
        .map(({ number }) => number)
        .join(", ")
        .slice(0, 200),
      change: "Name each part by the number and the ETag that UploadPart answered.",
    },
  });
}

function draftOf(upload: Upload, parts: readonly Part[], checksums: Checksums | undefined) {
  const { bucket, key, description, encryption, tags, storageClass } = upload;
  return {
    ...{ kind: "object" as const, bucket, key, description, encryption, tags },
    size: parts.reduce((sum, part) => sum + part.size, 0),
    etag: assembledEtag(parts),
    contents: parts.map(({ content }) => content),
    partSizes: parts.map(({ size }) => size),
    ...(storageClass !== undefined && { storageClass }),
    ...(checksums && { checksums }),
  };
}

/** Of the parts' checksums, or of the whole object, which is read once for it. */
async function checksumsOf(
  { checksum }: Upload,
  parts: readonly Part[],
  context: ObjectsContext,
): Promise<Checksums | undefined> {
  if (checksum === undefined) return undefined;
  const { name, type } = checksum;
  const value =
    type === "COMPOSITE"
      ? compositeChecksum(
          name,
          parts.map((part) => part.checksums[name] ?? ""),
        )
      : await wholeChecksum(name, parts, context);
  return { type, values: { [name]: value } };
}

async function wholeChecksum(
  name: ChecksumName,
  parts: readonly Part[],
  { keeper }: ObjectsContext,
): Promise<string> {
  const running = startChecksum(name);
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const contents = parts.map(({ content }) => content);
  for await (const chunk of keeper.read(contents, 0, size)) running.update(chunk);
  return running.digest().toString("base64");
}

function checkSent(
  input: InputOf<"CompleteMultipartUpload">,
  checksums: Checksums | undefined,
): void {
  for (const [name, value] of sentChecksums(input)) {
    const computed = checksums?.values[name];
    if (computed !== undefined && computed !== value) throw badChecksum(name);
  }
}

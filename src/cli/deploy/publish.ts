import { readFile } from "node:fs/promises";
import { readXml } from "../../wire/xml-reader.ts";
import type { Client } from "../client.ts";
import type { FileAsset } from "./stack-source.ts";
import { placed, type Target } from "./target.ts";
import { zipFolder } from "./zip.ts";

/**
 * Puts a file into the bucket that its manifest names, if it is not there yet: the key is made of
 * its content.
 *
 * @returns whether it was not there
 */
export async function publish(asset: FileAsset, target: Target): Promise<boolean> {
  const bucket = placed(asset.bucket, target);
  const key = placed(asset.key, target);
  if (await isThere(target.client, bucket, key)) return false;
  const content =
    asset.packaging === "zip"
      ? await zipFolder(asset.path)
      : new Uint8Array(await readFile(asset.path));
  await target.client.s3("PUT", pathOf(bucket, key), content);
  return true;
}

async function isThere(client: Client, bucket: string, key: string): Promise<boolean> {
  const query = new URLSearchParams({ "list-type": "2", prefix: key, "max-keys": "1" });
  const list = readXml(await client.s3("GET", `${pathOf(bucket)}?${query}`));
  return list.children
    .filter(({ name }) => name === "Contents")
    .some(({ children }) => children.some(({ name, text }) => name === "Key" && text === key));
}

/** `/bucket/a/b`, as S3 signs it. */
export function pathOf(bucket: string, key?: string): string {
  const steps = key === undefined ? [bucket] : [bucket, ...key.split("/")];
  return steps.map((step) => `/${encode(step)}`).join("");
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

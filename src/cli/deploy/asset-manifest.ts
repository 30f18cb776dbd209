import { resolve } from "node:path";
import { Failure } from "../failure.ts";
import { readJson } from "./json-file.ts";
import type { FileAsset } from "./stack-source.ts";

interface AssetManifest {
  readonly files?: Readonly<Record<string, FileEntry>>;
  readonly dockerImages?: Readonly<Record<string, { readonly displayName?: string }>>;
}

interface FileEntry {
  readonly displayName?: string;
  readonly source?: {
    readonly path?: string;
    readonly packaging?: string;
    readonly executable?: readonly string[];
  };
  readonly destinations?: Readonly<Record<string, { bucketName: string; objectKey: string }>>;
}

/**
 * The files that a manifest of assets (`NAME.assets.json`) names.
 *
 * @param folder of the assembly, which paths in it start from
 * @throws Failure naming what cannot be published
 */
export async function readAssetManifest(folder: string, name: string): Promise<FileAsset[]> {
  const { files = {}, dockerImages = {} } = await readJson<AssetManifest>(resolve(folder, name));
  for (const [id, { displayName = id }] of Object.entries(dockerImages)) {
    throw new Failure(
      `${displayName}, an asset in ${name}, is a container image, and there is no registry here ` +
        "that would take it. Deploy the function's code as a folder or a zip file.",
    );
  }
  return Object.entries(files).flatMap(([id, entry]) => assetsOf(folder, id, entry));
}

/** One for each place that it goes to. */
function assetsOf(folder: string, id: string, entry: FileEntry): FileAsset[] {
  const { displayName: name = id, source = {}, destinations = {} } = entry;
  const { path, packaging = "file" } = source;
  if (path === undefined) {
    throw new Failure(
      `The asset ${name} is made by a command (${source.executable?.join(" ") ?? "none"}), ` +
        "which is not run here. Bundle it when the app is synthesised.",
    );
  }
  if (packaging !== "zip" && packaging !== "file") {
    throw new Failure(`The asset ${name} is packaged as "${packaging}", and not as zip or file.`);
  }
  const file = { name, path: resolve(folder, path), packaging } as const;
  return Object.values(destinations).map(({ bucketName, objectKey }) => ({
    ...file,
    bucket: bucketName,
    key: objectKey,
  }));
}

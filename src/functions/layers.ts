import type { LayerVersionsListItem } from "@aws-sdk/client-lambda";
import { unpackedBytesMax } from "./code/zip.ts";
import { type FunctionsContext, fault } from "./contract.ts";
import { timestamp } from "./domain/configuration.ts";
import { layerArn, layersMax, parseLayerName, parseLayerVersionArn } from "./domain/layer.ts";
import type { FunctionRecord, LayerReference } from "./domain/record.ts";
import type { LayerVersion } from "./layer-store.ts";
import { unpackedSize } from "./upload.ts";

/** The layers that a function asks for, in the order in which it does. */
export async function findLayers(
  arns: readonly string[],
  context: FunctionsContext,
): Promise<LayerReference[]> {
  if (arns.length > layersMax) throw invalid(`Cannot reference more than ${layersMax} layers.`);
  const found: LayerReference[] = [];
  for (const arn of arns) {
    const { code, unpackedBytes: bytes } = await findVersion(arn, context);
    const other = found.find((layer) => nameOf(layer.arn) === nameOf(arn));
    if (other) {
      throw invalid(
        "Two different versions of the same layer are not allowed to be referenced in the same " +
          `function. ${other.arn} and ${arn}`,
      );
    }
    found.push({ arn, code, unpackedBytes: bytes });
  }
  return found;
}

async function findVersion(arn: string, { tenant, layers }: FunctionsContext) {
  const named = parseLayerVersionArn(arn, tenant);
  const layer = named && (await layers.get(tenant, named.name, named.version));
  if (layer) return layer;
  throw fault("InvalidParameterValueException", `Layer version ${arn} does not exist.`, {
    reason: {
      check: "layer",
      expected: `a layer version of account ${tenant.account} in ${tenant.region}`,
      received: arn,
      change: "publish the layer to this server first: layers of other accounts are not here",
    },
  });
}

function nameOf(arn: string): string {
  return arn.replace(/:\d+$/, "");
}

/** Refuses code that is too large together with its layers. */
export async function checkSize(record: FunctionRecord, zip: Buffer | undefined): Promise<void> {
  if (record.layers.length === 0 || !zip) return;
  const own = await unpackedSize(zip);
  const bytes = record.layers.reduce((sum, layer) => sum + layer.unpackedBytes, own);
  if (bytes <= unpackedBytesMax) return;
  throw invalid(
    "Function code combined with layers exceeds the maximum allowed size of " +
      `${unpackedBytesMax} bytes. The actual size is ${bytes} bytes.`,
  );
}

/** The name of a layer of this account. */
export function readLayerName(text: string, { tenant }: FunctionsContext): string {
  const name = parseLayerName(text, tenant);
  if (name !== undefined) return name;
  throw fault("ResourceNotFoundException", `Layer ${text} is not one of this account and region.`);
}

/** A version that is there. */
export async function findLayerVersion(
  name: string,
  version: number,
  { tenant, layers }: FunctionsContext,
): Promise<LayerVersion> {
  const found = await layers.get(tenant, name, version);
  if (found) return found;
  throw fault("ResourceNotFoundException", "The resource you requested does not exist.", {
    reason: {
      check: "layer version",
      expected: `a version of a layer of account ${tenant.account} in ${tenant.region}`,
      received: layerArn(tenant, name, version),
      change: "list the versions with ListLayerVersions, or publish one",
    },
  });
}

/** A version as lists show it. */
export function describeListed(layer: LayerVersion): LayerVersionsListItem {
  const { tenant, name, version, runtimes, architectures, licenseInfo } = layer;
  return {
    LayerVersionArn: layerArn(tenant, name, version),
    Version: version,
    Description: layer.description,
    CreatedDate: timestamp(layer.createdAt),
    ...(runtimes.length > 0 && { CompatibleRuntimes: [...runtimes] }),
    ...(architectures.length > 0 && { CompatibleArchitectures: [...architectures] }),
    ...(licenseInfo !== undefined && { LicenseInfo: licenseInfo }),
  };
}

/** A version as it is shown by itself. Its content has no address: there is no S3 to read from. */
export function describeLayer(layer: LayerVersion) {
  const { tenant, name, code } = layer;
  return {
    ...describeListed(layer),
    LayerArn: layerArn(tenant, name),
    Content: { CodeSha256: code.sha256, CodeSize: code.size },
  };
}

interface Wanted {
  readonly CompatibleRuntime?: string | undefined;
  readonly CompatibleArchitecture?: string | undefined;
}

/** Whether a version is one of those that a list was asked for. */
export function isCompatible({ runtimes, architectures }: LayerVersion, wanted: Wanted): boolean {
  const { CompatibleRuntime: runtime, CompatibleArchitecture: architecture } = wanted;
  return (
    (runtime === undefined || runtimes.some((each) => each === runtime)) &&
    (architecture === undefined || architectures.some((each) => each === architecture))
  );
}

function invalid(message: string) {
  return fault("InvalidParameterValueException", message);
}

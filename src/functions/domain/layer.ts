import { arnOf, parseArn, type Tenant } from "../../foundation/arn.ts";

/** Lambda's limit on the layers of one function. */
export const layersMax = 5;

/** `arn:aws:lambda:us-east-1:000000000000:layer:tools`, perhaps with a version. */
export function layerArn(tenant: Tenant, name: string, version?: number): string {
  const arn = arnOf("lambda", tenant, `layer:${name}`);
  return version === undefined ? arn : `${arn}:${version}`;
}

/** A layer's name, as clients write it: a name, or an ARN of this account and region. */
export function parseLayerName(text: string, tenant: Tenant): string | undefined {
  if (!text.startsWith("arn:")) return text;
  const name = parseArn(text)?.resource.replace(/^layer:/, "") ?? "";
  return layerArn(tenant, name) === text ? name : undefined;
}

/** The version that an ARN names; undefined when it is of another account or region. */
export function parseLayerVersionArn(
  text: string,
  tenant: Tenant,
): { name: string; version: number } | undefined {
  const [, name = "", number = ""] = /^layer:([^:]+):(\d+)$/.exec(resourceOf(text)) ?? [];
  const version = Number(number);
  return layerArn(tenant, name, version) === text ? { name, version } : undefined;
}

function resourceOf(text: string): string {
  return parseArn(text)?.resource ?? "";
}

import { createHash } from "node:crypto";
import { extname } from "node:path";
import { stagingBucketOf } from "./bootstrap.ts";
import { pathOf } from "./publish.ts";
import type { FileAsset, StackSource } from "./stack-source.ts";
import { placed, type Target } from "./target.ts";

/** CloudFormation's own limit, in bytes, for a template that comes with the request. */
const inlineBytesMax = 51_200;

/** How a stack's template is sent, and the files that S3 has to keep first. */
export interface Shipment {
  readonly template: { readonly TemplateBody: string } | { readonly TemplateURL: string };
  readonly assets: readonly FileAsset[];
}

/** A template goes with the request when it is small enough, and through a bucket otherwise. */
export function shipmentOf(source: StackSource, target: Target): Shipment {
  const { template, templateFile, assets } = source;
  const others = assets.filter(({ path }) => path !== templateFile);
  if (Buffer.byteLength(template) <= inlineBytesMax) {
    return { template: { TemplateBody: template }, assets: others };
  }
  const own = assets.find(({ path }) => path === templateFile) ?? assetOf(source, target);
  const path = pathOf(placed(own.bucket, target), placed(own.key, target));
  return { template: { TemplateURL: target.client.url + path }, assets: [...others, own] };
}

function assetOf({ template, templateFile }: StackSource, target: Target): FileAsset {
  const key = createHash("sha256").update(template).digest("hex") + extname(templateFile);
  const bucket = stagingBucketOf(target);
  return { name: "the template", path: templateFile, packaging: "file", bucket, key };
}

import type { Tags } from "../../../foundation/tags.ts";
import type { ResourceContext } from "../../resource.ts";
import { tagChanges, tagsFor } from "../tags.ts";

/** API Gateway's ARNs name no account. */
export function apiArn({ tenant }: ResourceContext, apiId: string): string {
  return `arn:aws:apigateway:${tenant.region}::/apis/${apiId}`;
}

export function stageArn(context: ResourceContext, apiId: string, stageName: string): string {
  return `${apiArn(context, apiId)}/stages/${stageName}`;
}

/** Changes the tags of an API or a stage from what the template said to what it says now. */
export async function changeTags(
  ResourceArn: string,
  before: Tags | undefined,
  after: Tags | undefined,
  context: ResourceContext,
): Promise<void> {
  const { put, removed } = tagChanges(tagsFor(context, before), tagsFor(context, after));
  const { apiGateway } = context.services;
  if (removed.length > 0) await apiGateway("UntagResource", { ResourceArn, TagKeys: removed });
  if (Object.keys(put).length > 0) await apiGateway("TagResource", { ResourceArn, Tags: put });
}

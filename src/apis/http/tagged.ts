import type { Tags } from "../../foundation/tags.ts";
import { notFound } from "../domain/refusal.ts";
import { parseTagged, type Tagged } from "../domain/tags.ts";
import { changeApi, type HttpApiContext, requireApi, required } from "./contract.ts";

/**
 * The tags of the API or the stage that an ARN names.
 *
 * @throws Fault when the caller has no such API or stage in this region
 */
export async function tagsOf(context: HttpApiContext, arn: string): Promise<Tags> {
  const { apiId, stageName } = inOwnRegion(context, arn);
  const api = await requireApi(context, apiId);
  if (stageName === undefined) return api.value.tags;
  return required(await context.store.stages.find(apiId, stageName), "stage").value.tags;
}

/** Changes those tags. */
export function changeTags(
  context: HttpApiContext,
  arn: string,
  change: (tags: Tags) => Tags,
): Promise<void> {
  const { apiId, stageName } = inOwnRegion(context, arn);
  const { store } = context;
  return changeApi(context, apiId, async (api) => {
    if (stageName === undefined) {
      await store.replace(api, { ...api.value, tags: change(api.value.tags) });
      return;
    }
    const stage = required(await store.stages.find(apiId, stageName), "stage");
    await store.stages.replace(stage, { ...stage.value, tags: change(stage.value.tags) });
  });
}

function inOwnRegion({ tenant }: HttpApiContext, arn: string): Tagged {
  const tagged = parseTagged(arn);
  if (tagged.region === tenant.region) return tagged;
  throw notFound(`Invalid API identifier specified ${tenant.account}:${tagged.apiId}`, {
    check: "resourceArn",
    expected: `an API in ${tenant.region}`,
    received: arn,
    change: "send the request to the region that the ARN names",
  });
}

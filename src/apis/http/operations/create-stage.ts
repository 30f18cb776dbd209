import { checkOwnGroup } from "../../domain/access-log.ts";
import { conflict } from "../../domain/refusal.ts";
import { newStage } from "../../domain/stage.ts";
import { checkedTags } from "../../domain/tags.ts";
import { changeApi, operation } from "../contract.ts";
import { describeStage } from "../describe.ts";
import { checkCount } from "../limits.ts";
import { checkDeployment, checkRouteSettings } from "../stage-rules.ts";

/** Makes a stage, which serves its deployment from then on. */
export const createStage = operation("CreateStage", {
  access: "iam",
  run: (input, context) =>
    changeApi(context, input.ApiId, async ({ value: { apiId } }) => {
      const { store, clock } = context;
      const { StageName: stageName, Tags = {} } = input;
      const known = { apiId, stageName, createdAt: clock.now(), tags: checkedTags(Tags) };
      const stage = newStage(known, input);
      if (await store.stages.find(apiId, stageName)) throw taken(stageName);
      if (stage.accessLog) checkOwnGroup(context.tenant, stage.accessLog);
      await checkDeployment(store, stage);
      await checkRouteSettings(store, apiId, input.RouteSettings);
      await checkCount(store.stages, apiId, "stages");
      await store.stages.create(stage);
      return describeStage(stage);
    }),
});

function taken(stageName: string) {
  return conflict("Stage already exists", {
    check: "stageName",
    expected: "a name that no stage of the API has",
    received: stageName,
    change: "update the stage that is there, or choose another name",
  });
}

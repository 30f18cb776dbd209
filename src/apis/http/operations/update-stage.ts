import { checkOwnGroup } from "../../domain/access-log.ts";
import { refuseManaged } from "../../domain/quick-create.ts";
import { mergeStage } from "../../domain/stage.ts";
import { changeApi, operation, required } from "../contract.ts";
import { describeStage } from "../describe.ts";
import { checkDeployment, checkRouteSettings } from "../stage-rules.ts";

/** Changes the given settings of a stage, such as the deployment that it serves. */
export const updateStage = operation("UpdateStage", {
  access: "iam",
  run: (input, context) =>
    changeApi(context, input.ApiId, async ({ value: { apiId } }) => {
      const { store, clock } = context;
      const current = required(await store.stages.find(apiId, input.StageName), "stage");
      refuseManaged(current.value, "Stage cannot be changed");
      const next = mergeStage(current.value, input, clock.now());
      if (next.accessLog) checkOwnGroup(context.tenant, next.accessLog);
      await checkDeployment(store, next);
      await checkRouteSettings(store, apiId, input.RouteSettings);
      await store.stages.replace(current, next);
      return describeStage(next);
    }),
});

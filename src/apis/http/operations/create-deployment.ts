import { badRequest, checkRanges } from "../../domain/refusal.ts";
import { changeApi, operation, required } from "../contract.ts";
import { describeDeployment } from "../describe.ts";

/** Keeps a copy of the API as it is, for stages to serve; at once by the stage that is named. */
export const createDeployment = operation("CreateDeployment", {
  access: "iam",
  run: (input, context) =>
    changeApi(context, input.ApiId, async () => {
      const { deployer, store } = context;
      const { ApiId, Description, StageName } = input;
      checkRanges(input, { Description: [0, 1024] });
      if (StageName === undefined) {
        return describeDeployment(await deployer.deploy(ApiId, Description, undefined));
      }
      const stage = required(await store.stages.find(ApiId, StageName), "stage");
      if (stage.value.autoDeploy) throw deploysByItself(StageName);
      return describeDeployment(await deployer.deploy(ApiId, Description, stage));
    }),
});

function deploysByItself(stageName: string) {
  return badRequest(`Stage ${stageName} has auto-deploy enabled and takes no other deployment`, {
    check: "stageName",
    expected: "a stage with autoDeploy off",
    received: stageName,
    change: "leave stageName out, or turn autoDeploy off by UpdateStage",
  });
}

import { checkRanges } from "../../domain/refusal.ts";
import { changeApi, operation, required } from "../contract.ts";
import { describeDeployment } from "../describe.ts";

/** Changes the description of a deployment; what it holds never changes. */
export const updateDeployment = operation("UpdateDeployment", {
  access: "iam",
  run: (input, context) =>
    changeApi(context, input.ApiId, async () => {
      const { deployments } = context.store;
      const { ApiId, DeploymentId, Description } = input;
      checkRanges(input, { Description: [0, 1024] });
      const current = required(await deployments.find(ApiId, DeploymentId), "Deployment");
      const { description } = current.value;
      const next = { ...current.value, description: Description ?? description };
      await deployments.replace(current, next);
      return describeDeployment(next);
    }),
});

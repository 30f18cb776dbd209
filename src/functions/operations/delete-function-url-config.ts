import { operation } from "../contract.ts";
import { parseFunctionName } from "../domain/function-name.ts";
import { changeUrl, noUrl } from "../url-configs.ts";

/** Takes a URL away for good: the next one has another address. */
export const deleteFunctionUrlConfig = operation("DeleteFunctionUrlConfig", {
  access: "iam",
  async run({ FunctionName, Qualifier }, context) {
    const asked = parseFunctionName(FunctionName, context.tenant, Qualifier);
    // Lambda declares no fault for a name that cannot be read.
    if ("problem" in asked) throw noUrl({ name: FunctionName }, context);
    await changeUrl(asked, context, () => undefined);
    return {};
  },
});

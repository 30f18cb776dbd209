import { operation } from "../contract.ts";
import { corsOf } from "../domain/function-url.ts";
import { readName } from "../lookup.ts";
import { changeUrl, checkUrl, describeUrl } from "../url-configs.ts";

/** Changes who may call a URL. CORS settings are replaced whole; empty ones take them away. */
export const updateFunctionUrlConfig = operation("UpdateFunctionUrlConfig", {
  access: "iam",
  async run({ FunctionName, Qualifier, AuthType, Cors, InvokeMode }, context) {
    const asked = readName(FunctionName, Qualifier, context);
    checkUrl({ InvokeMode, Cors });
    const { record, settings } = await changeUrl(asked, context, (before) => {
      const { cors: _, ...others } = before;
      const cors = Cors ? corsOf(Cors) : before.cors;
      return {
        ...others,
        authType: AuthType ?? before.authType,
        ...(cors && { cors }),
        modifiedAt: context.clock.now(),
      };
    });
    return describeUrl(record, asked.qualifier, settings);
  },
});

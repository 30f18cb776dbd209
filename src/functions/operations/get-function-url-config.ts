import { operation } from "../contract.ts";
import { readName } from "../lookup.ts";
import { describeUrl, findUrl, noUrl } from "../url-configs.ts";

/** Shows the URL of a function, or of an alias. */
export const getFunctionUrlConfig = operation("GetFunctionUrlConfig", {
  access: "iam",
  async run({ FunctionName, Qualifier }, context) {
    const asked = readName(FunctionName, Qualifier, context);
    const { latest, settings } = await findUrl(asked, context);
    if (!latest || !settings) throw noUrl(asked, context);
    return describeUrl(latest, asked.qualifier, settings);
  },
});

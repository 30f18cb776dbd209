import { describeParameter } from "../answers.ts";
import { operation } from "../contract.ts";
import { parseReference } from "../domain/parameter.ts";
import { parameterOf } from "../lookup.ts";

/** Returns a parameter with its value, in its latest version or in the one that is named. */
export const getParameter = operation("GetParameter", {
  access: "iam",
  async run({ Name, WithDecryption = false }, context) {
    const parameter = await parameterOf(Name, context);
    const { selector } = parseReference(Name, context.tenant);
    const answer = describeParameter(parameter, context, WithDecryption);
    return { Parameter: { ...answer, ...(selector && { Selector: `:${selector}` }) } };
  },
});

import { changeFunction } from "../changes.ts";
import { operation } from "../contract.ts";
import { withUrl } from "../domain/function-url.ts";
import { readName } from "../lookup.ts";

/**
 * Takes a name away, with its policy and its URL. One that is not there is gone already, as on
 * Lambda.
 */
export const deleteAlias = operation("DeleteAlias", {
  access: "iam",
  async run({ FunctionName, Name }, context) {
    const { name } = readName(FunctionName, undefined, context);
    const found = await context.functions.get(context.tenant, name);
    if (!found || !Object.hasOwn(found.value.aliases, Name)) return {};
    await changeFunction(name, context, (latest) => {
      const { [Name]: _, ...aliases } = latest.aliases;
      const { [Name]: __, ...policies } = latest.policies;
      const record = withUrl({ ...latest, aliases, policies }, Name, undefined);
      return { record: { ...record, revisionId: context.random.uuid() } };
    });
    return {};
  },
});

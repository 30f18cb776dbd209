import { checkAlias, describeAlias, readRouting, withAlias } from "../aliases.ts";
import { changeFunction } from "../changes.ts";
import { fault, operation } from "../contract.ts";
import type { Alias } from "../domain/alias.ts";
import { functionArn } from "../domain/record.ts";
import { readName } from "../lookup.ts";

/** Gives a version a name. */
export const createAlias = operation("CreateAlias", {
  access: "iam",
  async run({ FunctionName, Name, FunctionVersion, Description, RoutingConfig }, context) {
    const { name } = readName(FunctionName, undefined, context);
    const second = readRouting(RoutingConfig);
    const alias: Alias = {
      description: Description ?? "",
      version: FunctionVersion,
      ...(second && { second }),
      revisionId: context.random.uuid(),
    };
    const { record } = await changeFunction(name, context, (latest) => {
      if (Object.hasOwn(latest.aliases, Name)) {
        const arn = functionArn(latest.tenant, name, Name);
        throw fault("ResourceConflictException", `Alias already exists: ${arn}`);
      }
      checkAlias(latest, alias, context);
      return { record: withAlias(latest, Name, alias) };
    });
    return describeAlias(record, Name, alias);
  },
});

import { aliasOf, checkAlias, describeAlias, readRouting, withAlias } from "../aliases.ts";
import { changeFunction, checkRevision } from "../changes.ts";
import { type FunctionsContext, type InputOf, operation } from "../contract.ts";
import type { Alias } from "../domain/alias.ts";
import { readName } from "../lookup.ts";

/** Lets a name lead to another version; the next event goes there. */
export const updateAlias = operation("UpdateAlias", {
  access: "iam",
  async run(input, context) {
    const { name } = readName(input.FunctionName, undefined, context);
    const { record, alias } = await changeFunction(name, context, (latest) => {
      const before = aliasOf(latest, input.Name);
      checkRevision(before, input.RevisionId, "GetAlias");
      const alias = changedAlias(before, input, context);
      checkAlias(latest, alias, context);
      return { record: withAlias(latest, input.Name, alias), alias };
    });
    return describeAlias(record, input.Name, alias);
  },
});

function changedAlias(
  before: Alias,
  { FunctionVersion, Description, RoutingConfig }: InputOf<"UpdateAlias">,
  { random }: FunctionsContext,
): Alias {
  // A routing that is given replaces the one before, whole.
  const second = RoutingConfig ? readRouting(RoutingConfig) : before.second;
  return {
    description: Description ?? before.description,
    version: FunctionVersion ?? before.version,
    ...(second && { second }),
    revisionId: random.uuid(),
  };
}

import { conflict, untilWritten } from "../changes.ts";
import { type FunctionsContext, fault, operation } from "../contract.ts";
import { aliasesOf } from "../domain/alias.ts";
import { type Asked, findFunction, notFound, readName } from "../lookup.ts";

/** Removes a function with its versions and its code, or one version. Its log stays, as on AWS. */
export const deleteFunction = operation("DeleteFunction", {
  access: "iam",
  async run({ FunctionName, Qualifier }, context) {
    const asked = readName(FunctionName, Qualifier, context);
    if (asked.qualifier === "$LATEST") {
      throw fault(
        "InvalidParameterValueException",
        "$LATEST version cannot be deleted without deleting the function.",
      );
    }
    if (asked.qualifier !== undefined) {
      const version = asked.qualifier;
      await untilWritten(asked.name, () => deleteVersion(asked, version, context));
      return { StatusCode: 204 };
    }
    const found = await findFunction(asked.name, undefined, context);
    if (!(await context.functions.remove(found))) throw conflict(found.value);
    context.changed(found.value);
    return { StatusCode: 204 };
  },
});

/** @returns undefined when another call has changed the function meanwhile */
async function deleteVersion(
  asked: Asked,
  version: string,
  context: FunctionsContext,
): Promise<true | undefined> {
  const before = await findFunction(asked.name, undefined, context);
  const latest = before.value;
  if (Object.hasOwn(latest.aliases, version)) {
    const message = "Deletion of aliases is not currently supported.";
    throw fault("InvalidParameterValueException", message);
  }
  if (!Object.hasOwn(latest.versions, version)) throw notFound(asked, context);
  const names = aliasesOf(latest, version);
  if (names.length > 0) {
    const message = `Version ${version} is referenced by aliases: ${names.join(", ")}`;
    throw fault("ResourceConflictException", message, {
      reason: {
        check: "aliases",
        expected: "a version that no alias leads to",
        received: names.join(", "),
        change: "let the aliases lead to another version, or delete them",
      },
    });
  }
  const { [version]: _, ...versions } = latest.versions;
  const { [version]: __, ...policies } = latest.policies;
  const record = { ...latest, versions, policies, revisionId: context.random.uuid() };
  if (!(await context.functions.removeVersion(version, record, before))) return undefined;
  context.changed(latest, record);
  return true;
}

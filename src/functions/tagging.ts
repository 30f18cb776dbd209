import { type FunctionsContext, fault } from "./contract.ts";
import { readName } from "./lookup.ts";

/** Lambda's limit on the tags of a function. */
const tagsMax = 50;

/** The function whose ARN it is; only functions have tags here. */
export function readTagged(arn: string, context: FunctionsContext): string {
  const { name, qualifier } = readName(arn, undefined, context);
  if (qualifier === undefined) return name;
  throw fault(
    "InvalidParameterValueException",
    "Tags on function aliases and versions are not supported. Please specify a function ARN.",
  );
}

/** Refuses tags that no function may have. */
export function checkTags(tags: Readonly<Record<string, string>>): void {
  const names = Object.keys(tags);
  if (names.length > tagsMax) {
    throw fault("InvalidParameterValueException", "Number of tags exceeds resource tag limit.");
  }
  if (names.some((name) => name.toLowerCase().startsWith("aws:"))) {
    const message = "System tags (starting with aws:) cannot be set or removed.";
    throw fault("InvalidParameterValueException", message);
  }
}

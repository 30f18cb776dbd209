import { InvalidArgumentError } from "commander";

/** Collects `--attribute email=ada@example.com`, given any number of times. */
export function collectAttribute(
  text: string,
  before: readonly Attribute[] = [],
): readonly Attribute[] {
  const equals = text.indexOf("=");
  if (equals < 1) throw new InvalidArgumentError("write NAME=VALUE, such as email=ada@example.com");
  return [...before, { Name: text.slice(0, equals), Value: text.slice(equals + 1) }];
}

/** As the user pools' operations write it. */
export interface Attribute {
  readonly Name: string;
  readonly Value: string;
}

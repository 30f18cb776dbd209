import { parseArn } from "../../foundation/arn.ts";
import type { Tags } from "../../foundation/tags.ts";
import { checkRange, invalid } from "./refusal.ts";

/** What an ARN names that can have tags. */
export interface Tagged {
  readonly region: string;
  readonly apiId: string;
  /** Undefined when it is the API itself. */
  readonly stageName?: string;
}

const resource = /^\/apis\/([a-z0-9]{1,128})(?:\/stages\/([\w$-]{1,128}))?$/;

/**
 * Reads `arn:aws:apigateway:REGION::/apis/ID`, or that with `/stages/NAME`; neither has an account.
 *
 * @throws Fault when it is something else
 */
export function parseTagged(text: string): Tagged {
  const arn = parseArn(text);
  const [, apiId, stageName] = resource.exec(arn?.resource ?? "") ?? [];
  if (arn?.service === "apigateway" && arn.account === "" && apiId !== undefined) {
    return { region: arn.region, apiId, ...(stageName !== undefined && { stageName }) };
  }
  const expected = "arn:aws:apigateway:REGION::/apis/ID, or that with /stages/NAME behind it";
  throw invalid("resourceArn", text, expected, "name an HTTP API or one of its stages");
}

/**
 * Checks tags that are put on something, all that it has by then.
 *
 * @throws Fault when there are too many, or one is too long
 */
export function checkedTags(tags: Tags): Tags {
  checkRange("tags", tags, [0, 50]);
  for (const [key, value] of Object.entries(tags)) {
    checkRange("tags", key, [1, 128]);
    checkRange("tags", value, [0, 256]);
  }
  return tags;
}

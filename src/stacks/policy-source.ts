import { validationError } from "./contract.ts";
import { InvalidStackPolicy, parseStackPolicy } from "./domain/stack-policy.ts";
import type { Services } from "./services.ts";
import { templateText } from "./template-source.ts";

const bytesMax = 16_384;

/**
 * A stack policy that came with the request, or that stands in a bucket of this server.
 *
 * @returns undefined when the request names none
 * @throws Fault ValidationError when it is no policy
 */
export async function policyText(
  body: string | undefined,
  url: string | undefined,
  services: Services,
): Promise<string | undefined> {
  const text = url === undefined ? body : await templateText({ TemplateURL: url }, services);
  if (text === undefined) return undefined;
  if (body !== undefined && url !== undefined) {
    throw validationError("You cannot specify both a stack policy and its URL.");
  }
  if (Buffer.byteLength(text) > bytesMax) {
    throw validationError(`A stack policy may not exceed ${bytesMax} bytes in size.`);
  }
  try {
    parseStackPolicy(text);
  } catch (error) {
    if (!(error instanceof InvalidStackPolicy)) throw error;
    throw validationError(`Error validating stack policy: ${error.message}`, { cause: error });
  }
  return text;
}

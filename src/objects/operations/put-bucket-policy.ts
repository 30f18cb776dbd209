import { changeBucket } from "../configuring.ts";
import { fault, operation } from "../contract.ts";

/** AWS's limit. */
const bytesMax = 20 * 1024;

/** Keeps the policy of a bucket, to give it back: no request is refused by it. */
export const putBucketPolicy = operation("PutBucketPolicy", {
  access: "iam",
  async run(input, context) {
    const { Policy } = input;
    checkPolicy(Policy);
    await changeBucket(input, context, (bucket) => ({ ...bucket, policy: Policy }));
    return {};
  },
});

function checkPolicy(text: string): void {
  if (Buffer.byteLength(text) > bytesMax)
    throw malformed("Policy exceeds the maximum allowed size");
  const policy = parse(text);
  if (typeof policy !== "object" || policy === null || Array.isArray(policy)) throw malformed();
  if (!("Statement" in policy)) throw malformed("Missing required field Statement");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw malformed(undefined, cause);
  }
}

function malformed(message?: string, cause?: unknown) {
  return fault("MalformedPolicy", message, {
    cause,
    reason: {
      check: "bucket policy",
      expected: `a JSON object with a Statement, of at most ${bytesMax} bytes`,
      received: message ?? "something else",
      change: "Send the policy as a JSON document.",
    },
  });
}

/** An answer that comes from Lambda itself, not from the function. */
export interface OwnAnswer {
  readonly body: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
}

const forbidden =
  "Forbidden. For troubleshooting Function URL authorization issues, see: " +
  "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html";

/** Error types and messages of some statuses. Recorded from AWS are 403 and 502. */
const errors: Readonly<Record<number, readonly [type: string, message: string]>> = {
  403: ["AccessDeniedException", forbidden],
  413: ["RequestEntityTooLargeException", "Request must be smaller than 6291456 bytes"],
  429: ["TooManyRequestsException", "Rate Exceeded."],
};

/**
 * What the URL of a function answers by itself. A function that fails or answers nothing that can
 * be passed on is 502 with a body that is no JSON.
 */
export function urlAnswer(status: number, message = "Bad Request"): OwnAnswer {
  if (status === 502) return { body: "Internal Server Error", headers: [] };
  const [type, text] = errors[status] ?? ["", message];
  return lambdaError(type, JSON.stringify({ Message: text }));
}

export function lambdaError(type: string, body: string): OwnAnswer {
  return { body, headers: type === "" ? [] : ["x-amzn-errortype", type] };
}

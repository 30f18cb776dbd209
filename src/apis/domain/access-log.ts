import { parseArn, type Tenant } from "../../foundation/arn.ts";
import { badRequest, checkRanges, invalid } from "./refusal.ts";

/** Where a stage logs its calls, and what. */
export interface AccessLogSettings {
  /** ARN of a log group. */
  readonly destinationArn: string;
  /** A line with `$context.` variables. */
  readonly format: string;
}

/** Settings of an access log as clients write them, whole or in part. */
export interface GivenAccessLogSettings {
  DestinationArn?: string | undefined;
  Format?: string | undefined;
}

/**
 * The settings with the given ones in place of the old; undefined while there are none.
 *
 * @throws Fault when one is wrong, or missing beside the other
 */
export function mergeAccessLog(
  current: AccessLogSettings | undefined,
  given: GivenAccessLogSettings = {},
): AccessLogSettings | undefined {
  const destinationArn = given.DestinationArn ?? current?.destinationArn;
  const format = given.Format ?? current?.format;
  if (destinationArn === undefined && format === undefined) return undefined;
  checkRanges(given, { Format: [1, 3072] });
  if (destinationArn === undefined || groupOf(destinationArn) === undefined) {
    throw wrongDestination(destinationArn);
  }
  if (format === undefined || !/\$context\.requestId\b/.test(format)) throw noRequestId(format);
  return { destinationArn, format };
}

/** @throws Fault when the log group is not of the caller's account and region */
export function checkOwnGroup(
  { account, region }: Tenant,
  { destinationArn }: AccessLogSettings,
): void {
  const arn = parseArn(destinationArn);
  if (arn?.account !== account || arn.region !== region) throw wrongDestination(destinationArn);
}

/** The name of the log group in an ARN; undefined when it is no log group's. */
export function groupOf(destinationArn: string): string | undefined {
  const arn = parseArn(destinationArn);
  if (arn?.service !== "logs") return undefined;
  return /^log-group:([\w/.#-]{1,512})(?::\*)?$/.exec(arn.resource)?.[1];
}

function wrongDestination(received = "none") {
  const expected = "the ARN of a log group of this account and region";
  const change = "write arn:aws:logs:REGION:ACCOUNT:log-group:NAME";
  return invalid("destinationArn", received, expected, change);
}

function noRequestId(received = "none") {
  return badRequest("The access log format must contain $context.requestId", {
    check: "format",
    expected: "a format with $context.requestId in it",
    received: received.slice(0, 200),
    change: "put $context.requestId into the format: it leads from a line to the request's trace",
  });
}

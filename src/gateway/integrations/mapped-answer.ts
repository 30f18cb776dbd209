import type { ResponseMapping } from "../mapping/response-mapping.ts";
import type { Source } from "../mapping/value.ts";
import { withoutLength } from "./http-exchange.ts";

/** Status and headers of an answer; names in lower case and values in turn. */
interface AnswerHead {
  readonly status: number;
  readonly headers: string[];
}

interface MappedHead extends AnswerHead {
  /** Whether the status that the client is told allows no body. */
  readonly withoutBody: boolean;
}

const bodiless: ReadonlySet<number> = new Set([204, 304]);

/**
 * The head of an answer as it goes to the client.
 *
 * @throws UnmappableValue
 */
export function mapHead(mapping: ResponseMapping, head: AnswerHead, source: Source): MappedHead {
  const status = mapping.status?.(source) ?? head.status;
  const headers = mapping.headers?.(head.headers, source) ?? head.headers;
  const withoutBody = bodiless.has(status);
  // The length told may be of a body that only one of the two statuses has.
  const lengthHolds = withoutBody === bodiless.has(head.status);
  return { status, headers: lengthHolds ? headers : withoutLength(headers), withoutBody };
}

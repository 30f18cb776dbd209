import type { WireRequest, WireResponse } from "../wire/exchange.ts";
import { json } from "./json.ts";

/**
 * Takes in what the function of a custom resource answers.
 *
 * @param path what tells which answer it is, and proves that its sender was asked
 * @returns false when nobody has asked for it, or it has come before
 */
export type TakeStackResponse = (path: string, body: Buffer) => Promise<boolean>;

/** `PUT /_gatepool/stack-responses/{resource}/{token}`, as functions put their answers into S3. */
export async function answerStackResponse(
  { method, body }: WireRequest,
  path: string,
  take: TakeStackResponse,
): Promise<WireResponse> {
  if (method !== "PUT") {
    return json(405, { message: "An answer to a stack is PUT." }, { allow: "PUT" });
  }
  if (await take(path, body)) return { status: 200, headers: {}, body: "" };
  return json(403, {
    message: "Nobody has asked for this answer, or it has come before, or the time for it is over.",
  });
}

import { createHash, timingSafeEqual } from "node:crypto";
import type { Reason } from "../../foundation/reason.ts";
import type { Parts } from "../contract.ts";
import type { ClientRecord } from "../domain/records.ts";
import { secretOf } from "../lookup.ts";

/**
 * Why a client is not believed to be itself, from the `ClientSecret` that it sent; undefined when
 * it is. The secret itself is compared, in constant time, unlike SECRET_HASH.
 */
export function clientSecretProblem(
  parts: Parts,
  client: ClientRecord,
  given: string | undefined,
): Reason | undefined {
  const secret = secretOf(parts, client);
  if (secret === undefined) {
    if (!given) return undefined;
    return {
      check: "client secret",
      expected: "no ClientSecret: the client has no secret",
      received: "a ClientSecret",
      change: "Leave ClientSecret out, or use a client that was created with a secret.",
    };
  }
  if (given && timingSafeEqual(digest(given), digest(secret))) return undefined;
  return {
    check: "client secret",
    expected: `the secret of client ${client.id}`,
    received: given ? "another text" : "no ClientSecret",
    change: "Send the client's secret as it stands as ClientSecret: here it is not a hash.",
  };
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

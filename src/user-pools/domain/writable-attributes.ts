import { isWritable } from "./attributes.ts";
import { notAuthorized } from "./faults.ts";
import type { ClientRecord } from "./records.ts";

/**
 * Lets users write only what their client may write.
 * @throws NotAuthorizedException in AWS's words
 */
export function refuseUnwritable({ id, settings }: ClientRecord, names: readonly string[]): void {
  const locked = names.find((name) => !isWritable(settings, name));
  if (locked === undefined) return;
  throw notAuthorized("A client attempted to write unauthorized attribute", {
    check: "attributes",
    expected: `attributes among the WriteAttributes of client ${id}`,
    received: locked,
    change: locked.endsWith("_verified")
      ? `Leave ${locked} out: only a code or AdminUpdateUserAttributes verifies an address.`
      : `Leave ${locked} out, or add it to the WriteAttributes of the client.`,
  });
}

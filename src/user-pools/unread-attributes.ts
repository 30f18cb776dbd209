import type { Context } from "./contract.ts";
import { isReadable } from "./domain/attributes.ts";
import type { ClientRecord, PoolRecord } from "./domain/records.ts";

/** A list that was made before an attribute was added is why that one misses in ID tokens. */
export function noteUnreadAttributes(
  { call, note }: Context,
  operation: "CreateUserPoolClient" | "UpdateUserPoolClient",
  { id, settings }: ClientRecord,
  { schema }: PoolRecord,
): void {
  if (!settings.ReadAttributes) return;
  const custom = schema.map(({ Name = "" }) => Name).filter((name) => name.startsWith("custom:"));
  const unread = custom.filter((name) => !isReadable(settings, name));
  if (unread.length === 0) return;
  note({
    requestId: call.requestId,
    subject: `${operation} ${id}`,
    outcome: "kept, with custom attributes that it may not read",
    check: "ReadAttributes",
    detail: `They leave out ${unread.join(", ")}: ID tokens and GetUser of this client will, too.`,
  });
}

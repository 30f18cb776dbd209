import type { AttributeType } from "@aws-sdk/client-cognito-identity-provider";
import { givenValues } from "./attributes.ts";
import type { Contact } from "./code.ts";
import { invalidParameter } from "./faults.ts";
import type { PoolRecord, UserRecord } from "./records.ts";
import { contacts, withAttributes } from "./verification.ts";

/** A user after an update of attributes. */
export interface ChangedUser {
  readonly user: UserRecord;
  /** Addresses that are new and that nobody vouched for. */
  readonly unproven: readonly Contact[];
}

type Values = Record<string, string>;

/**
 * The user with the attributes that are given; an empty value takes one away. A new address is not
 * verified, unless the update says so, and waits where the pool asks for its verification first.
 * @throws InvalidParameterException for what the pool's schema forbids, in AWS's words
 */
export function changedUser(
  pool: PoolRecord,
  user: UserRecord,
  given: readonly AttributeType[],
  now: number,
): ChangedUser {
  refuseFixed(
    pool,
    given.map(({ Name = "" }) => Name),
  );
  const values = givenValues(pool, given);
  refuseMissing(pool, user, values);
  const attributes = nonEmpty({ ...user.attributes, ...values });
  const pending: Values = { ...user.pendingAttributes };
  const unproven: Contact[] = [];
  for (const address of contacts) {
    const value = values[address];
    if (value === undefined) continue;
    delete pending[address];
    if (value === user.attributes[address]) continue;
    if (value === "") delete attributes[`${address}_verified`];
    if (value === "" || values[`${address}_verified`] === "true") continue;
    unproven.push(address);
    if (waitsForProof(pool, address)) {
      pending[address] = value;
      keep(attributes, user.attributes, address);
    } else attributes[`${address}_verified`] = "false";
  }
  return { user: withAttributes(user, attributes, pending, now), unproven };
}

/** Leaves an address, and whether it is verified, as they were. */
function keep(attributes: Values, old: Readonly<Values>, address: Contact): void {
  for (const name of [address, `${address}_verified`]) {
    const value = old[name];
    if (value === undefined) delete attributes[name];
    else attributes[name] = value;
  }
}

function waitsForProof({ settings }: PoolRecord, address: Contact): boolean {
  const { AttributesRequireVerificationBeforeUpdate: waiting = [] } =
    settings.UserAttributeUpdateSettings ?? {};
  return waiting.includes(address);
}

function nonEmpty(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
}

/** Only attributes of the pool that may change. */
function refuseFixed({ id, schema }: PoolRecord, names: readonly string[]): void {
  for (const name of names) {
    const attribute = schema.find(({ Name }) => Name === name);
    if (!attribute) {
      throw invalidParameter(`user.${name}: Attribute does not exist in the schema.\n`, {
        check: "attributes",
        expected: `attributes of pool ${id}`,
        received: name,
        change: "Correct the name (custom ones begin with custom:), or use AddCustomAttributes.",
      });
    }
    if (attribute.Mutable === false) {
      throw invalidParameter(`user.${name}: Attribute cannot be updated.\n`, {
        check: "attributes",
        expected: "attributes that are mutable",
        received: name,
        change: `Leave ${name} out: its value is fixed when a user is created.`,
      });
    }
  }
}

/** What the pool requires may change, and not go away. */
function refuseMissing({ schema }: PoolRecord, user: UserRecord, values: Readonly<Values>): void {
  const missing = schema
    .filter(({ Required }) => Required)
    .map(({ Name = "" }) => Name)
    .filter((name) => values[name] === "" && user.attributes[name] !== undefined);
  if (missing.length === 0) return;
  const list = missing.map((name) => `${name}: The attribute is required`).join("\n");
  throw invalidParameter(`Attributes did not conform to the schema: ${list}\n`, {
    check: "attributes",
    expected: missing.join(", "),
    received: "an update that takes them away",
    change: "Give them another value; the pool's schema requires that they have one.",
  });
}

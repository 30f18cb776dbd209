import type { Tags } from "../../foundation/tags.ts";
import { invalidParameter } from "./faults.ts";

const tag = "_custom_id_";

/**
 * The id that a pool is to have: the value of its tag `_custom_id_`, if it has one.
 * @throws InvalidParameterException when that is no id of a pool in the region
 */
export function chosenPoolId(tags: Tags, region: string): string | undefined {
  const id = tags[tag];
  if (id === undefined) return undefined;
  const prefix = `${region}_`;
  const own = id.startsWith(prefix) ? id.slice(prefix.length) : "";
  if (/^[0-9a-zA-Z]+$/.test(own) && id.length <= 55) return id;
  throw unusable(tag, id, `${prefix} and letters or digits, 55 characters at most`);
}

/**
 * The id that a client is to have: the value of its pool's tag `_custom_id_:NAME`, if there is one.
 * @throws InvalidParameterException when that is no id of a client
 */
export function chosenClientId(tags: Tags, clientName: string): string | undefined {
  const key = `${tag}:${clientName}`;
  const id = tags[key];
  if (id === undefined || /^\w{1,128}$/.test(id)) return id;
  throw unusable(key, id, "1 to 128 letters, digits and underscores");
}

/** An id that was chosen, and that another pool or client has. */
export function idTaken(what: string, id: string) {
  return invalidParameter(`${what} ${id} already exists.`, {
    check: tag,
    expected: "an id that is free, in all accounts of this server",
    received: id,
    change: "Choose another id, or delete what has this one.",
  });
}

function unusable(key: string, received: string, expected: string) {
  const change = "Correct the value of the tag, or leave the tag out for an id that is made up.";
  return invalidParameter(`The value of the tag ${key} can not be an id.`, {
    check: key,
    expected,
    received,
    change,
  });
}

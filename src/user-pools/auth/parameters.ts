import { fault, type Parts } from "../contract.ts";
import { invalidParameter, notAuthorized } from "../domain/faults.ts";
import { isSecretHash } from "../domain/secret-hash.ts";
import { secretOf } from "../lookup.ts";
import type { Target } from "./target.ts";

/** AuthParameters or ChallengeResponses, as they came. */
export type AuthParameters = Readonly<Record<string, string>>;

/** @throws InvalidParameterException naming the parameter that is missing */
export function requireParameter(parameters: AuthParameters, name: string): string {
  const value = parameters[name];
  if (value !== undefined && value !== "") return value;
  throw invalidParameter(`Missing required parameter ${name}`, {
    check: "parameters",
    expected: name,
    received: Object.keys(parameters).join(", ") || "none",
    change: `Send ${name} among the parameters.`,
  });
}

/** @throws NotAuthorizedException when the client has a secret and no hash of it came */
export function requireSecretHash(target: Target, parameters: AuthParameters): void {
  const { id, sealedSecret } = target.client;
  if (sealedSecret === undefined || parameters.SECRET_HASH) return;
  throw notAuthorized(`Client ${id} is configured with secret but SECRET_HASH was not received`, {
    check: "secret hash",
    expected: "SECRET_HASH: the client has a secret",
    received: "no SECRET_HASH",
    change: "Send Base64(HMAC-SHA256(client secret, username + client id)) as SECRET_HASH.",
  });
}

/**
 * Checks SECRET_HASH in constant time.
 * @param username the text that the hash is made of: the one sent, or the user's own in a refresh
 */
export function checkSecretHash(
  parts: Parts,
  target: Target,
  parameters: AuthParameters,
  username: string,
): void {
  requireSecretHash(target, parameters);
  const { id } = target.client;
  const { SECRET_HASH: given } = parameters;
  const secret = secretOf(parts, target.client);
  if (secret === undefined) {
    if (!given) return;
    throw notAuthorized(`Unable to verify secret hash for client ${id}`, {
      check: "secret hash",
      expected: "no SECRET_HASH: the client has no secret",
      received: "a SECRET_HASH",
      change: "Leave SECRET_HASH out, or use a client that was created with a secret.",
    });
  }
  if (isSecretHash(given ?? "", secret, username, id)) return;
  throw notAuthorized(`Unable to verify secret hash for client ${id}`, {
    check: "secret hash",
    expected: `a hash made of the username "${username}" and the client id ${id}`,
    received: "another hash",
    change:
      "Make it of exactly that username (in a refresh the user's own, not an alias), the client " +
      "id and the client's secret: Base64(HMAC-SHA256(secret, username + client id)).",
  });
}

/** @throws ResourceNotFoundException: this server tracks no devices, so that none is known */
export function refuseDevice({ DEVICE_KEY }: AuthParameters): void {
  if (!DEVICE_KEY) return;
  throw fault("ResourceNotFoundException", "Device does not exist.", {
    reason: {
      check: "device",
      expected: "no DEVICE_KEY: this server tracks no devices yet",
      received: "a DEVICE_KEY",
      change: "Leave it out; clients that forget the device and try again do so by themselves.",
    },
  });
}

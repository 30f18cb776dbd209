import type { Parts } from "../contract.ts";
import { type AuthParameters, checkSecretHash } from "./parameters.ts";
import { publicTarget, type Target } from "./target.ts";

/** What public operations besides the sign-in carry: the client, and a proof of its secret. */
interface ClientCall {
  readonly ClientId: string;
  readonly SecretHash?: string | undefined;
  readonly Username: string;
}

/** The client that a call is addressed to, once the call has proven the client's secret. */
export async function calledClient(
  parts: Parts,
  { ClientId, SecretHash, Username }: ClientCall,
): Promise<Target> {
  const target = await publicTarget(parts, ClientId);
  const parameters: AuthParameters = SecretHash === undefined ? {} : { SECRET_HASH: SecretHash };
  checkSecretHash(parts, target, parameters, Username);
  return target;
}

import { openToken, sealToken } from "../../tokens/sealed-token.ts";
import type { Parts } from "../contract.ts";
import { notAuthorized } from "../domain/faults.ts";
import type { Family } from "../domain/flows.ts";
import type { UserRecord } from "../domain/records.ts";
import type { Target } from "./target.ts";

/** The state of a sign-in between a challenge and its answer, sealed into the client's hands. */
export interface ChallengeSession {
  readonly id: string;
  readonly challenge: string;
  readonly family: Family;
  readonly clientId: string;
  readonly sub: string;
  /** The password that was proven, by its salt: another password since then ends the session. */
  readonly salt: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Makes the `Session` that a challenge goes out with. */
export async function newSession(
  parts: Parts,
  { family, pool, client }: Target,
  user: UserRecord,
  challenge: string,
): Promise<string> {
  const minutes = client.settings.AuthSessionValidity ?? 3;
  const session: ChallengeSession = {
    id: parts.random.uuid(),
    challenge,
    family,
    clientId: client.id,
    sub: user.sub,
    salt: user.password?.salt ?? "",
    expiresAt: parts.clock.now() + minutes * 60_000,
  };
  const { tokenSecrets } = await parts.keys.of(pool.id);
  return sealToken(session, "session", tokenSecrets[0], parts.random);
}

/**
 * Reads the `Session` that came back with an answer.
 * @throws NotAuthorizedException unless it was made here for this client, family and challenge,
 *   is not expired, and was not used
 */
export async function openSession(
  parts: Parts,
  target: Target,
  challenge: string,
  text: string,
): Promise<ChallengeSession> {
  const session = await readSession(parts, target.pool.id, text);
  if (!session) throw invalidSession("a Session that this server gave out", "another text");
  const { family, client } = target;
  if (session.clientId !== client.id) {
    throw invalidSession(`a session of client ${client.id}`, `one of ${session.clientId}`);
  }
  if (session.challenge !== challenge) {
    throw invalidSession(`a session for ${challenge}`, `one for ${session.challenge}`);
  }
  if (session.family !== family) {
    throw invalidSession(
      `a session that ${operationOf(family)} may answer`,
      `one for ${operationOf(session.family)}`,
    );
  }
  refuseLate(session, parts.clock.now());
  if (await parts.signIns.isUsed(session.id)) throw usedSession();
  return session;
}

/** @throws NotAuthorizedException: the session was made for something else */
export function invalidSession(expected: string, received: string) {
  return notAuthorized("Invalid session for the user.", {
    check: "session",
    expected,
    received,
    change: "Send the Session of the challenge that is answered, with the same client and user.",
  });
}

/** Somebody answered the challenge before. */
export function usedSession() {
  return notAuthorized("Invalid session for the user, session can only be used once.", {
    check: "session",
    expected: "a session that was not used",
    received: "one whose challenge was answered",
    change: "Sign in again for a new session.",
  });
}

async function readSession(parts: Parts, poolId: string, text: string) {
  const { tokenSecrets } = await parts.keys.of(poolId);
  const session = openToken<ChallengeSession>(text, "session", tokenSecrets);
  if (session) return session;
  const newest = await parts.keys.newestOf(poolId);
  return openToken<ChallengeSession>(text, "session", newest.tokenSecrets);
}

function refuseLate({ expiresAt }: ChallengeSession, now: number): void {
  if (now < expiresAt) return;
  throw notAuthorized("Invalid session for the user, session is expired.", {
    check: "session",
    expected: `an answer before ${new Date(expiresAt).toISOString()}`,
    received: `one at ${new Date(now).toISOString()}`,
    change: "Sign in again and answer sooner, or raise the client's AuthSessionValidity.",
  });
}

function operationOf(family: Family): string {
  return family === "admin" ? "AdminRespondToAuthChallenge" : "RespondToAuthChallenge";
}

import type { Clock } from "../foundation/clock.ts";
import type { Random } from "../foundation/random.ts";
import { type Keyring, SealBroken } from "../storage/keyring.ts";
import type { SessionCredentials } from "../wire/signature.ts";
import { newSessionKeyId, sessionArnOf } from "./domain/role.ts";

/** Who gets temporary credentials, and for how long. */
export interface SessionRequest {
  readonly account: string;
  readonly roleName: string;
  readonly sessionName: string;
  readonly durationSeconds: number;
}

export interface TemporaryCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Makes and recognises temporary credentials. They are kept nowhere: the token holds all. */
export interface Sessions {
  issue(request: SessionRequest): TemporaryCredentials;
  readonly find: SessionCredentials;
}

/** What a session token holds, sealed. */
interface Session {
  readonly account: string;
  readonly callerArn: string;
  readonly expiresAt: number;
  readonly secretAccessKey: string;
}

const secretAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function createSessions(deps: { keyring: Keyring; clock: Clock; random: Random }): Sessions {
  const { keyring, clock, random } = deps;
  return {
    issue({ account, roleName, sessionName, durationSeconds }) {
      const accessKeyId = newSessionKeyId(random);
      const secretAccessKey = random.text(secretAlphabet, 40);
      // AWS tells expirations in whole seconds.
      const expiresAt = (Math.floor(clock.now() / 1000) + durationSeconds) * 1000;
      const callerArn = sessionArnOf(account, roleName, sessionName);
      const session: Session = { account, callerArn, expiresAt, secretAccessKey };
      const sessionToken = keyring.seal(JSON.stringify(session), contextOf(accessKeyId));
      return { accessKeyId, secretAccessKey, sessionToken, expiresAt };
    },
    find(accessKeyId, sessionToken) {
      if (sessionToken === undefined) return undefined;
      const session = open(keyring, accessKeyId, sessionToken);
      if (!session) return undefined;
      return session.expiresAt <= clock.now() ? "expired" : session;
    },
  };
}

/** A token opens only together with the access key that it was made for. */
function contextOf(accessKeyId: string): string {
  return `access/sessions/${accessKeyId}`;
}

function open(keyring: Keyring, accessKeyId: string, token: string): Session | undefined {
  try {
    const session: Session = JSON.parse(keyring.open(token, contextOf(accessKeyId)).toString());
    return session;
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

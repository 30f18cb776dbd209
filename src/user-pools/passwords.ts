import { timingSafeEqual } from "node:crypto";
import type { Random } from "../foundation/random.ts";
import type { Secrets } from "./contract.ts";
import { type PasswordRecord, type UserRecord, verifierContext } from "./domain/records.ts";
import { verifierOf } from "./domain/srp.ts";

/** Makes and checks what is kept of passwords. */
export type Passwords = ReturnType<typeof createPasswords>;

/** Nobody's: what is worked on when there is nothing to compare a password with. */
const nobody = { poolId: "local_nobody", username: "nobody", sub: "nobody" };

export function createPasswords({ secrets, random }: { secrets: Secrets; random: Random }) {
  const contextOf = ({ poolId, sub }: Owner) => verifierContext(poolId, sub);
  let dummy: PasswordRecord | undefined;

  /** A verifier that no password fits. */
  function nobodysPassword(): PasswordRecord {
    dummy ??= {
      salt: random.bytes(16).toString("hex"),
      sealedVerifier: secrets.seal(random.bytes(384), contextOf(nobody)),
    };
    return dummy;
  }

  return {
    /** @param expiresAt for a temporary password: when it ends, in milliseconds */
    make(owner: Owner, password: string, expiresAt?: number): PasswordRecord {
      const salt = random.bytes(16);
      const verifier = verifierOf(identityOf(owner), password, salt);
      return {
        salt: salt.toString("hex"),
        sealedVerifier: secrets.seal(verifier, contextOf(owner)),
        ...(expiresAt === undefined ? {} : { expiresAt }),
      };
    },

    /**
     * Whether this is the user's password. The same work is done, and the answer is no, when there
     * is no user, or none with a password.
     */
    isRight(user: UserRecord | undefined, password: string): boolean {
      const owner = user?.password ? user : nobody;
      const kept = user?.password ?? nobodysPassword();
      const made = verifierOf(identityOf(owner), password, Buffer.from(kept.salt, "hex"));
      const same = timingSafeEqual(made, secrets.open(kept.sealedVerifier, contextOf(owner)));
      return same && user?.password !== undefined;
    },
  };
}

type Owner = Pick<UserRecord, "poolId" | "username" | "sub">;

function identityOf({ poolId, username }: Owner) {
  return { userPoolId: poolId, userIdForSrp: username };
}

import type {
  AliasAttributeType,
  SchemaAttributeType,
  UpdateUserPoolClientRequest,
  UpdateUserPoolRequest,
  UsernameAttributeType,
  UserStatusType,
} from "@aws-sdk/client-cognito-identity-provider";
import type { PublicSigningKey } from "../../tokens/signing-key.ts";

/** What UpdateUserPool replaces as a whole, under the names of the API. */
export type PoolSettings = Omit<UpdateUserPoolRequest, "UserPoolId" | "PoolName">;

/** A user pool as it is kept. Times are milliseconds since the epoch, here and below. */
export interface PoolRecord {
  readonly id: string;
  /** Twelve digits. */
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** Standard attributes first, then the pool's own, under their prefixed names. */
  readonly schema: readonly SchemaAttributeType[];
  /** Attributes that sign a user in beside the username, once verified. */
  readonly aliasAttributes?: readonly AliasAttributeType[];
  /** Attributes that sign a user in instead of a username. */
  readonly usernameAttributes?: readonly UsernameAttributeType[];
  /** Undefined counts as true, as at AWS. */
  readonly caseSensitive?: boolean;
  readonly settings: PoolSettings;
}

/** What UpdateUserPoolClient replaces as a whole, under the names of the API. */
export type ClientSettings = Omit<
  UpdateUserPoolClientRequest,
  "UserPoolId" | "ClientId" | "ClientName"
>;

export interface ClientRecord {
  readonly id: string;
  readonly poolId: string;
  readonly name: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** Sealed under `secretContext`; absent for a public client. */
  readonly sealedSecret?: string;
  readonly settings: ClientSettings;
}

export interface UserRecord {
  readonly poolId: string;
  /** As the client gave it; in a username-attribute pool, the `sub`. */
  readonly username: string;
  /** The username as it is compared: `normalise` of it. Part of the record's key. */
  readonly name: string;
  /** As the pool's: addresses are compared in lower case. Fixed, as it is in the pool. */
  readonly foldsCase: boolean;
  readonly sub: string;
  readonly status: UserStatusType;
  readonly enabled: boolean;
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** Without `sub`; values are texts, as the API has them. */
  readonly attributes: Readonly<Record<string, string>>;
  /** New addresses that become attributes once the user has proven to receive what goes there. */
  readonly pendingAttributes?: Readonly<Record<string, string>>;
  /** Absent: no password signs this user in. */
  readonly password?: PasswordRecord;
  /** Epoch seconds: tokens of sign-ins before this moment count as revoked. */
  readonly tokensValidFrom?: number;
  /** Groups that the user was put into; some of them may be gone. */
  readonly groups?: readonly Membership[];
}

/** That a user was put into a group, which may be gone since: its id tells. */
export interface Membership {
  readonly name: string;
  readonly id: string;
}

export interface GroupRecord {
  readonly poolId: string;
  readonly name: string;
  /** Never given twice, so that a new group of an old name has none of the old one's members. */
  readonly id: string;
  readonly description?: string;
  readonly roleArn?: string;
  /** The lower, the better; absent is the worst. */
  readonly precedence?: number;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** A password as it is kept: an SRP verifier, sealed. Nothing here signs anybody in. */
export interface PasswordRecord {
  /** 16 random bytes, hex. */
  readonly salt: string;
  /** g^x mod N, sealed under `verifierContext`. */
  readonly sealedVerifier: string;
  /** Only on a temporary password: from when on it no longer signs in. */
  readonly expiresAt?: number;
}

/** The keys of a pool, newest generation first. The older ones still verify, never sign. */
export interface KeysRecord {
  readonly poolId: string;
  readonly generations: readonly KeyGeneration[];
}

export interface KeyGeneration {
  readonly id: string;
  readonly createdAt: number;
  readonly idKey: KeptSigningKey;
  readonly accessKey: KeptSigningKey;
  /** Seals refresh tokens and challenge sessions. */
  readonly sealedTokenSecret: string;
}

export interface KeptSigningKey {
  readonly publicKey: PublicSigningKey;
  /** PKCS #8, sealed. */
  readonly sealedPrivateKey: string;
}

/** Failed sign-ins of one user, or of a name that nobody has. */
export interface FailuresRecord {
  readonly poolId: string;
  readonly subject: string;
  readonly count: number;
  readonly lastAt: number;
}

/** How often one user, or a name that nobody has, tried something in an hour. */
export interface AttemptsRecord {
  readonly poolId: string;
  readonly subject: string;
  /** Which operation. */
  readonly action: string;
  readonly count: number;
  readonly firstAt: number;
}

/** Where sealed values belong; a value opens in its own place only. */
export const secretContext = (clientId: string) => `user-pools/clients/${clientId}/secret`;
export const verifierContext = (poolId: string, sub: string) =>
  `user-pools/users/${poolId}/${sub}/verifier`;
export const keyContext = (poolId: string, generation: string, use: string) =>
  `user-pools/keys/${poolId}/${generation}/${use}`;

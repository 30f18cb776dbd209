import { describe, expect, it } from "vitest";
import { accessClaims, idClaims, type Minting, type TokenSubject } from "./claims.ts";
import type { ClientSettings, GroupRecord, UserRecord } from "./records.ts";

const user: UserRecord = {
  poolId: "us-east-1_AbCdEf123",
  username: "Ada",
  name: "ada",
  foldsCase: true,
  sub: "34c84488-e0e1-70ae-d2ee-991ad1a898c8",
  status: "CONFIRMED",
  enabled: true,
  createdAt: 0,
  modifiedAt: 0,
  attributes: {
    email: "ada@example.com",
    email_verified: "true",
    phone_number: "+15550100",
    phone_number_verified: "false",
    "custom:tier": "7",
    "dev:custom:note": "internal",
    address: "1 Main Street",
    updated_at: "1700000000",
    name: "Ada",
  },
};

const minting: Minting = {
  originJti: "origin",
  authTime: 1_000,
  issuedAt: 2_000,
  eventId: "event",
  jti: "jti",
};

const subject = (settings: ClientSettings, groups: readonly GroupRecord[] = []): TokenSubject => ({
  issuer: "https://issuer/pool",
  user,
  groups,
  client: {
    id: "client",
    poolId: user.poolId,
    name: "c",
    createdAt: 0,
    modifiedAt: 0,
    settings: { EnableTokenRevocation: true, ...settings },
  },
});

describe("claims of an ID token", () => {
  it("come in Cognito's order, with attributes as JSON has them", () => {
    expect(JSON.stringify(idClaims(subject({}), minting))).toBe(
      JSON.stringify({
        sub: user.sub,
        email_verified: true,
        iss: "https://issuer/pool",
        phone_number_verified: false,
        "cognito:username": "Ada",
        origin_jti: "origin",
        aud: "client",
        event_id: "event",
        token_use: "id",
        auth_time: 1_000,
        phone_number: "+15550100",
        "custom:tier": "7",
        address: { formatted: "1 Main Street" },
        updated_at: 1_700_000_000,
        name: "Ada",
        exp: 5_600,
        iat: 2_000,
        jti: "jti",
        email: "ada@example.com",
      }),
    );
  });

  it("hold only what the client may read", () => {
    const claims = idClaims(subject({ ReadAttributes: ["email"] }), minting);
    expect(claims).toMatchObject({ email: "ada@example.com", sub: user.sub });
    for (const name of ["email_verified", "phone_number", "name", "custom:tier", "address"]) {
      expect(JSON.parse(JSON.stringify(claims))).not.toHaveProperty([name]);
    }
  });

  it("name no origin when the client's tokens cannot be revoked", () => {
    const claims = idClaims(subject({ EnableTokenRevocation: false }), minting);
    expect(JSON.stringify(claims)).not.toContain("origin_jti");
  });
});

describe("claims of an access token", () => {
  it("come in the order that was observed, and hold no attributes", () => {
    expect(Object.keys(accessClaims(subject({}), minting)).join()).toBe(
      "sub,iss,client_id,origin_jti,event_id,token_use,scope,auth_time,exp,iat,jti,username",
    );
    const { EnableTokenRevocation } = { EnableTokenRevocation: false };
    expect(Object.keys(accessClaims(subject({ EnableTokenRevocation }), minting)).join()).toBe(
      "sub,event_id,token_use,scope,auth_time,iss,exp,iat,jti,client_id,username",
    );
  });

  it("are valid for as long as the client says", () => {
    const settings: ClientSettings = {
      AccessTokenValidity: 5,
      TokenValidityUnits: { AccessToken: "minutes" },
    };
    expect(accessClaims(subject(settings), minting)).toMatchObject({ iat: 2_000, exp: 2_300 });
  });
});

describe("claims of a member of groups", () => {
  const times = { createdAt: 0, modifiedAt: 0 };
  const groups = [{ poolId: user.poolId, name: "admins", id: "1", roleArn: "role", ...times }];

  it("stand where Cognito has them", () => {
    expect(Object.keys(idClaims(subject({}, groups), minting)).slice(0, 9)).toEqual([
      ...["sub", "cognito:groups", "email_verified", "cognito:preferred_role", "iss"],
      ...["phone_number_verified", "cognito:username", "origin_jti", "cognito:roles"],
    ]);
    for (const EnableTokenRevocation of [true, false]) {
      const claims = accessClaims(subject({ EnableTokenRevocation }, groups), minting);
      expect(Object.keys(claims).slice(0, 2)).toEqual(["sub", "cognito:groups"]);
    }
  });
});

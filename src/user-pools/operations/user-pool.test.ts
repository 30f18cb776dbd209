import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
  DeleteUserPoolCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  ListUserPoolsCommand,
  UpdateUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  newClient,
  newPool,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

let server: UserPoolsServer;

beforeAll(async () => {
  server = await userPoolsServer();
});
afterAll(() => server.close());

const describePool = async (UserPoolId: string) =>
  (await server.idp.send(new DescribeUserPoolCommand({ UserPoolId }))).UserPool;

describe("CreateUserPool", () => {
  it("answers a pool with AWS's defaults", async () => {
    const { UserPool } = await server.idp.send(new CreateUserPoolCommand({ PoolName: "p" }));
    const now = new Date(server.clock.now());
    expect(UserPool?.Id).toMatch(/^us-east-1_[0-9a-zA-Z]{9}$/);
    expect(UserPool?.SchemaAttributes).toHaveLength(20);
    expect(UserPool).toEqual({
      Id: UserPool?.Id,
      Name: "p",
      Policies: {
        PasswordPolicy: {
          MinimumLength: 8,
          RequireUppercase: true,
          RequireLowercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          TemporaryPasswordValidityDays: 7,
        },
        SignInPolicy: { AllowedFirstAuthFactors: ["PASSWORD"] },
      },
      DeletionProtection: "INACTIVE",
      LambdaConfig: {},
      LastModifiedDate: now,
      CreationDate: now,
      SchemaAttributes: UserPool?.SchemaAttributes,
      VerificationMessageTemplate: { DefaultEmailOption: "CONFIRM_WITH_CODE" },
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [] },
      MfaConfiguration: "OFF",
      EstimatedNumberOfUsers: 0,
      EmailConfiguration: { EmailSendingAccount: "COGNITO_DEFAULT" },
      UserPoolTags: {},
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 },
      Arn: `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${UserPool?.Id}`,
      UserPoolTier: "ESSENTIALS",
    });
    expect(await describePool(UserPool?.Id ?? "")).toEqual(UserPool);
  });

  it("keeps everything that describes the pool", async () => {
    const settings: Partial<CreateUserPoolCommandInput> = {
      AliasAttributes: ["email"],
      UsernameConfiguration: { CaseSensitive: false },
      AutoVerifiedAttributes: ["email"],
      UserPoolTags: { team: "blue" },
      SmsConfiguration: { SnsCallerArn: "arn:aws:iam::000000000000:role/sms" },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "verified_email", Priority: 1 }] },
      UserPoolAddOns: { AdvancedSecurityMode: "OFF" },
      UserPoolTier: "LITE",
    };
    const pool = await describePool(
      await newPool(server.idp, {
        ...settings,
        Schema: [{ Name: "tier", AttributeDataType: "String" }],
      }),
    );
    expect(pool).toMatchObject(settings);
    expect(pool?.SchemaAttributes?.at(-1)?.Name).toBe("custom:tier");
  });

  it.each<[string, Partial<CreateUserPoolCommandInput>]>([
    [
      "LambdaConfig.PreSignUp is not supported by this server yet.",
      { LambdaConfig: { PreSignUp: "arn:aws:lambda:us-east-1:000000000000:function:f" } },
    ],
    ["MfaConfiguration ON is not supported by this server yet.", { MfaConfiguration: "ON" }],
    [
      "Only one of AliasAttributes and UsernameAttributes can be set.",
      { AliasAttributes: ["email"], UsernameAttributes: ["email"] },
    ],
    [
      "preferred_username can not be both required and an alias.",
      {
        AliasAttributes: ["preferred_username"],
        Schema: [{ Name: "preferred_username", Required: true }],
      },
    ],
    [
      "Required custom attributes are not supported currently.",
      { Schema: [{ Name: "tier", AttributeDataType: "String", Required: true }] },
    ],
  ])("refuses: %s", async (message, settings) => {
    await expect(newPool(server.idp, settings)).rejects.toMatchObject({
      name: "InvalidParameterException",
      message,
    });
  });
});

describe("UpdateUserPool", () => {
  it("replaces all settings, but for the tier, and keeps what is fixed", async () => {
    const id = await newPool(server.idp, {
      UserPoolTier: "PLUS",
      AutoVerifiedAttributes: ["email"],
      UsernameAttributes: ["email"],
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      Policies: { PasswordPolicy: { MinimumLength: 6 } },
    });
    server.clock.advance(1_000);
    const update = { UserPoolId: id, PoolName: "new name", UserPoolTags: { a: "b" } };
    await server.idp.send(new UpdateUserPoolCommand(update));
    const pool = await describePool(id);
    expect(pool).toMatchObject({
      Name: "new name",
      UserPoolTags: { a: "b" },
      UserPoolTier: "PLUS",
      UsernameAttributes: ["email"],
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
      LastModifiedDate: new Date(server.clock.now()),
      CreationDate: new Date(server.clock.now() - 1_000),
    });
    expect(pool?.Policies?.PasswordPolicy).toMatchObject({ MinimumLength: 8 });
    expect(pool).not.toHaveProperty("AutoVerifiedAttributes");
  });

  it("refuses what is not supported, and changes nothing", async () => {
    const id = await newPool(server.idp, { UserPoolTags: { a: "b" } });
    const update = { UserPoolId: id, MfaConfiguration: "OPTIONAL" } as const;
    await expect(server.idp.send(new UpdateUserPoolCommand(update))).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: "MfaConfiguration OPTIONAL is not supported by this server yet.",
    });
    expect(server.lastReason()).toMatchObject({ received: "OPTIONAL" });
    expect((await describePool(id))?.UserPoolTags).toEqual({ a: "b" });
  });
});

describe("DeleteUserPool", () => {
  it("deletes the pool with all that is in it", async () => {
    const id = await newPool(server.idp);
    const { ClientId } = await newClient(server.idp, id);
    const ada = { UserPoolId: id, Username: "ada" };
    await server.idp.send(new AdminCreateUserCommand(ada));
    await server.idp.send(new DeleteUserPoolCommand({ UserPoolId: id }));
    const message = `User pool ${id} does not exist.`;
    const gone = { name: "ResourceNotFoundException", message };
    await expect(describePool(id)).rejects.toMatchObject(gone);
    await expect(server.idp.send(new AdminGetUserCommand(ada))).rejects.toMatchObject(gone);
    const client = { UserPoolId: id, ClientId };
    await expect(server.idp.send(new DescribeUserPoolClientCommand(client))).rejects.toMatchObject(
      gone,
    );
    const keys = await server.pools.documents(get(`/${id}/.well-known/jwks.json`));
    expect(keys?.status).toBe(404);
  });

  it("is refused while the pool is protected", async () => {
    const id = await newPool(server.idp, { DeletionProtection: "ACTIVE" });
    const remove = () => server.idp.send(new DeleteUserPoolCommand({ UserPoolId: id }));
    await expect(remove()).rejects.toMatchObject({
      name: "InvalidParameterException",
      message:
        "The user pool cannot be deleted because deletion protection is activated. " +
        "Deletion protection must be inactivated first.",
    });
    await server.idp.send(
      new UpdateUserPoolCommand({ UserPoolId: id, DeletionProtection: "INACTIVE" }),
    );
    await remove();
  });
});

describe("ListUserPools", () => {
  it("lists the pools of the account and region, page by page", async () => {
    const idp = server.clientAs("111111111111");
    const made = [];
    for (let index = 0; index < 3; index++) made.push(await newPool(idp));
    const first = await idp.send(new ListUserPoolsCommand({ MaxResults: 2 }));
    const { NextToken } = first;
    const second = await idp.send(new ListUserPoolsCommand({ MaxResults: 2, NextToken }));
    const listed = [...(first.UserPools ?? []), ...(second.UserPools ?? [])];
    expect(listed.map(({ Id }) => Id)).toEqual(made.toSorted());
    expect(listed[0]).toEqual({
      Id: listed[0]?.Id,
      Name: "pool",
      LambdaConfig: {},
      LastModifiedDate: new Date(server.clock.now()),
      CreationDate: new Date(server.clock.now()),
    });
    expect(second.NextToken).toBeUndefined();
  });

  it("refuses a token of another account, or one that it never gave", async () => {
    const idp = server.clientAs("111111111111");
    const { NextToken } = await idp.send(new ListUserPoolsCommand({ MaxResults: 1 }));
    const other = server.clientAs("222222222222");
    const invalid = {
      name: "InvalidParameterException",
      message: "Invalid pagination token given.",
    };
    for (const [client, token] of [
      [other, NextToken],
      [idp, "made-up"],
    ] as const) {
      const list = new ListUserPoolsCommand({ MaxResults: 1, NextToken: token });
      await expect(client.send(list)).rejects.toMatchObject(invalid);
    }
  });
});

describe("a pool of another account or region", () => {
  it("does not exist", async () => {
    const UserPoolId = await newPool(server.idp);
    const message = `User pool ${UserPoolId} does not exist.`;
    const missing = { name: "ResourceNotFoundException", message };
    for (const idp of [server.clientAs("333333333333"), server.clientAs("test", "eu-west-1")]) {
      const attempts = [
        idp.send(new DescribeUserPoolCommand({ UserPoolId })),
        idp.send(new UpdateUserPoolCommand({ UserPoolId })),
        idp.send(new DeleteUserPoolCommand({ UserPoolId })),
        idp.send(new AdminCreateUserCommand({ UserPoolId, Username: "ada" })),
      ];
      for (const attempt of attempts) await expect(attempt).rejects.toMatchObject(missing);
    }
  });
});

function get(path: string) {
  return { method: "GET", path, query: "", headers: {}, body: Buffer.of() };
}

import { describe, expect, it } from "vitest";
import { poolSettings, temporaryPasswordMs } from "./pool-settings.ts";
import type { PoolSettings } from "./records.ts";

describe("the settings of a pool", () => {
  it("have AWS's defaults", () => {
    expect(poolSettings({})).toEqual({
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
      VerificationMessageTemplate: { DefaultEmailOption: "CONFIRM_WITH_CODE" },
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [] },
      MfaConfiguration: "OFF",
      EmailConfiguration: { EmailSendingAccount: "COGNITO_DEFAULT" },
      UserPoolTags: {},
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 },
      UserPoolTier: "ESSENTIALS",
    });
  });

  it("are the template's of a CDK application", () => {
    const settings = poolSettings({
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Name: "verified_phone_number", Priority: 1 },
          { Name: "verified_email", Priority: 2 },
        ],
      },
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      EmailVerificationMessage: "The verification code to your new account is {####}",
      EmailVerificationSubject: "Verify your new account",
      SmsVerificationMessage: "The verification code to your new account is {####}",
      VerificationMessageTemplate: {
        DefaultEmailOption: "CONFIRM_WITH_CODE",
        EmailMessage: "The verification code to your new account is {####}",
        EmailSubject: "Verify your new account",
        SmsMessage: "The verification code to your new account is {####}",
      },
    });
    expect(settings.AdminCreateUserConfig).toEqual({
      AllowAdminCreateUserOnly: true,
      UnusedAccountValidityDays: 7,
    });
    expect(settings.AccountRecoverySetting?.RecoveryMechanisms).toHaveLength(2);
  });

  it("ask for no more than a given password policy names", () => {
    const settings = poolSettings({ Policies: { PasswordPolicy: { RequireNumbers: true } } });
    expect(settings.Policies?.PasswordPolicy).toMatchObject({
      MinimumLength: 8,
      RequireUppercase: false,
      RequireNumbers: true,
    });
  });

  it("keep a verification message in both of its places", () => {
    const old = poolSettings({ EmailVerificationMessage: "Code {####}" });
    expect(old.VerificationMessageTemplate?.EmailMessage).toBe("Code {####}");
    const template = poolSettings({ VerificationMessageTemplate: { SmsMessage: "SMS {####}" } });
    expect(template.SmsVerificationMessage).toBe("SMS {####}");
  });

  it("keep the tier when an update leaves it out", () => {
    expect(poolSettings({}, poolSettings({ UserPoolTier: "LITE" })).UserPoolTier).toBe("LITE");
  });

  it("say how long temporary passwords last", () => {
    const day = 86_400_000;
    const policy = { TemporaryPasswordValidityDays: 3 };
    expect(temporaryPasswordMs(poolSettings({}))).toBe(7 * day);
    expect(temporaryPasswordMs(poolSettings({ Policies: { PasswordPolicy: policy } }))).toBe(
      3 * day,
    );
    const old = poolSettings({ AdminCreateUserConfig: { UnusedAccountValidityDays: 2 } });
    expect(temporaryPasswordMs(old)).toBe(2 * day);
    const zero = { TemporaryPasswordValidityDays: 0 };
    expect(temporaryPasswordMs(poolSettings({ Policies: { PasswordPolicy: zero } }))).toBe(7 * day);
  });

  it.each<[string, PoolSettings]>([
    ["LambdaConfig.PreSignUp", { LambdaConfig: { PreSignUp: "arn:aws:lambda:a:b:c" } }],
    ["MfaConfiguration ON", { MfaConfiguration: "ON" }],
    ["MfaConfiguration OPTIONAL", { MfaConfiguration: "OPTIONAL" }],
    ["DeviceConfiguration", { DeviceConfiguration: {} }],
    [
      "UserPoolAddOns.AdvancedSecurityMode ENFORCED",
      { UserPoolAddOns: { AdvancedSecurityMode: "ENFORCED" } },
    ],
    [
      "UserPoolAddOns.AdvancedSecurityMode AUDIT",
      { UserPoolAddOns: { AdvancedSecurityMode: "AUDIT" } },
    ],
    [
      "UserPoolAddOns.AdvancedSecurityAdditionalFlows",
      {
        UserPoolAddOns: {
          AdvancedSecurityMode: "OFF",
          AdvancedSecurityAdditionalFlows: { CustomAuthMode: "AUDIT" },
        },
      },
    ],
    [
      "SignInPolicy.AllowedFirstAuthFactors WEB_AUTHN",
      { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] } } },
    ],
    [
      "PasswordPolicy.PasswordHistorySize",
      { Policies: { PasswordPolicy: { PasswordHistorySize: 2 } } },
    ],
    [
      "VerificationMessageTemplate.DefaultEmailOption CONFIRM_WITH_LINK",
      { VerificationMessageTemplate: { DefaultEmailOption: "CONFIRM_WITH_LINK" } },
    ],
    ["DcrConfiguration", { DcrConfiguration: {} }],
    ["KeyConfiguration", { KeyConfiguration: {} }],
    ["IssuerConfiguration", { IssuerConfiguration: {} }],
    ["AcrConfiguration", { AcrConfiguration: {} }],
  ])("are refused when they hold %s", (member, input) => {
    expect(() => poolSettings(input)).toThrow(`${member} is not supported by this server yet.`);
  });

  it("are refused when they contradict each other", () => {
    expect(() =>
      poolSettings({
        Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 1 } },
        AdminCreateUserConfig: { UnusedAccountValidityDays: 1 },
      }),
    ).toThrow("instead of UnusedAccountValidityDays");
    const RecoveryMechanisms = [
      { Name: "verified_email", Priority: 1 },
      { Name: "admin_only", Priority: 2 },
    ] as const;
    expect(() =>
      poolSettings({ AccountRecoverySetting: { RecoveryMechanisms: [...RecoveryMechanisms] } }),
    ).toThrow("admin_only");
    expect(() =>
      poolSettings({ EmailConfiguration: { EmailSendingAccount: "DEVELOPER" } }),
    ).toThrow("SourceArn is required");
  });
});

import type { PasswordPolicyType } from "@aws-sdk/client-cognito-identity-provider";
import { invalidParameter, notSupported } from "./faults.ts";
import { verificationTemplates } from "./message-templates.ts";
import type { PoolSettings } from "./records.ts";
import { withTags } from "./tags.ts";

/** Days that a temporary password lasts, unless the pool says otherwise. */
const temporaryPasswordDays = 7;

/**
 * The settings of a pool, complete: what the input leaves out is at its default, as UpdateUserPool
 * demands. Only the tier stays as it was.
 * @throws InvalidParameterException for settings that contradict each other, or that would change
 *   what the server does and that it does not honour yet
 */
export function poolSettings(input: PoolSettings, previous?: PoolSettings): PoolSettings {
  refuseUnsupported(input);
  refuseContradictions(input);
  const password = passwordPolicy(input);
  return {
    Policies: {
      PasswordPolicy: password,
      SignInPolicy: { AllowedFirstAuthFactors: ["PASSWORD"] },
    },
    DeletionProtection: input.DeletionProtection ?? "INACTIVE",
    LambdaConfig: {},
    MfaConfiguration: "OFF",
    ...optional(input, "AutoVerifiedAttributes"),
    ...verificationTemplates(input),
    ...optional(input, "SmsAuthenticationMessage"),
    UserAttributeUpdateSettings: input.UserAttributeUpdateSettings ?? {
      AttributesRequireVerificationBeforeUpdate: [],
    },
    EmailConfiguration: { EmailSendingAccount: "COGNITO_DEFAULT", ...input.EmailConfiguration },
    ...optional(input, "SmsConfiguration"),
    UserPoolTags: withTags({}, input.UserPoolTags ?? {}),
    AdminCreateUserConfig: {
      AllowAdminCreateUserOnly: false,
      ...input.AdminCreateUserConfig,
      UnusedAccountValidityDays: password.TemporaryPasswordValidityDays,
    },
    ...optional(input, "UserPoolAddOns"),
    ...optional(input, "AccountRecoverySetting"),
    UserPoolTier: input.UserPoolTier ?? previous?.UserPoolTier ?? "ESSENTIALS",
  };
}

/** How long a temporary password of the pool lasts, in milliseconds. */
export function temporaryPasswordMs({ Policies }: PoolSettings): number {
  const days = Policies?.PasswordPolicy?.TemporaryPasswordValidityDays ?? temporaryPasswordDays;
  return days * 86_400_000;
}

function passwordPolicy(input: PoolSettings): PasswordPolicyType {
  const given = input.Policies?.PasswordPolicy;
  const days =
    given?.TemporaryPasswordValidityDays || input.AdminCreateUserConfig?.UnusedAccountValidityDays;
  // A policy that is given asks only for what it names; a pool without one asks for everything.
  const unnamed = given === undefined;
  return {
    MinimumLength: given?.MinimumLength ?? 8,
    RequireUppercase: given?.RequireUppercase ?? unnamed,
    RequireLowercase: given?.RequireLowercase ?? unnamed,
    RequireNumbers: given?.RequireNumbers ?? unnamed,
    RequireSymbols: given?.RequireSymbols ?? unnamed,
    TemporaryPasswordValidityDays: days || temporaryPasswordDays,
  };
}

/** Each of these guards something at AWS; to take it and not to do it would be a lie. */
function refuseUnsupported(input: PoolSettings): void {
  const triggers = Object.entries(input.LambdaConfig ?? {}).filter(([, value]) => value);
  const [trigger] = triggers;
  if (trigger) throw notSupported(`LambdaConfig.${trigger[0]}`, JSON.stringify(trigger[1]));
  const { MfaConfiguration: mfa = "OFF", UserPoolAddOns: addOns } = input;
  if (mfa !== "OFF") throw notSupported(`MfaConfiguration ${mfa}`, mfa);
  const mode = addOns?.AdvancedSecurityMode ?? "OFF";
  if (mode !== "OFF") throw notSupported(`UserPoolAddOns.AdvancedSecurityMode ${mode}`, mode);
  const flows = addOns?.AdvancedSecurityAdditionalFlows?.CustomAuthMode;
  if (flows) throw notSupported("UserPoolAddOns.AdvancedSecurityAdditionalFlows", flows);
  const { PasswordPolicy, SignInPolicy } = input.Policies ?? {};
  const factor = SignInPolicy?.AllowedFirstAuthFactors?.find((name) => name !== "PASSWORD");
  if (factor) throw notSupported(`SignInPolicy.AllowedFirstAuthFactors ${factor}`, factor);
  const option = input.VerificationMessageTemplate?.DefaultEmailOption ?? "CONFIRM_WITH_CODE";
  if (option !== "CONFIRM_WITH_CODE") {
    throw notSupported(`VerificationMessageTemplate.DefaultEmailOption ${option}`, option);
  }
  const history = PasswordPolicy?.PasswordHistorySize ?? 0;
  if (history > 0) throw notSupported("PasswordPolicy.PasswordHistorySize", String(history));
  const given: Readonly<Record<string, unknown>> = {
    DeviceConfiguration: input.DeviceConfiguration,
    DcrConfiguration: input.DcrConfiguration,
    KeyConfiguration: input.KeyConfiguration,
    IssuerConfiguration: input.IssuerConfiguration,
    AcrConfiguration: input.AcrConfiguration,
  };
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) throw notSupported(name, JSON.stringify(value));
  }
}

function refuseContradictions({
  Policies,
  AdminCreateUserConfig,
  EmailConfiguration,
  AccountRecoverySetting,
}: PoolSettings) {
  const days = Policies?.PasswordPolicy?.TemporaryPasswordValidityDays;
  if (days !== undefined && AdminCreateUserConfig?.UnusedAccountValidityDays !== undefined) {
    throw invalidParameter(
      "Please use TemporaryPasswordValidityDays in PasswordPolicy " +
        "instead of UnusedAccountValidityDays",
    );
  }
  const { EmailSendingAccount, SourceArn } = EmailConfiguration ?? {};
  if (EmailSendingAccount === "DEVELOPER" && SourceArn === undefined) {
    throw invalidParameter("SourceArn is required when EmailSendingAccount is DEVELOPER.");
  }
  const mechanisms = AccountRecoverySetting?.RecoveryMechanisms ?? [];
  if (mechanisms.length > 1 && mechanisms.some(({ Name }) => Name === "admin_only")) {
    throw invalidParameter(
      "Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.",
    );
  }
}

/** The member where it is given, else nothing: absent members are left out of answers. */
function optional<Name extends keyof PoolSettings>(
  input: PoolSettings,
  name: Name,
): Pick<PoolSettings, Name> | Record<never, never> {
  return input[name] === undefined ? {} : { [name]: input[name] };
}

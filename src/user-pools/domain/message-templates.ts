import type { PoolSettings } from "./records.ts";

type Templates = Pick<
  PoolSettings,
  | "EmailVerificationMessage"
  | "EmailVerificationSubject"
  | "SmsVerificationMessage"
  | "VerificationMessageTemplate"
>;

/**
 * Verification messages have two homes in the API, the template and older members beside it. What
 * is written to one shows in both; where both are given, the template wins.
 */
export function verificationTemplates(input: Templates): Templates {
  const template = input.VerificationMessageTemplate ?? {};
  const email = template.EmailMessage ?? input.EmailVerificationMessage;
  const subject = template.EmailSubject ?? input.EmailVerificationSubject;
  const sms = template.SmsMessage ?? input.SmsVerificationMessage;
  return {
    ...(sms === undefined ? {} : { SmsVerificationMessage: sms }),
    ...(email === undefined ? {} : { EmailVerificationMessage: email }),
    ...(subject === undefined ? {} : { EmailVerificationSubject: subject }),
    VerificationMessageTemplate: {
      DefaultEmailOption: "CONFIRM_WITH_CODE",
      ...template,
      ...(sms === undefined ? {} : { SmsMessage: sms }),
      ...(email === undefined ? {} : { EmailMessage: email }),
      ...(subject === undefined ? {} : { EmailSubject: subject }),
    },
  };
}

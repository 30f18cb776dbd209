import type {
  CodeDeliveryDetailsType,
  DeliveryMediumType,
} from "@aws-sdk/client-cognito-identity-provider";
import type { CodeAddress, Contact } from "./code.ts";
import type { PoolSettings, UserRecord } from "./records.ts";

/** A message as its receiver reads it. */
export interface MessageText {
  /** Text messages have none. */
  readonly subject?: string;
  readonly text: string;
}

/** The message that carries a code, as the pool words it. */
export function codeMessage(settings: PoolSettings, attribute: Contact, code: string): MessageText {
  const { EmailMessage, EmailSubject, SmsMessage } = settings.VerificationMessageTemplate ?? {};
  const words = "Your verification code is {####}.";
  const text = (attribute === "email" ? EmailMessage : SmsMessage) ?? words;
  return message(attribute, EmailSubject ?? "Your verification code", filled(text, code));
}

/** The message that invites a user whom an administrator created. */
export function invitationMessage(
  settings: PoolSettings,
  attribute: Contact,
  username: string,
  password: string,
): MessageText {
  const template = settings.AdminCreateUserConfig?.InviteMessageTemplate ?? {};
  const words = "Your username is {username} and temporary password is {####}.";
  const text = (attribute === "email" ? template.EmailMessage : template.SMSMessage) ?? words;
  const subject = template.EmailSubject ?? "Your temporary password";
  return message(attribute, subject, filled(text, password, username));
}

/** Where an invitation goes: to each address that the user has and a medium reaches. */
export function invitedAddresses(
  { attributes }: Pick<UserRecord, "attributes">,
  mediums: readonly DeliveryMediumType[],
): CodeAddress[] {
  return (["phone_number", "email"] as const).flatMap((attribute) => {
    const value = attributes[attribute];
    if (value === undefined || !mediums.includes(mediumOf(attribute))) return [];
    return [{ attribute, value }];
  });
}

/** How a code went out, as the API tells it: with an address that only its owner recognises. */
export function deliveryOf({ attribute, value }: CodeAddress): CodeDeliveryDetailsType {
  return {
    Destination: attribute === "email" ? maskedEmail(value) : `+*******${value.slice(-4)}`,
    DeliveryMedium: mediumOf(attribute),
    AttributeName: attribute,
  };
}

/** By what a message to this attribute goes out. */
export function mediumOf(attribute: Contact): "EMAIL" | "SMS" {
  return attribute === "email" ? "EMAIL" : "SMS";
}

function maskedEmail(address: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, 1)}***@${address.slice(at + 1, at + 2)}***`;
}

function message(attribute: Contact, subject: string, text: string): MessageText {
  return attribute === "email" ? { subject, text } : { text };
}

/** One pass, so that what is filled in is never taken for a placeholder itself. */
function filled(template: string, code: string, username?: string): string {
  return template.replace(/\{####\}|\{username\}/g, (placeholder) =>
    placeholder === "{####}" ? code : (username ?? placeholder),
  );
}

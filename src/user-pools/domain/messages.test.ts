import { expect, test } from "vitest";
import { codeMessage, deliveryOf, invitationMessage } from "./messages.ts";

test("a code goes out in AWS's words, unless the pool has its own", () => {
  const text = "Your verification code is 123456.";
  expect(codeMessage({}, "email", "123456")).toEqual({ subject: "Your verification code", text });
  expect(codeMessage({}, "phone_number", "123456")).toEqual({ text });
  const settings = {
    VerificationMessageTemplate: {
      EmailMessage: "<b>{####}</b> {####}",
      EmailSubject: "Welcome",
      SmsMessage: "{####}!",
    },
  };
  const own = { subject: "Welcome", text: "<b>123456</b> 123456" };
  expect(codeMessage(settings, "email", "123456")).toEqual(own);
  expect(codeMessage(settings, "phone_number", "123456")).toEqual({ text: "123456!" });
});

test("an invitation names the user and the password", () => {
  expect(invitationMessage({}, "email", "ada", "Temp-1234")).toEqual({
    subject: "Your temporary password",
    text: "Your username is ada and temporary password is Temp-1234.",
  });
  const InviteMessageTemplate = {
    EmailMessage: "{username}: {####}",
    EmailSubject: "Hi",
    SMSMessage: "{####} for {username}",
  };
  const settings = { AdminCreateUserConfig: { InviteMessageTemplate } };
  const email = invitationMessage(settings, "email", "ada", "Temp-1234");
  expect(email).toEqual({ subject: "Hi", text: "ada: Temp-1234" });
  const sms = invitationMessage(settings, "phone_number", "ada", "Temp-1234");
  expect(sms).toEqual({ text: "Temp-1234 for ada" });
});

test("what is filled in is not filled in again", () => {
  const { text } = invitationMessage({}, "email", "{####}", "$&{username}");
  expect(text).toBe("Your username is {####} and temporary password is $&{username}.");
});

test("an address is told so that only its owner recognises it", () => {
  expect(deliveryOf({ attribute: "email", value: "foo@example.com" })).toEqual({
    Destination: "f***@e***",
    DeliveryMedium: "EMAIL",
    AttributeName: "email",
  });
  const phone = deliveryOf({ attribute: "phone_number", value: "+15551231234" });
  expect(phone).toMatchObject({ Destination: "+*******1234", DeliveryMedium: "SMS" });
});

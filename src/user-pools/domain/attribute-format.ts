/** True for text that could be an e-mail address: one `@`, something before it, a dot after it. */
export function isEmail(text: string): boolean {
  const [local, domain, ...rest] = text.split("@");
  if (!local || !domain || rest.length > 0 || /\s/.test(text)) return false;
  return domain.includes(".") && domain.split(".").every((label) => label !== "");
}

/** True for `+` and up to 15 digits (E.164). */
export function isPhoneNumber(text: string): boolean {
  return /^\+[0-9]{1,15}$/.test(text);
}

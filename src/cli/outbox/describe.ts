import { styleText } from "node:util";

/** A message to a user, as the server tells it. */
export interface Message {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly to: string;
  readonly medium: string;
  readonly subject?: string;
  readonly text: string;
  readonly username: string;
  readonly poolId: string;
  readonly purpose: string;
}

/** A message for a person to read: a line about it, then what it says. */
export function describeMessage(message: Message): string {
  const { at, medium, to, purpose, username, poolId, subject, text } = message;
  const time = new Date(at).toLocaleString("sv-SE");
  const about = `${time}  ${medium} to ${to}  ${purpose} of ${username} in ${poolId}`;
  const lines = [...(subject === undefined ? [] : [subject]), ...text.split("\n")];
  return [styleText("dim", plain(about)), ...lines.map((line) => `  ${plain(line)}`)].join("\n");
}

/** Strangers choose addresses and names: none of them speaks to the terminal. */
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, "\uFFFD");
}

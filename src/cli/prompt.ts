import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { Failure, Interrupted } from "./failure.ts";

/** Whether there is a person to ask. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true;
}

/** Asks without showing what is typed, and leaves standard output to the command's answer. */
export function askHidden(question: string): Promise<string> {
  return ask(question, false);
}

/** Whether a person says yes; anything else is no. */
export async function askYes(question: string): Promise<boolean> {
  return /^y(es)?$/i.test((await ask(`${question} [y/N]: `, true)).trim());
}

/** @param isShown whether what is typed is: by the terminal itself */
async function ask(question: string, isShown: boolean): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: !isShown });
  const closed = new AbortController();
  lines.once("close", () => closed.abort());
  process.stderr.write(question);
  try {
    return await lines.question("", { signal: closed.signal });
  } catch (error) {
    throw new Interrupted("Interrupted.", { cause: error });
  } finally {
    lines.close();
    if (!isShown) process.stderr.write("\n");
  }
}

/** Asks for a new password twice, until both are the same. */
export async function askNewPassword(username: string): Promise<string> {
  for (;;) {
    const password = await askHidden(`New password for ${username}: `);
    if (password === (await askHidden("The same again: "))) return password;
    process.stderr.write("They differ. Once more.\n");
  }
}

/** All of standard input, without the line break at its end. */
export async function readPasswordFromStdin(): Promise<string> {
  const password = (await text(process.stdin)).replace(/\r?\n$/, "");
  if (password === "") throw new Failure("--password-stdin: standard input is empty.");
  return password;
}

import { Command, InvalidArgumentError, Option } from "commander";
import { askOwn } from "../client.ts";
import { Failure } from "../failure.ts";
import { serverUrl, urlOption } from "../server-url.ts";
import { describeMessage, type Message } from "./describe.ts";

interface Options {
  readonly url?: string;
  readonly to?: string;
  readonly last?: true;
  readonly limit?: number;
  readonly json?: true;
}

/** `gatepool outbox` */
export function command(): Command {
  return new Command("outbox")
    .description(
      "Show the messages to users, newest first: codes and invitations. Nothing is delivered; " +
        "the server keeps each message for a week.",
    )
    .option("--to <address>", "only messages to this e-mail address or phone number")
    .addOption(new Option("--last", "only the last message").conflicts("limit"))
    .option("--limit <number>", "so many messages; without it 20", wholeNumber)
    .option("--json", "print what the server answers")
    .addOption(urlOption())
    .addHelpText("after", examples)
    .action((options: Options) => show(options));
}

const examples = `
Examples:
  $ gatepool outbox
  $ gatepool outbox --last
  $ gatepool outbox --to ada@example.com --limit 5
  $ gatepool outbox --last --json`;

async function show({ url, to, last, limit, json }: Options): Promise<void> {
  const query = new URLSearchParams({ limit: String(last ? 1 : (limit ?? 20)), ...(to && { to }) });
  const address = `${serverUrl(url)}/_gatepool/outbox?${query}`;
  const { messages } = await askOwn<{ messages: Message[] }>(address);
  if (messages.length === 0) throw new Failure("There are no such messages.");
  if (json) console.log(JSON.stringify(last ? messages[0] : { messages }, undefined, 2));
  else console.log(messages.map(describeMessage).join("\n\n"));
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError("write a number from 1 to 1000");
  return Number(text);
}

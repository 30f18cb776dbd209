import { setTimeout as pause } from "node:timers/promises";
import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import { Command, InvalidArgumentError, Option } from "commander";
import { type Client, createClient, isAwsError } from "../client.ts";
import { parseDuration } from "../duration.ts";
import { serverUrl, urlOption } from "../server-url.ts";
import { describeEvent, type FilteredEvent } from "./describe.ts";

interface Options {
  readonly url?: string;
  readonly follow?: true;
  readonly since: number;
  readonly limit?: number;
  readonly json?: true;
}

/** `gatepool logs` */
export function command(): Command {
  return new Command("logs")
    .description("Print what a function has printed, oldest first; with -f, go on as it prints.")
    .argument("<function>", "name or ARN of a function, or the name of a log group (/a/b)")
    .option("-f, --follow", "go on until Ctrl-C")
    .addOption(
      new Option("--since <time>", "how far back to begin, such as 30s, 2h or 1d")
        .default(parseDuration("10m"), "10m")
        .argParser(duration),
    )
    .addOption(
      new Option("--limit <number>", "begin with only this many, the last ones").argParser(
        wholeNumber,
      ),
    )
    .option("--json", "print an event a line, as JSON")
    .addOption(urlOption())
    .addHelpText("after", examples)
    .action(print);
}

const examples = `
Examples:
  $ gatepool logs hello
  $ gatepool logs -f hello
  $ gatepool logs hello --since 2h --limit 20
  $ gatepool logs hello --json | jq -r .message`;

/** How often a follower asks. */
const followMs = 1000;

async function print(name: string, options: Options): Promise<void> {
  const { url, since, limit, follow, json } = options;
  const client = createClient(serverUrl(url), regionOf(name));
  const group = await groupOf(client, name);
  let startTime = Math.max(0, Date.now() - since);
  const events = await read(client, group, startTime);
  const show = (event: FilteredEvent) =>
    console.log(json ? JSON.stringify(event) : describeEvent(event));
  for (const event of limit === undefined ? events : events.slice(-limit)) show(event);
  if (!follow) return;
  const interrupted = untilInterrupted();
  let last = events;
  while (await interrupted.pause(followMs)) {
    startTime = last.at(-1)?.timestamp ?? startTime;
    const seen = new Set(last.map(({ eventId }) => eventId));
    const found = await read(client, group, startTime);
    for (const event of found) if (!seen.has(event.eventId)) show(event);
    if (found.length > 0) last = found;
  }
}

/** Ctrl-C ends the command, and is no failure. */
function untilInterrupted() {
  const ended = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => ended.abort());
  return {
    /** False when it was interrupted. */
    pause: (ms: number) => pause(ms, true, { signal: ended.signal }).catch(() => false),
  };
}

/** All events since a time; none while the function has not run. */
async function read(client: Client, logGroupName: string, startTime: number) {
  const events: FilteredEvent[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client
      .logs("FilterLogEvents", { logGroupName, startTime, ...(nextToken && { nextToken }) })
      .catch((error: unknown) => {
        if (isAwsError(error, "ResourceNotFoundException")) return undefined;
        throw error;
      });
    events.push(...(page?.events ?? []));
    nextToken = page?.nextToken;
  } while (nextToken !== undefined);
  return events;
}

/** The group that a function writes to. A path names a group itself. */
async function groupOf(client: Client, name: string): Promise<string> {
  if (name.startsWith("/")) return name;
  const path = `/2015-03-31/functions/${encodeURIComponent(name)}/configuration`;
  const { LoggingConfig } = await client.rest<FunctionConfiguration>("lambda", "GET", path);
  return LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`;
}

/** An ARN tells where its function lives. */
function regionOf(name: string): { region?: string } {
  const region = /^arn:[^:]*:lambda:([^:]+):/.exec(name)?.[1];
  return region === undefined ? {} : { region };
}

function duration(text: string): number {
  const milliseconds = parseDuration(text);
  if (milliseconds !== undefined) return milliseconds;
  throw new InvalidArgumentError("write a time, such as 30s, 2h or 1d");
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError("write a number from 1 on");
  return Number(text);
}

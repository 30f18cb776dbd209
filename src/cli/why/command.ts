import { Command, InvalidArgumentError, Option } from "commander";
import type { Trace } from "../../diagnostics/trace.ts";
import { askOwn } from "../client.ts";
import { Failure } from "../failure.ts";
import { serverUrl, urlOption } from "../server-url.ts";
import { describeTrace, summarizeTrace } from "./describe.ts";

interface Options {
  readonly url?: string;
  readonly last?: true;
  readonly failed?: true;
  readonly limit?: number;
  readonly json?: true;
}

/** `gatepool why` */
export function command(): Command {
  return new Command("why")
    .description(
      "Explain a decision of the server: what was looked at, what was expected, what came, and " +
        "what to change. Without a request id, the last one.",
    )
    .argument("[request-id]", "as the answer's apigw-requestid or x-amzn-requestid header says")
    .option("--last", "the last decision; this is what happens without a request id")
    .option("--failed", "only refusals: the last one, or with --limit the last few")
    .addOption(
      new Option("--limit <number>", "list this many decisions, newest first")
        .argParser(wholeNumber)
        .conflicts("last"),
    )
    .option("--json", "print what the server answers")
    .addOption(urlOption())
    .addHelpText("after", examples)
    .action((requestId: string | undefined, options: Options) => explain(requestId, options));
}

const examples = `
Examples:
  $ gatepool why 5f0c2a52-3f8f-4f63-9a1e-6f6f6f1c9d9b
  $ gatepool why --last
  $ gatepool why --failed
  $ gatepool why --limit 20
  $ gatepool why --last --json`;

async function explain(requestId: string | undefined, options: Options): Promise<void> {
  const traces = await readTraces(requestId, options);
  if (options.json) {
    console.log(JSON.stringify(options.limit ? { traces } : traces[0], undefined, 2));
  } else if (options.limit) {
    for (const trace of traces) console.log(summarizeTrace(trace));
  } else {
    for (const trace of traces) console.log(describeTrace(trace));
  }
}

async function readTraces(requestId: string | undefined, options: Options): Promise<Trace[]> {
  const { limit, failed } = options;
  const base = `${serverUrl(options.url)}/_gatepool/traces`;
  if (requestId !== undefined) return [await askOwn(`${base}/${encodeURIComponent(requestId)}`)];
  if (limit === undefined && !failed) return [await askOwn(`${base}/last`)];
  const query = new URLSearchParams({ limit: String(limit ?? 1), ...(failed && refusedOnly) });
  const { traces } = await askOwn<{ traces: Trace[] }>(`${base}?${query}`);
  if (traces.length === 0) throw new Failure("Nothing of that kind has been decided yet.");
  return traces;
}

const refusedOnly = { refused: "true" };

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError("write a number from 1 to 1000");
  return Number(text);
}

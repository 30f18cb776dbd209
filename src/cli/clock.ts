import { Command, InvalidArgumentError } from "commander";
import { askOwn } from "./client.ts";
import { formatDuration, parseDuration } from "./duration.ts";
import { serverUrl, urlOption } from "./server-url.ts";

interface ClockAnswer {
  /** ISO 8601. */
  readonly now: string;
  readonly aheadMs: number;
}

/** `gatepool clock` */
export function command(): Command {
  return new Command("clock")
    .description(
      "Show a development server's time, or move it forward: tokens, codes and sessions expire " +
        "at once instead of later. It does not go back; the data folder's file `clock` keeps it.",
    )
    .argument("[forward]", "how far to move it, such as +2h, +90s or +1d12h", forward)
    .addOption(urlOption())
    .addHelpText("after", examples)
    .action((advanceMs: number | undefined, { url }: { url?: string }) => move(advanceMs, url));
}

const examples = `
Examples:
  $ gatepool clock
  $ gatepool clock +2h
  $ gatepool clock +1d12h`;

async function move(advanceMs: number | undefined, url: string | undefined): Promise<void> {
  const address = `${serverUrl(url)}/_gatepool/clock`;
  const change = advanceMs === undefined ? undefined : { advanceMs };
  const { now, aheadMs } = await askOwn<ClockAnswer>(address, change);
  const lead = aheadMs === 0 ? "as this machine's" : `${formatDuration(aheadMs)} ahead`;
  console.log(`${now} (${lead})`);
}

function forward(text: string): number {
  const duration = text.startsWith("+") ? parseDuration(text.slice(1)) : undefined;
  if (duration !== undefined) return duration;
  throw new InvalidArgumentError("write + and a time, such as +2h, +90s or +1d12h");
}

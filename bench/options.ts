import { parseArgs } from "node:util";

export interface Options {
  /** Which parts to measure. */
  readonly parts: ReadonlySet<string>;
  /** Which systems of the comparisons of proxies. */
  readonly systems: RegExp;
  readonly rounds: number;
  /** Length of one measurement. */
  readonly seconds: number;
  /** Of the large pool. */
  readonly users: number;
  /** Where the figures go, as JSON. */
  readonly out: string;
}

const partNames = ["proxy", "tls", "sign-ins", "start", "functions", "routes", "users", "stacks"];

export const usage = `npm run bench -- [options]

  --only PARTS      proxy, tls, sign-ins, start, functions, routes, users, stacks; several with
                    commas (default: all)
  --systems REGEX   which systems of proxy and tls (default: all)
  --rounds N        alternating rounds; medians are told (default: 5)
  --seconds N       length of one measurement (default: 6)
  --users N         how many users the large pool has (default: 1000000)
  --out FILE        where the figures go, as JSON (default: bench/result.json)

Needs two cores, and on Debian: apt-get install wrk gcc openssl haproxy nginx
libnginx-mod-http-lua lua-cjson; and nghttp2-client to measure HTTP/2 too. None of their services
has to run. Absolute figures are those of this machine at this hour: believe the ratios.`;

/** @throws Error with a message for the person who typed them. */
export function readOptions(args: readonly string[]): Options | "help" {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string", default: partNames.join(",") },
      systems: { type: "string", default: "." },
      rounds: { type: "string", default: "5" },
      seconds: { type: "string", default: "6" },
      users: { type: "string", default: "1000000" },
      out: { type: "string", default: "bench/result.json" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  const parts = new Set(values.only.split(","));
  const unknown = [...parts].find((part) => !partNames.includes(part));
  if (unknown !== undefined) {
    throw new Error(`--only ${unknown}: there are ${partNames.join(", ")}`);
  }
  return {
    parts,
    systems: new RegExp(values.systems),
    rounds: positive("rounds", values.rounds),
    seconds: positive("seconds", values.seconds),
    users: positive("users", values.users),
    out: values.out,
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`--${name} ${text}: not a number from 1`);
  return value;
}

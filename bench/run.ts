// npm run bench: what Gatepool costs, beside others that do the same. See --help.
import { writeFileSync } from "node:fs";
import { measureFunctions } from "./functions/measure.ts";
import { describeMachine, requireTools } from "./machine.ts";
import { type Options, readOptions, usage } from "./options.ts";
import { stopAll } from "./processes.ts";
import { measureProxies } from "./proxy/measure.ts";
import { report } from "./report.ts";
import { measureRoutes } from "./routes/measure.ts";
import { measureSignIns } from "./sign-ins/measure.ts";
import { measureStacks } from "./stacks/measure.ts";
import { measureStarts } from "./start/measure.ts";
import { type Results, targetsOf } from "./targets.ts";
import { measureTls } from "./tls/measure.ts";
import { measureUsers } from "./users/measure.ts";

try {
  const options = readOptions(process.argv.slice(2));
  if (options === "help") console.log(usage);
  else await measure(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  stopAll();
}

async function measure(options: Options): Promise<void> {
  requireTools();
  const { parts, rounds, seconds, out } = options;
  const machine = describeMachine();
  console.log(`${machine.model}, ${machine.memory}, Linux ${machine.kernel}, ${machine.node}`);
  const results: Results = {};
  if (parts.has("start")) results.starts = await measureStarts(options);
  if (parts.has("sign-ins")) results.signIns = await measureSignIns(options);
  if (parts.has("functions")) results.functions = await measureFunctions(options);
  if (parts.has("routes")) results.routes = await measureRoutes(options);
  if (parts.has("users")) results.users = await measureUsers(options);
  if (parts.has("stacks")) results.stacks = await measureStacks(options);
  if (parts.has("proxy")) results.proxies = await measureProxies(options);
  if (parts.has("tls")) results.tls = await measureTls(options);
  console.log(report(results));
  const figures = { machine, rounds, seconds, targets: targetsOf(results), ...results };
  writeFileSync(out, `${JSON.stringify(figures, null, 2)}\n`);
  console.log(`Figures: ${out}`);
}

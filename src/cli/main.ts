import { run } from "./program.ts";

// Whoever reads may have read enough: `gatepool why --limit 1000 | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await run(process.argv.slice(2));

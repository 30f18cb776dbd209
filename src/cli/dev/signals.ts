import { interruptedCode } from "../failure.ts";

interface Closable {
  close(): Promise<void>;
}

/** A server that has not closed by then is left to the operating system. */
const closingMsMax = 4500;
/** A terminal and the programs between it and us may each pass on the same Ctrl-C. */
const sameKeystrokeMs = 250;

/** Ends the process cleanly at SIGTERM or SIGINT, and at once when SIGINT comes again. */
export function closeOnSignal(server: Closable): void {
  let firstAt: number | undefined;
  const end = async (signal: NodeJS.Signals) => {
    const now = performance.now();
    if (firstAt !== undefined) {
      if (signal === "SIGINT" && now - firstAt > sameKeystrokeMs) process.exit(interruptedCode);
      return;
    }
    firstAt = now;
    process.exit(await closeInTime(server));
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
}

/** @returns the exit code */
async function closeInTime(server: Closable): Promise<number> {
  const { promise: overdue, resolve } = Promise.withResolvers<number>();
  setTimeout(resolve, closingMsMax, 1);
  const closed = server.close().then(
    () => 0,
    (error) => {
      console.error("gatepool: not everything could be closed:", error);
      return 1;
    },
  );
  return Promise.race([closed, overdue]);
}

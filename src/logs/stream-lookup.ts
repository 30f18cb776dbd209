import { fault, type LogsContext } from "./contract.ts";
import type { LogGroup } from "./log-files.ts";

/** Throws the fault that there is no such stream. */
export async function findStream(
  group: LogGroup,
  stream: string,
  { logs }: LogsContext,
): Promise<void> {
  if (await logs.hasStream(group, stream)) return;
  throw fault("ResourceNotFoundException", "The specified log stream does not exist.", {
    reason: {
      check: "log stream",
      expected: `a stream of this name in ${group.name}`,
      received: stream,
      change: "list the streams with DescribeLogStreams, or create one with CreateLogStream",
    },
  });
}

import { arnOf } from "../../foundation/arn.ts";
import { type InputOf, invalid, type LogsContext, operation } from "../contract.ts";
import { findGroup } from "../groups.ts";
import type { LogGroup } from "../log-files.ts";
import { openPlace, sealPlace } from "../paging.ts";
import type { StreamSummary } from "../streams.ts";

const limitDefault = 50;

/** Lists the streams of a group, by their names or by their last events. */
export const describeLogStreams = operation("DescribeLogStreams", {
  access: "iam",
  async run(input, context) {
    const { logStreamNamePrefix: prefix = "", limit = limitDefault, nextToken } = input;
    const group = await findGroup(input, context);
    const order = orderOf(input);
    const list = ["streams", group.name, prefix, input.orderBy, input.descending];
    const after = openPlace(nextToken, list, context);
    const streams = (await context.logs.streams(group))
      .filter(({ name }) => name.startsWith(prefix))
      .sort((a, b) => order(placeOf(a), placeOf(b)));
    const rest = after ? streams.filter((stream) => order(placeOf(stream), after) > 0) : streams;
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    const more = last !== undefined && rest.length > page.length;
    return {
      logStreams: page.map((stream) => describe(stream, group, context)),
      ...(more && { nextToken: sealPlace(placeOf(last), list, context) }),
    };
  },
});

type Place = readonly (string | number)[];

function placeOf({ name, lastAt = 0 }: StreamSummary): Place {
  return [lastAt, name];
}

function orderOf({ orderBy, descending, logStreamNamePrefix }: InputOf<"DescribeLogStreams">) {
  const byTime = orderBy === "LastEventTime";
  if (byTime && logStreamNamePrefix !== undefined) {
    throw invalid("Cannot order by LastEventTime with a logStreamNamePrefix.");
  }
  const sign = descending ? -1 : 1;
  return ([atA, nameA]: Place, [atB, nameB]: Place): number => {
    const byLast = byTime ? Number(atA) - Number(atB) : 0;
    return sign * (byLast || compare(String(nameA), String(nameB)));
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function describe(stream: StreamSummary, group: LogGroup, { tenant }: LogsContext) {
  const { name, createdAt, firstAt, lastAt, lastIngestedAt } = stream;
  return {
    logStreamName: name,
    creationTime: createdAt,
    firstEventTimestamp: firstAt,
    lastEventTimestamp: lastAt,
    lastIngestionTime: lastIngestedAt,
    uploadSequenceToken: "1",
    arn: arnOf("logs", tenant, `log-group:${group.name}:log-stream:${name}`),
    storedBytes: 0,
  };
}

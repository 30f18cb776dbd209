import { fault, type InputOf, invalid, type LogsContext, operation } from "../contract.ts";
import { judgeBatch } from "../domain/batch.ts";
import { groupOf, settingsOf } from "../groups.ts";
import { findStream } from "../stream-lookup.ts";

/** Every request has carried one since 2023, and none is looked at. AWS: PutLogEvents. */
const nextSequenceToken = "1";

/** Keeps events of a client in a stream that was created for them. */
export const putLogEvents = operation("PutLogEvents", {
  access: "iam",
  async run(input, context) {
    const { logGroupName, logStreamName } = input;
    if (input.entity) {
      throw invalid("Gatepool keeps no entity beside log events yet: leave it out.");
    }
    const group = groupOf({ logGroupName }, context);
    const { retentionInDays } = await settingsOf(group, context);
    await findStream(group, logStreamName, context);
    const judged = judgeBatch(readEvents(input), { now: context.clock.now(), retentionInDays });
    if ("problem" in judged) throw invalid(judged.problem);
    const events = judged.accepted.map((event) => ({ ...event, stream: logStreamName }));
    await keep(group, events, context);
    const { rejected } = judged;
    return { nextSequenceToken, ...(rejected && { rejectedLogEventsInfo: rejected }) };
  },
});

function readEvents({ logEvents }: InputOf<"PutLogEvents">) {
  return logEvents.map(({ timestamp, message }) => ({ at: timestamp, message }));
}

async function keep(
  group: Parameters<LogsContext["logs"]["put"]>[0],
  events: Parameters<LogsContext["logs"]["put"]>[1],
  { logs }: LogsContext,
): Promise<void> {
  if (await logs.put(group, events)) return;
  throw fault("ServiceUnavailableException", "Too many events wait for the disk: try again.");
}

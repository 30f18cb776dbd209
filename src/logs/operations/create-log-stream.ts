import { fault, invalid, operation } from "../contract.ts";
import { isGroupName, isStreamName } from "../domain/names.ts";
import { findGroup } from "../groups.ts";

/** A group's streams are listed whole, so that there must be an end to them. */
const streamsMax = 10_000;

/** Creates an empty stream, which PutLogEvents asks for. */
export const createLogStream = operation("CreateLogStream", {
  access: "iam",
  async run({ logGroupName, logStreamName }, context) {
    if (!isGroupName(logGroupName)) throw malformed("logGroupName");
    if (!isStreamName(logStreamName)) throw malformed("logStreamName");
    const group = await findGroup({ logGroupName }, context);
    const streams = await context.logs.streams(group);
    if (streams.some(({ name }) => name === logStreamName)) {
      throw fault("ResourceAlreadyExistsException", "The specified log stream already exists");
    }
    if (streams.length >= streamsMax) {
      throw invalid(`A log group has at most ${streamsMax} streams here: create another group.`);
    }
    await context.logs.createStream(group, logStreamName);
    return {};
  },
});

function malformed(member: string) {
  return invalid(
    `Value at '${member}' failed to satisfy constraint: 1 to 512 characters, ` +
      (member === "logGroupName" ? "letters, digits and . - _ / #" : "none of them : or *"),
  );
}

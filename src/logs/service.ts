import type { ServiceDefinition } from "../wire/service.ts";
import { shapes } from "../wire/shapes/logs.ts";
import type { LogsContext, LogsOperation } from "./contract.ts";
import { createLogGroup } from "./operations/create-log-group.ts";
import { createLogStream } from "./operations/create-log-stream.ts";
import { deleteLogGroup } from "./operations/delete-log-group.ts";
import { deleteRetentionPolicy } from "./operations/delete-retention-policy.ts";
import { describeLogGroups } from "./operations/describe-log-groups.ts";
import { describeLogStreams } from "./operations/describe-log-streams.ts";
import { filterLogEvents } from "./operations/filter-log-events.ts";
import { getLogEvents } from "./operations/get-log-events.ts";
import { listTagsForResource } from "./operations/list-tags-for-resource.ts";
import { putLogEvents } from "./operations/put-log-events.ts";
import { putRetentionPolicy } from "./operations/put-retention-policy.ts";
import { tagResource } from "./operations/tag-resource.ts";
import { untagResource } from "./operations/untag-resource.ts";

const operations: readonly LogsOperation[] = [
  createLogGroup,
  createLogStream,
  deleteLogGroup,
  deleteRetentionPolicy,
  describeLogGroups,
  describeLogStreams,
  filterLogEvents,
  getLogEvents,
  listTagsForResource,
  putLogEvents,
  putRetentionPolicy,
  tagResource,
  untagResource,
];

/** CloudWatch Logs, as much of it as reading and writing events needs. */
export function defineService(
  context: ServiceDefinition<LogsContext>["context"],
): ServiceDefinition<LogsContext> {
  return { shapes, operations, constraintFault: "InvalidParameterException", context };
}

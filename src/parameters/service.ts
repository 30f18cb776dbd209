import type { ServiceDefinition } from "../wire/service.ts";
import { shapes } from "../wire/shapes/ssm.ts";
import type { ParametersContext, ParametersOperation } from "./contract.ts";
import { addTagsToResource } from "./operations/add-tags-to-resource.ts";
import { deleteParameter } from "./operations/delete-parameter.ts";
import { deleteParameters } from "./operations/delete-parameters.ts";
import { describeParameters } from "./operations/describe-parameters.ts";
import { getParameter } from "./operations/get-parameter.ts";
import { getParameterHistory } from "./operations/get-parameter-history.ts";
import { getParameters } from "./operations/get-parameters.ts";
import { getParametersByPath } from "./operations/get-parameters-by-path.ts";
import { listTagsForResource } from "./operations/list-tags-for-resource.ts";
import { putParameter } from "./operations/put-parameter.ts";
import { removeTagsFromResource } from "./operations/remove-tags-from-resource.ts";

const operations: readonly ParametersOperation[] = [
  addTagsToResource,
  deleteParameter,
  deleteParameters,
  describeParameters,
  getParameter,
  getParameterHistory,
  getParameters,
  getParametersByPath,
  listTagsForResource,
  putParameter,
  removeTagsFromResource,
];

/** Parameter Store, the part of Systems Manager that deployments ask for. */
export function defineService(
  context: ServiceDefinition<ParametersContext>["context"],
): ServiceDefinition<ParametersContext> {
  return { shapes, operations, constraintFault: "ValidationException", context };
}

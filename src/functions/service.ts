import type { ServiceDefinition } from "../wire/service.ts";
import { shapes } from "../wire/shapes/lambda.ts";
import type { FunctionsContext, FunctionsOperation } from "./contract.ts";
import { addPermission } from "./operations/add-permission.ts";
import { createFunction } from "./operations/create-function.ts";
import { deleteFunction } from "./operations/delete-function.ts";
import { getFunction } from "./operations/get-function.ts";
import { getFunctionConfiguration } from "./operations/get-function-configuration.ts";
import { getPolicy } from "./operations/get-policy.ts";
import { invoke } from "./operations/invoke.ts";
import { listFunctions } from "./operations/list-functions.ts";
import { removePermission } from "./operations/remove-permission.ts";
import { updateFunctionCode } from "./operations/update-function-code.ts";
import { updateFunctionConfiguration } from "./operations/update-function-configuration.ts";

const operations: readonly FunctionsOperation[] = [
  addPermission,
  createFunction,
  deleteFunction,
  getFunction,
  getFunctionConfiguration,
  getPolicy,
  invoke,
  listFunctions,
  removePermission,
  updateFunctionCode,
  updateFunctionConfiguration,
];

/** Lambda's API, as much of it as functions behind an API need. */
export function defineService(
  context: ServiceDefinition<FunctionsContext>["context"],
): ServiceDefinition<FunctionsContext> {
  return { shapes, operations, constraintFault: "ValidationException", context };
}

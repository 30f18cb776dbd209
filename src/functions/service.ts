import type { ServiceDefinition } from "../wire/service.ts";
import { shapes } from "../wire/shapes/lambda.ts";
import type { FunctionsContext, FunctionsOperation } from "./contract.ts";
import { createFunction } from "./operations/create-function.ts";
import { deleteFunction } from "./operations/delete-function.ts";
import { getFunction } from "./operations/get-function.ts";
import { getFunctionConfiguration } from "./operations/get-function-configuration.ts";
import { invoke } from "./operations/invoke.ts";
import { listFunctions } from "./operations/list-functions.ts";
import { updateFunctionCode } from "./operations/update-function-code.ts";
import { updateFunctionConfiguration } from "./operations/update-function-configuration.ts";

const operations: readonly FunctionsOperation[] = [
  createFunction,
  deleteFunction,
  getFunction,
  getFunctionConfiguration,
  invoke,
  listFunctions,
  updateFunctionCode,
  updateFunctionConfiguration,
];

/** Lambda's API, as much of it as functions behind an API need. */
export function defineService(
  context: ServiceDefinition<FunctionsContext>["context"],
): ServiceDefinition<FunctionsContext> {
  return { shapes, operations, constraintFault: "ValidationException", context };
}

import type { ServiceDefinition } from "../wire/service.ts";
import { shapes } from "../wire/shapes/lambda.ts";
import type { FunctionsContext, FunctionsOperation } from "./contract.ts";
import { addPermission } from "./operations/add-permission.ts";
import { createAlias } from "./operations/create-alias.ts";
import { createFunction } from "./operations/create-function.ts";
import { createFunctionUrlConfig } from "./operations/create-function-url-config.ts";
import { deleteAlias } from "./operations/delete-alias.ts";
import { deleteFunction } from "./operations/delete-function.ts";
import { deleteFunctionConcurrency } from "./operations/delete-function-concurrency.ts";
import { deleteFunctionUrlConfig } from "./operations/delete-function-url-config.ts";
import { deleteLayerVersion } from "./operations/delete-layer-version.ts";
import { getAccountSettings } from "./operations/get-account-settings.ts";
import { getAlias } from "./operations/get-alias.ts";
import { getFunction } from "./operations/get-function.ts";
import { getFunctionConcurrency } from "./operations/get-function-concurrency.ts";
import { getFunctionConfiguration } from "./operations/get-function-configuration.ts";
import { getFunctionUrlConfig } from "./operations/get-function-url-config.ts";
import { getLayerVersion } from "./operations/get-layer-version.ts";
import { getLayerVersionByArn } from "./operations/get-layer-version-by-arn.ts";
import { getPolicy } from "./operations/get-policy.ts";
import { invoke } from "./operations/invoke.ts";
import { listAliases } from "./operations/list-aliases.ts";
import { listFunctionUrlConfigs } from "./operations/list-function-url-configs.ts";
import { listFunctions } from "./operations/list-functions.ts";
import { listLayerVersions } from "./operations/list-layer-versions.ts";
import { listLayers } from "./operations/list-layers.ts";
import { listTags } from "./operations/list-tags.ts";
import { listVersionsByFunction } from "./operations/list-versions-by-function.ts";
import { publishLayerVersion } from "./operations/publish-layer-version.ts";
import { publishVersion } from "./operations/publish-version.ts";
import { putFunctionConcurrency } from "./operations/put-function-concurrency.ts";
import { removePermission } from "./operations/remove-permission.ts";
import { tagResource } from "./operations/tag-resource.ts";
import { untagResource } from "./operations/untag-resource.ts";
import { updateAlias } from "./operations/update-alias.ts";
import { updateFunctionCode } from "./operations/update-function-code.ts";
import { updateFunctionConfiguration } from "./operations/update-function-configuration.ts";
import { updateFunctionUrlConfig } from "./operations/update-function-url-config.ts";

const operations: readonly FunctionsOperation[] = [
  addPermission,
  createAlias,
  createFunction,
  createFunctionUrlConfig,
  deleteAlias,
  deleteFunction,
  deleteFunctionConcurrency,
  deleteFunctionUrlConfig,
  deleteLayerVersion,
  getAccountSettings,
  getAlias,
  getFunction,
  getFunctionConcurrency,
  getFunctionConfiguration,
  getFunctionUrlConfig,
  getLayerVersion,
  getLayerVersionByArn,
  getPolicy,
  invoke,
  listAliases,
  listFunctionUrlConfigs,
  listFunctions,
  listLayerVersions,
  listLayers,
  listTags,
  listVersionsByFunction,
  publishLayerVersion,
  publishVersion,
  putFunctionConcurrency,
  removePermission,
  tagResource,
  untagResource,
  updateAlias,
  updateFunctionCode,
  updateFunctionConfiguration,
  updateFunctionUrlConfig,
];

/** Lambda's API, as much of it as functions behind an API need. */
export function defineService(
  context: ServiceDefinition<FunctionsContext>["context"],
): ServiceDefinition<FunctionsContext> {
  return { shapes, operations, constraintFault: "ValidationException", context };
}

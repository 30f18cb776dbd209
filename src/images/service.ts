import type { ServiceDefinition } from "../wire/service.ts";
import { shapes } from "../wire/shapes/ecr.ts";
import type { ImagesContext, ImagesOperation } from "./contract.ts";
import { createRepository } from "./operations/create-repository.ts";
import { deleteLifecyclePolicy } from "./operations/delete-lifecycle-policy.ts";
import { deleteRepository } from "./operations/delete-repository.ts";
import { deleteRepositoryPolicy } from "./operations/delete-repository-policy.ts";
import { describeImages } from "./operations/describe-images.ts";
import { describeRepositories } from "./operations/describe-repositories.ts";
import { getAuthorizationToken } from "./operations/get-authorization-token.ts";
import { getLifecyclePolicy } from "./operations/get-lifecycle-policy.ts";
import { getRepositoryPolicy } from "./operations/get-repository-policy.ts";
import { listImages } from "./operations/list-images.ts";
import { listTagsForResource } from "./operations/list-tags-for-resource.ts";
import { putImageScanningConfiguration } from "./operations/put-image-scanning-configuration.ts";
import { putImageTagMutability } from "./operations/put-image-tag-mutability.ts";
import { putLifecyclePolicy } from "./operations/put-lifecycle-policy.ts";
import { setRepositoryPolicy } from "./operations/set-repository-policy.ts";
import { tagResource } from "./operations/tag-resource.ts";
import { untagResource } from "./operations/untag-resource.ts";

const operations: readonly ImagesOperation[] = [
  createRepository,
  deleteLifecyclePolicy,
  deleteRepository,
  deleteRepositoryPolicy,
  describeImages,
  describeRepositories,
  getAuthorizationToken,
  getLifecyclePolicy,
  getRepositoryPolicy,
  listImages,
  listTagsForResource,
  putImageScanningConfiguration,
  putImageTagMutability,
  putLifecyclePolicy,
  setRepositoryPolicy,
  tagResource,
  untagResource,
];

/** ECR, as much of it as deployments ask for. */
export function defineService(
  context: ServiceDefinition<ImagesContext>["context"],
): ServiceDefinition<ImagesContext> {
  return { shapes, operations, constraintFault: "InvalidParameterException", context };
}

import type { AnyResourceType } from "../resource.ts";
import { api } from "./api-gateway-v2/api.ts";
import { authorizer } from "./api-gateway-v2/authorizer.ts";
import { deployment } from "./api-gateway-v2/deployment.ts";
import { integration } from "./api-gateway-v2/integration.ts";
import { route } from "./api-gateway-v2/route.ts";
import { stage } from "./api-gateway-v2/stage.ts";
import { metadata } from "./cdk/metadata.ts";
import { waitConditionHandle } from "./cloudformation/wait-condition-handle.ts";
import { userPool } from "./cognito/user-pool.ts";
import { userPoolClient } from "./cognito/user-pool-client.ts";
import { userPoolGroup } from "./cognito/user-pool-group.ts";
import { userPoolUser } from "./cognito/user-pool-user.ts";
import { userPoolUserToGroupAttachment } from "./cognito/user-pool-user-to-group-attachment.ts";
import { repository } from "./ecr/repository.ts";
import { managedPolicy } from "./iam/managed-policy.ts";
import { policy } from "./iam/policy.ts";
import { role } from "./iam/role.ts";
import { rolePolicy } from "./iam/role-policy.ts";
import { alias } from "./lambda/alias.ts";
import { lambdaFunction } from "./lambda/function.ts";
import { layerVersion } from "./lambda/layer-version.ts";
import { permission } from "./lambda/permission.ts";
import { url } from "./lambda/url.ts";
import { version } from "./lambda/version.ts";
import { logGroup } from "./logs/log-group.ts";
import { bucket } from "./s3/bucket.ts";
import { bucketPolicy } from "./s3/bucket-policy.ts";
import { parameter } from "./ssm/parameter.ts";

/** Every resource type that templates may have. */
export const resourceTypes: readonly AnyResourceType[] = [
  api,
  authorizer,
  deployment,
  integration,
  route,
  stage,
  metadata,
  waitConditionHandle,
  alias,
  lambdaFunction,
  layerVersion,
  permission,
  url,
  version,
  logGroup,
  repository,
  managedPolicy,
  policy,
  role,
  rolePolicy,
  bucket,
  bucketPolicy,
  parameter,
  userPool,
  userPoolClient,
  userPoolGroup,
  userPoolUser,
  userPoolUserToGroupAttachment,
];

import type { AnyResourceType } from "../resource.ts";
import { api } from "./api-gateway-v2/api.ts";
import { authorizer } from "./api-gateway-v2/authorizer.ts";
import { deployment } from "./api-gateway-v2/deployment.ts";
import { integration } from "./api-gateway-v2/integration.ts";
import { route } from "./api-gateway-v2/route.ts";
import { stage } from "./api-gateway-v2/stage.ts";
import { metadata } from "./cdk/metadata.ts";
import { lambdaFunction } from "./lambda/function.ts";
import { permission } from "./lambda/permission.ts";
import { logGroup } from "./logs/log-group.ts";

/** Every resource type that templates may have. */
export const resourceTypes: readonly AnyResourceType[] = [
  api,
  authorizer,
  deployment,
  integration,
  route,
  stage,
  metadata,
  lambdaFunction,
  permission,
  logGroup,
];

import type { ResourceChange } from "@aws-sdk/client-cloudformation";

/** Types that say who may do what, in all of their properties. */
const types =
  /^AWS::(IAM::|Lambda::(Permission|LayerVersionPermission)$|S3::BucketPolicy$|KMS::Key$|Cognito::IdentityPoolRoleAttachment$|ApiGateway(V2)?::Authorizer$)/;

/** A new one may be open to everybody, which no property needs to say. */
const doors = /^AWS::(ApiGatewayV2::Route|ApiGateway::Method|Lambda::Url)$/;

/** Properties that do so in resources of other types. */
const properties: ReadonlySet<string> = new Set([
  ...["AssumeRolePolicyDocument", "ManagedPolicyArns", "PermissionsBoundary", "Policies"],
  ...["PolicyDocument", "PolicyText", "Policy", "RepositoryPolicyText", "Role", "CredentialsArn"],
  ...["AuthorizationType", "AuthorizationScopes", "AuthorizerId", "AuthorizerType", "AuthType"],
  ...["ApiKeyRequired", "JwtConfiguration", "PublicAccessBlockConfiguration"],
  ...["AllowedOAuthFlows", "AllowedOAuthScopes", "CallbackURLs", "LogoutURLs"],
  ...["ExplicitAuthFlows", "CorsConfiguration", "MfaConfiguration"],
]);

/** Whether a change bears on who may do what. */
export function isSecurityRelevant(change: ResourceChange): boolean {
  const { Action, ResourceType = "", Details = [] } = change;
  if (types.test(ResourceType)) return true;
  if (Action === "Add" && doors.test(ResourceType)) return true;
  return Details.some(({ Target }) => properties.has(Target?.Name ?? ""));
}

import type { ResourceChange } from "@aws-sdk/client-cloudformation";

/** Types that say who may do what, in all of their properties. */
const types =
  /^AWS::(IAM::|Lambda::(Permission|LayerVersionPermission)$|S3::BucketPolicy$|KMS::Key$|Cognito::IdentityPoolRoleAttachment$|ApiGateway(V2)?::Authorizer$)/;

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
export function isSecurityRelevant({ ResourceType = "", Details = [] }: ResourceChange): boolean {
  if (types.test(ResourceType)) return true;
  return Details.some(({ Target }) => properties.has(Target?.Name ?? ""));
}

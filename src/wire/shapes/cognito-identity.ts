// Written by tools/generate-shapes.ts from AWS's service models. Do not edit.
import { shapeTable } from "../shape-table.ts";

/** The faults that the service declares, as the SDK's exception classes are named. */
export type FaultCode =
  | "ConcurrentModificationException"
  | "DeveloperUserAlreadyRegisteredException"
  | "ExternalServiceException"
  | "InternalErrorException"
  | "InvalidIdentityPoolConfigurationException"
  | "InvalidParameterException"
  | "LimitExceededException"
  | "NotAuthorizedException"
  | "ResourceConflictException"
  | "ResourceNotFoundException"
  | "TooManyRequestsException";

export const shapes = shapeTable(
  {"service":"cognito-identity","endpointPrefix":"cognito-identity","signingName":"cognito-identity","protocol":"aws-json","apiVersion":"2014-06-30","targetPrefix":"AWSCognitoIdentityService","jsonVersion":"1.1"},
  String.raw`{
"CreateIdentityPool":{"method":"POST","path":"/","status":200,"input":"CreateIdentityPoolInput","output":"IdentityPool","faults":["InternalErrorException","InvalidParameterException","LimitExceededException","NotAuthorizedException","ResourceConflictException","TooManyRequestsException"]},
"DeleteIdentities":{"method":"POST","path":"/","status":200,"input":"DeleteIdentitiesInput","output":"DeleteIdentitiesResponse","faults":["InternalErrorException","InvalidParameterException","TooManyRequestsException"]},
"DeleteIdentityPool":{"method":"POST","path":"/","status":200,"input":"DeleteIdentityPoolInput","faults":["InternalErrorException","InvalidParameterException","NotAuthorizedException","ResourceNotFoundException","TooManyRequestsException"]},
"DescribeIdentity":{"method":"POST","path":"/","status":200,"input":"DescribeIdentityInput","output":"IdentityDescription","faults":["InternalErrorException","InvalidParameterException","NotAuthorizedException","ResourceNotFoundException","TooManyRequestsException"]},
"DescribeIdentityPool":{"method":"POST","path":"/","status":200,"input":"DescribeIdentityPoolInput","output":"IdentityPool","faults":["InternalErrorException","InvalidParameterException","NotAuthorizedException","ResourceNotFoundException","TooManyRequestsException"]},
"GetCredentialsForIdentity":{"method":"POST","path":"/","status":200,"input":"GetCredentialsForIdentityInput","output":"GetCredentialsForIdentityResponse","faults":["ExternalServiceException","InternalErrorException","InvalidIdentityPoolConfigurationException","InvalidParameterException","NotAuthorizedException","ResourceConflictException","ResourceNotFoundException","TooManyRequestsException"],"unsigned":true},
"GetId":{"method":"POST","path":"/","status":200,"input":"GetIdInput","output":"GetIdResponse","faults":["ExternalServiceException","InternalErrorException","InvalidParameterException","LimitExceededException","NotAuthorizedException","ResourceConflictException","ResourceNotFoundException","TooManyRequestsException"],"unsigned":true},
"GetIdentityPoolRoles":{"method":"POST","path":"/","status":200,"input":"GetIdentityPoolRolesInput","output":"GetIdentityPoolRolesResponse","faults":["InternalErrorException","InvalidParameterException","NotAuthorizedException","ResourceConflictException","ResourceNotFoundException","TooManyRequestsException"]},
"GetOpenIdToken":{"method":"POST","path":"/","status":200,"input":"GetOpenIdTokenInput","output":"GetOpenIdTokenResponse","faults":["ExternalServiceException","InternalErrorException","InvalidParameterException","NotAuthorizedException","ResourceConflictException","ResourceNotFoundException","TooManyRequestsException"],"unsigned":true},
"GetOpenIdTokenForDeveloperIdentity":{"method":"POST","path":"/","status":200,"input":"GetOpenIdTokenForDeveloperIdentityInput","output":"GetOpenIdTokenForDeveloperIdentityResponse","faults":["DeveloperUserAlreadyRegisteredException","InternalErrorException","InvalidParameterException","NotAuthorizedException","ResourceConflictException","ResourceNotFoundException","TooManyRequestsException"]},
"GetPrincipalTagAttributeMap":{"method":"POST","path":"/","status":200,"input":"GetPrincipalTagAttributeMapInput","output":"GetPrincipalTagAttributeMapResponse","faults":["InternalErrorException","InvalidParameterException","NotAuthorizedException","ResourceNotFoundException","TooManyRequestsException"]},
"ListIdentities":{"method":"POST","path":"/","status":200,"input":"ListIdentitiesInput","output":"ListIdentitiesResponse","faults":["InternalErrorException","InvalidParameterException","NotAuthorizedException","ResourceNotFoundException","TooManyRequestsException"]},
"ListIdentityPools":{"method":"POST","path":"/","status":200,"input":"ListIdentityPoolsInput","output":"ListIdentityPoolsResponse","faults":["InternalErrorException","InvalidParameterException","NotAuthorizedException","ResourceNotFoundException","TooManyRequestsException"]},
"ListTagsForResource":{"method":"POST","path":"/","status":200,"input":"ListTagsForResourceInput","output":"ListTagsForResourceResponse","faults":["InternalErrorException","InvalidParameterException","NotAuthorizedException","ResourceNotFoundException","TooManyRequestsException"]},
"LookupDeveloperIdentity":{"method":"POST","path":"/","status":200,"input":"LookupDeveloperIdentityInput","output":"LookupDeveloperIdentityResponse","faults":["InternalErrorException","InvalidParameterException","NotAuthorizedException","ResourceConflictException","ResourceNotFoundException","TooManyRequestsException"]},
"MergeDeveloperIdentities":{"method":"POST","path":"/","status":200,"input":"MergeDeveloperIdentitiesInput","output":"MergeDeveloperIdentitiesResponse","faults":["InternalErrorException","InvalidParameterException","NotAuthorizedException","ResourceConflictException","ResourceNotFoundException","TooManyRequestsException"]},
"SetIdentityPoolRoles":{"method":"POST","path":"/","status":200,"input":"SetIdentityPoolRolesInput","faults":["ConcurrentModificationException","InternalErrorException","InvalidParameterException","NotAuthorizedException","ResourceConflictException","ResourceNotFoundException","TooManyRequestsException"]},
"SetPrincipalTagAttributeMap":{"method":"POST","path":"/","status":200,"input":"SetPrincipalTagAttributeMapInput","output":"SetPrincipalTagAttributeMapResponse","faults":["InternalErrorException","InvalidParameterException","NotAuthorizedException","ResourceNotFoundException","TooManyRequestsException"]},
"TagResource":{"method":"POST","path":"/","status":200,"input":"TagResourceInput","output":"TagResourceResponse","faults":["InternalErrorException","InvalidParameterException","NotAuthorizedException","ResourceNotFoundException","TooManyRequestsException"]},
"UnlinkDeveloperIdentity":{"method":"POST","path":"/","status":200,"input":"UnlinkDeveloperIdentityInput","faults":["InternalErrorException","InvalidParameterException","NotAuthorizedException","ResourceConflictException","ResourceNotFoundException","TooManyRequestsException"]},
"UnlinkIdentity":{"method":"POST","path":"/","status":200,"input":"UnlinkIdentityInput","faults":["ExternalServiceException","InternalErrorException","InvalidParameterException","NotAuthorizedException","ResourceConflictException","ResourceNotFoundException","TooManyRequestsException"],"unsigned":true},
"UntagResource":{"method":"POST","path":"/","status":200,"input":"UntagResourceInput","output":"UntagResourceResponse","faults":["InternalErrorException","InvalidParameterException","NotAuthorizedException","ResourceNotFoundException","TooManyRequestsException"]},
"UpdateIdentityPool":{"method":"POST","path":"/","status":200,"input":"IdentityPool","output":"IdentityPool","faults":["ConcurrentModificationException","InternalErrorException","InvalidParameterException","LimitExceededException","NotAuthorizedException","ResourceConflictException","ResourceNotFoundException","TooManyRequestsException"]}
}`,
  new URL("./cognito-identity.shapes.json", import.meta.url),
);

// Written by tools/generate-shapes.ts from AWS's service models. Do not edit.
import { shapeTable } from "../shape-table.ts";

/** The faults that the service declares, as the SDK's exception classes are named. */
export type FaultCode =
  | "ExpiredTokenException"
  | "ExpiredTradeInTokenException"
  | "IDPCommunicationErrorException"
  | "IDPRejectedClaimException"
  | "InvalidAuthorizationMessageException"
  | "InvalidIdentityTokenException"
  | "JWTPayloadSizeExceededException"
  | "MalformedPolicyDocumentException"
  | "OutboundWebIdentityFederationDisabledException"
  | "PackedPolicyTooLargeException"
  | "RegionDisabledException"
  | "SessionDurationEscalationException";

export const shapes = shapeTable(
  {"service":"sts","endpointPrefix":"sts","signingName":"sts","protocol":"aws-query","apiVersion":"2011-06-15","xmlNamespace":"https://sts.amazonaws.com/doc/2011-06-15/"},
  String.raw`{
"AssumeRole":{"method":"POST","path":"/","status":200,"input":"AssumeRoleRequest","output":"AssumeRoleResponse","faults":["ExpiredTokenException","MalformedPolicyDocumentException","PackedPolicyTooLargeException","RegionDisabledException"]},
"AssumeRoleWithSAML":{"method":"POST","path":"/","status":200,"input":"AssumeRoleWithSAMLRequest","output":"AssumeRoleWithSAMLResponse","faults":["ExpiredTokenException","IDPRejectedClaimException","InvalidIdentityTokenException","MalformedPolicyDocumentException","PackedPolicyTooLargeException","RegionDisabledException"],"unsigned":true},
"AssumeRoleWithWebIdentity":{"method":"POST","path":"/","status":200,"input":"AssumeRoleWithWebIdentityRequest","output":"AssumeRoleWithWebIdentityResponse","faults":["ExpiredTokenException","IDPCommunicationErrorException","IDPRejectedClaimException","InvalidIdentityTokenException","MalformedPolicyDocumentException","PackedPolicyTooLargeException","RegionDisabledException"],"unsigned":true},
"AssumeRoot":{"method":"POST","path":"/","status":200,"input":"AssumeRootRequest","output":"AssumeRootResponse","faults":["ExpiredTokenException","RegionDisabledException"]},
"DecodeAuthorizationMessage":{"method":"POST","path":"/","status":200,"input":"DecodeAuthorizationMessageRequest","output":"DecodeAuthorizationMessageResponse","faults":["InvalidAuthorizationMessageException"]},
"GetAccessKeyInfo":{"method":"POST","path":"/","status":200,"input":"GetAccessKeyInfoRequest","output":"GetAccessKeyInfoResponse","faults":[]},
"GetCallerIdentity":{"method":"POST","path":"/","status":200,"input":"GetCallerIdentityRequest","output":"GetCallerIdentityResponse","faults":[]},
"GetDelegatedAccessToken":{"method":"POST","path":"/","status":200,"input":"GetDelegatedAccessTokenRequest","output":"GetDelegatedAccessTokenResponse","faults":["ExpiredTradeInTokenException","PackedPolicyTooLargeException","RegionDisabledException"]},
"GetFederationToken":{"method":"POST","path":"/","status":200,"input":"GetFederationTokenRequest","output":"GetFederationTokenResponse","faults":["MalformedPolicyDocumentException","PackedPolicyTooLargeException","RegionDisabledException"]},
"GetSessionToken":{"method":"POST","path":"/","status":200,"input":"GetSessionTokenRequest","output":"GetSessionTokenResponse","faults":["RegionDisabledException"]},
"GetWebIdentityToken":{"method":"POST","path":"/","status":200,"input":"GetWebIdentityTokenRequest","output":"GetWebIdentityTokenResponse","faults":["JWTPayloadSizeExceededException","OutboundWebIdentityFederationDisabledException","SessionDurationEscalationException"]}
}`,
  new URL("./sts.shapes.json", import.meta.url),
);

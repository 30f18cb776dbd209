// Written by tools/generate-shapes.ts from AWS's service models. Do not edit.
import { shapeTable } from "../shape-table.ts";

/** The faults that the service declares, as the SDK's exception classes are named. */
export type FaultCode =
  | "AccountNotManagementOrDelegatedAdministratorException"
  | "CallerIsNotManagementAccountException"
  | "ConcurrentModificationException"
  | "CredentialReportExpiredException"
  | "CredentialReportNotPresentException"
  | "CredentialReportNotReadyException"
  | "DeleteConflictException"
  | "DuplicateCertificateException"
  | "DuplicateSSHPublicKeyException"
  | "EntityAlreadyExistsException"
  | "EntityTemporarilyUnmodifiableException"
  | "FeatureDisabledException"
  | "FeatureEnabledException"
  | "InvalidAuthenticationCodeException"
  | "InvalidCertificateException"
  | "InvalidInputException"
  | "InvalidPublicKeyException"
  | "InvalidUserTypeException"
  | "KeyPairMismatchException"
  | "LimitExceededException"
  | "MalformedCertificateException"
  | "MalformedPolicyDocumentException"
  | "NameConflictException"
  | "NoSuchEntityException"
  | "OpenIdIdpCommunicationErrorException"
  | "OrganizationNotFoundException"
  | "OrganizationNotInAllFeaturesModeException"
  | "PasswordPolicyViolationException"
  | "PolicyEvaluationException"
  | "PolicyNotAttachableException"
  | "ReportGenerationLimitExceededException"
  | "RoleModifiedException"
  | "RoleTemplateDisabledException"
  | "ServiceAccessNotEnabledException"
  | "ServiceFailureException"
  | "ServiceNotSupportedException"
  | "UnmodifiableEntityException"
  | "UnrecognizedPublicKeyEncodingException";

export const shapes = shapeTable(
  {"service":"iam","endpointPrefix":"iam","signingName":"iam","protocol":"aws-query","apiVersion":"2010-05-08","xmlNamespace":"https://iam.amazonaws.com/doc/2010-05-08/"},
  String.raw`{
"AcceptDelegationRequest":{"method":"POST","path":"/","status":200,"input":"AcceptDelegationRequestRequest","faults":["ConcurrentModificationException","NoSuchEntityException","ServiceFailureException"]},
"AcquireRole":{"method":"POST","path":"/","status":200,"input":"AcquireRoleRequest","output":"AcquireRoleResponse","faults":["ConcurrentModificationException","EntityAlreadyExistsException","InvalidInputException","LimitExceededException","MalformedPolicyDocumentException","NameConflictException","NoSuchEntityException","RoleModifiedException","RoleTemplateDisabledException","ServiceFailureException"]},
"AddClientIDToOpenIDConnectProvider":{"method":"POST","path":"/","status":200,"input":"AddClientIDToOpenIDConnectProviderRequest","faults":["ConcurrentModificationException","InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"AddRoleToInstanceProfile":{"method":"POST","path":"/","status":200,"input":"AddRoleToInstanceProfileRequest","faults":["EntityAlreadyExistsException","LimitExceededException","NoSuchEntityException","ServiceFailureException","UnmodifiableEntityException"]},
"AddUserToGroup":{"method":"POST","path":"/","status":200,"input":"AddUserToGroupRequest","faults":["LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"AssociateDelegationRequest":{"method":"POST","path":"/","status":200,"input":"AssociateDelegationRequestRequest","faults":["ConcurrentModificationException","InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"AttachGroupPolicy":{"method":"POST","path":"/","status":200,"input":"AttachGroupPolicyRequest","faults":["InvalidInputException","LimitExceededException","NoSuchEntityException","PolicyNotAttachableException","ServiceFailureException"]},
"AttachRolePolicy":{"method":"POST","path":"/","status":200,"input":"AttachRolePolicyRequest","faults":["InvalidInputException","LimitExceededException","NoSuchEntityException","PolicyNotAttachableException","ServiceFailureException","UnmodifiableEntityException"]},
"AttachUserPolicy":{"method":"POST","path":"/","status":200,"input":"AttachUserPolicyRequest","faults":["InvalidInputException","LimitExceededException","NoSuchEntityException","PolicyNotAttachableException","ServiceFailureException"]},
"ChangePassword":{"method":"POST","path":"/","status":200,"input":"ChangePasswordRequest","faults":["EntityTemporarilyUnmodifiableException","InvalidUserTypeException","LimitExceededException","NoSuchEntityException","PasswordPolicyViolationException","ServiceFailureException"]},
"CreateAccessKey":{"method":"POST","path":"/","status":200,"input":"CreateAccessKeyRequest","output":"CreateAccessKeyResponse","faults":["LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"CreateAccountAlias":{"method":"POST","path":"/","status":200,"input":"CreateAccountAliasRequest","faults":["ConcurrentModificationException","EntityAlreadyExistsException","LimitExceededException","ServiceFailureException"]},
"CreateDelegationRequest":{"method":"POST","path":"/","status":200,"input":"CreateDelegationRequestRequest","output":"CreateDelegationRequestResponse","faults":["ConcurrentModificationException","EntityAlreadyExistsException","InvalidInputException","LimitExceededException","ServiceFailureException"]},
"CreateGroup":{"method":"POST","path":"/","status":200,"input":"CreateGroupRequest","output":"CreateGroupResponse","faults":["EntityAlreadyExistsException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"CreateInstanceProfile":{"method":"POST","path":"/","status":200,"input":"CreateInstanceProfileRequest","output":"CreateInstanceProfileResponse","faults":["ConcurrentModificationException","EntityAlreadyExistsException","InvalidInputException","LimitExceededException","ServiceFailureException"]},
"CreateLoginProfile":{"method":"POST","path":"/","status":200,"input":"CreateLoginProfileRequest","output":"CreateLoginProfileResponse","faults":["EntityAlreadyExistsException","LimitExceededException","NoSuchEntityException","PasswordPolicyViolationException","ServiceFailureException"]},
"CreateOpenIDConnectProvider":{"method":"POST","path":"/","status":200,"input":"CreateOpenIDConnectProviderRequest","output":"CreateOpenIDConnectProviderResponse","faults":["ConcurrentModificationException","EntityAlreadyExistsException","InvalidInputException","LimitExceededException","OpenIdIdpCommunicationErrorException","ServiceFailureException"]},
"CreatePolicy":{"method":"POST","path":"/","status":200,"input":"CreatePolicyRequest","output":"CreatePolicyResponse","faults":["ConcurrentModificationException","EntityAlreadyExistsException","InvalidInputException","LimitExceededException","MalformedPolicyDocumentException","ServiceFailureException"]},
"CreatePolicyVersion":{"method":"POST","path":"/","status":200,"input":"CreatePolicyVersionRequest","output":"CreatePolicyVersionResponse","faults":["InvalidInputException","LimitExceededException","MalformedPolicyDocumentException","NoSuchEntityException","ServiceFailureException"]},
"CreateRole":{"method":"POST","path":"/","status":200,"input":"CreateRoleRequest","output":"CreateRoleResponse","faults":["ConcurrentModificationException","EntityAlreadyExistsException","InvalidInputException","LimitExceededException","MalformedPolicyDocumentException","ServiceFailureException"]},
"CreateSAMLProvider":{"method":"POST","path":"/","status":200,"input":"CreateSAMLProviderRequest","output":"CreateSAMLProviderResponse","faults":["ConcurrentModificationException","EntityAlreadyExistsException","InvalidInputException","LimitExceededException","ServiceFailureException"]},
"CreateServiceLinkedRole":{"method":"POST","path":"/","status":200,"input":"CreateServiceLinkedRoleRequest","output":"CreateServiceLinkedRoleResponse","faults":["InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"CreateServiceSpecificCredential":{"method":"POST","path":"/","status":200,"input":"CreateServiceSpecificCredentialRequest","output":"CreateServiceSpecificCredentialResponse","faults":["LimitExceededException","NoSuchEntityException","ServiceNotSupportedException"]},
"CreateUser":{"method":"POST","path":"/","status":200,"input":"CreateUserRequest","output":"CreateUserResponse","faults":["ConcurrentModificationException","EntityAlreadyExistsException","InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"CreateVirtualMFADevice":{"method":"POST","path":"/","status":200,"input":"CreateVirtualMFADeviceRequest","output":"CreateVirtualMFADeviceResponse","faults":["ConcurrentModificationException","EntityAlreadyExistsException","InvalidInputException","LimitExceededException","ServiceFailureException"]},
"DeactivateMFADevice":{"method":"POST","path":"/","status":200,"input":"DeactivateMFADeviceRequest","faults":["ConcurrentModificationException","EntityTemporarilyUnmodifiableException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"DeleteAccessKey":{"method":"POST","path":"/","status":200,"input":"DeleteAccessKeyRequest","faults":["LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"DeleteAccountAlias":{"method":"POST","path":"/","status":200,"input":"DeleteAccountAliasRequest","faults":["ConcurrentModificationException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"DeleteAccountPasswordPolicy":{"method":"POST","path":"/","status":200,"faults":["LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"DeleteGroup":{"method":"POST","path":"/","status":200,"input":"DeleteGroupRequest","faults":["DeleteConflictException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"DeleteGroupPolicy":{"method":"POST","path":"/","status":200,"input":"DeleteGroupPolicyRequest","faults":["LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"DeleteInstanceProfile":{"method":"POST","path":"/","status":200,"input":"DeleteInstanceProfileRequest","faults":["DeleteConflictException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"DeleteLoginProfile":{"method":"POST","path":"/","status":200,"input":"DeleteLoginProfileRequest","faults":["EntityTemporarilyUnmodifiableException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"DeleteOpenIDConnectProvider":{"method":"POST","path":"/","status":200,"input":"DeleteOpenIDConnectProviderRequest","faults":["InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"DeletePolicy":{"method":"POST","path":"/","status":200,"input":"DeletePolicyRequest","faults":["DeleteConflictException","InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"DeletePolicyVersion":{"method":"POST","path":"/","status":200,"input":"DeletePolicyVersionRequest","faults":["DeleteConflictException","InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"DeleteRole":{"method":"POST","path":"/","status":200,"input":"DeleteRoleRequest","faults":["ConcurrentModificationException","DeleteConflictException","LimitExceededException","NoSuchEntityException","ServiceFailureException","UnmodifiableEntityException"]},
"DeleteRolePermissionsBoundary":{"method":"POST","path":"/","status":200,"input":"DeleteRolePermissionsBoundaryRequest","faults":["NoSuchEntityException","ServiceFailureException","UnmodifiableEntityException"]},
"DeleteRolePolicy":{"method":"POST","path":"/","status":200,"input":"DeleteRolePolicyRequest","faults":["LimitExceededException","NoSuchEntityException","ServiceFailureException","UnmodifiableEntityException"]},
"DeleteSAMLProvider":{"method":"POST","path":"/","status":200,"input":"DeleteSAMLProviderRequest","faults":["InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"DeleteSSHPublicKey":{"method":"POST","path":"/","status":200,"input":"DeleteSSHPublicKeyRequest","faults":["NoSuchEntityException"]},
"DeleteServerCertificate":{"method":"POST","path":"/","status":200,"input":"DeleteServerCertificateRequest","faults":["DeleteConflictException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"DeleteServiceLinkedRole":{"method":"POST","path":"/","status":200,"input":"DeleteServiceLinkedRoleRequest","output":"DeleteServiceLinkedRoleResponse","faults":["LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"DeleteServiceSpecificCredential":{"method":"POST","path":"/","status":200,"input":"DeleteServiceSpecificCredentialRequest","faults":["NoSuchEntityException"]},
"DeleteSigningCertificate":{"method":"POST","path":"/","status":200,"input":"DeleteSigningCertificateRequest","faults":["ConcurrentModificationException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"DeleteUser":{"method":"POST","path":"/","status":200,"input":"DeleteUserRequest","faults":["ConcurrentModificationException","DeleteConflictException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"DeleteUserPermissionsBoundary":{"method":"POST","path":"/","status":200,"input":"DeleteUserPermissionsBoundaryRequest","faults":["NoSuchEntityException","ServiceFailureException"]},
"DeleteUserPolicy":{"method":"POST","path":"/","status":200,"input":"DeleteUserPolicyRequest","faults":["LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"DeleteVirtualMFADevice":{"method":"POST","path":"/","status":200,"input":"DeleteVirtualMFADeviceRequest","faults":["ConcurrentModificationException","DeleteConflictException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"DetachGroupPolicy":{"method":"POST","path":"/","status":200,"input":"DetachGroupPolicyRequest","faults":["InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"DetachRolePolicy":{"method":"POST","path":"/","status":200,"input":"DetachRolePolicyRequest","faults":["InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException","UnmodifiableEntityException"]},
"DetachUserPolicy":{"method":"POST","path":"/","status":200,"input":"DetachUserPolicyRequest","faults":["InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"DisableOrganizationsRootCredentialsManagement":{"method":"POST","path":"/","status":200,"input":"DisableOrganizationsRootCredentialsManagementRequest","output":"DisableOrganizationsRootCredentialsManagementResponse","faults":["AccountNotManagementOrDelegatedAdministratorException","OrganizationNotFoundException","OrganizationNotInAllFeaturesModeException","ServiceAccessNotEnabledException"]},
"DisableOrganizationsRootSessions":{"method":"POST","path":"/","status":200,"input":"DisableOrganizationsRootSessionsRequest","output":"DisableOrganizationsRootSessionsResponse","faults":["AccountNotManagementOrDelegatedAdministratorException","OrganizationNotFoundException","OrganizationNotInAllFeaturesModeException","ServiceAccessNotEnabledException"]},
"DisableOutboundWebIdentityFederation":{"method":"POST","path":"/","status":200,"faults":["FeatureDisabledException"]},
"EnableMFADevice":{"method":"POST","path":"/","status":200,"input":"EnableMFADeviceRequest","faults":["ConcurrentModificationException","EntityAlreadyExistsException","EntityTemporarilyUnmodifiableException","InvalidAuthenticationCodeException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"EnableOrganizationsRootCredentialsManagement":{"method":"POST","path":"/","status":200,"input":"EnableOrganizationsRootCredentialsManagementRequest","output":"EnableOrganizationsRootCredentialsManagementResponse","faults":["AccountNotManagementOrDelegatedAdministratorException","CallerIsNotManagementAccountException","OrganizationNotFoundException","OrganizationNotInAllFeaturesModeException","ServiceAccessNotEnabledException"]},
"EnableOrganizationsRootSessions":{"method":"POST","path":"/","status":200,"input":"EnableOrganizationsRootSessionsRequest","output":"EnableOrganizationsRootSessionsResponse","faults":["AccountNotManagementOrDelegatedAdministratorException","CallerIsNotManagementAccountException","OrganizationNotFoundException","OrganizationNotInAllFeaturesModeException","ServiceAccessNotEnabledException"]},
"EnableOutboundWebIdentityFederation":{"method":"POST","path":"/","status":200,"output":"EnableOutboundWebIdentityFederationResponse","faults":["FeatureEnabledException"]},
"GenerateCredentialReport":{"method":"POST","path":"/","status":200,"output":"GenerateCredentialReportResponse","faults":["LimitExceededException","ServiceFailureException"]},
"GenerateOrganizationsAccessReport":{"method":"POST","path":"/","status":200,"input":"GenerateOrganizationsAccessReportRequest","output":"GenerateOrganizationsAccessReportResponse","faults":["ReportGenerationLimitExceededException"]},
"GenerateServiceLastAccessedDetails":{"method":"POST","path":"/","status":200,"input":"GenerateServiceLastAccessedDetailsRequest","output":"GenerateServiceLastAccessedDetailsResponse","faults":["InvalidInputException","NoSuchEntityException"]},
"GetAccessKeyLastUsed":{"method":"POST","path":"/","status":200,"input":"GetAccessKeyLastUsedRequest","output":"GetAccessKeyLastUsedResponse","faults":[]},
"GetAccountAuthorizationDetails":{"method":"POST","path":"/","status":200,"input":"GetAccountAuthorizationDetailsRequest","output":"GetAccountAuthorizationDetailsResponse","faults":["ServiceFailureException"]},
"GetAccountPasswordPolicy":{"method":"POST","path":"/","status":200,"output":"GetAccountPasswordPolicyResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"GetAccountProperties":{"method":"POST","path":"/","status":200,"input":"GetAccountPropertiesRequest","output":"GetAccountPropertiesResponse","faults":["InvalidInputException","ServiceFailureException"]},
"GetAccountSummary":{"method":"POST","path":"/","status":200,"output":"GetAccountSummaryResponse","faults":["ServiceFailureException"]},
"GetContextKeysForCustomPolicy":{"method":"POST","path":"/","status":200,"input":"GetContextKeysForCustomPolicyRequest","output":"GetContextKeysForPolicyResponse","faults":["InvalidInputException"]},
"GetContextKeysForPrincipalPolicy":{"method":"POST","path":"/","status":200,"input":"GetContextKeysForPrincipalPolicyRequest","output":"GetContextKeysForPolicyResponse","faults":["InvalidInputException","NoSuchEntityException"]},
"GetCredentialReport":{"method":"POST","path":"/","status":200,"output":"GetCredentialReportResponse","faults":["CredentialReportExpiredException","CredentialReportNotPresentException","CredentialReportNotReadyException","ServiceFailureException"]},
"GetDelegationRequest":{"method":"POST","path":"/","status":200,"input":"GetDelegationRequestRequest","output":"GetDelegationRequestResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"GetGroup":{"method":"POST","path":"/","status":200,"input":"GetGroupRequest","output":"GetGroupResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"GetGroupPolicy":{"method":"POST","path":"/","status":200,"input":"GetGroupPolicyRequest","output":"GetGroupPolicyResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"GetHumanReadableSummary":{"method":"POST","path":"/","status":200,"input":"GetHumanReadableSummaryRequest","output":"GetHumanReadableSummaryResponse","faults":["InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"GetInstanceProfile":{"method":"POST","path":"/","status":200,"input":"GetInstanceProfileRequest","output":"GetInstanceProfileResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"GetLoginProfile":{"method":"POST","path":"/","status":200,"input":"GetLoginProfileRequest","output":"GetLoginProfileResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"GetMFADevice":{"method":"POST","path":"/","status":200,"input":"GetMFADeviceRequest","output":"GetMFADeviceResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"GetOpenIDConnectProvider":{"method":"POST","path":"/","status":200,"input":"GetOpenIDConnectProviderRequest","output":"GetOpenIDConnectProviderResponse","faults":["InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"GetOrganizationsAccessReport":{"method":"POST","path":"/","status":200,"input":"GetOrganizationsAccessReportRequest","output":"GetOrganizationsAccessReportResponse","faults":["NoSuchEntityException"]},
"GetOutboundWebIdentityFederationInfo":{"method":"POST","path":"/","status":200,"output":"GetOutboundWebIdentityFederationInfoResponse","faults":["FeatureDisabledException"]},
"GetPolicy":{"method":"POST","path":"/","status":200,"input":"GetPolicyRequest","output":"GetPolicyResponse","faults":["InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"GetPolicyVersion":{"method":"POST","path":"/","status":200,"input":"GetPolicyVersionRequest","output":"GetPolicyVersionResponse","faults":["InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"GetRole":{"method":"POST","path":"/","status":200,"input":"GetRoleRequest","output":"GetRoleResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"GetRolePolicy":{"method":"POST","path":"/","status":200,"input":"GetRolePolicyRequest","output":"GetRolePolicyResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"GetRoleTemplateVersion":{"method":"POST","path":"/","status":200,"input":"GetRoleTemplateVersionRequest","output":"GetRoleTemplateVersionResponse","faults":["InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"GetSAMLProvider":{"method":"POST","path":"/","status":200,"input":"GetSAMLProviderRequest","output":"GetSAMLProviderResponse","faults":["InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"GetSSHPublicKey":{"method":"POST","path":"/","status":200,"input":"GetSSHPublicKeyRequest","output":"GetSSHPublicKeyResponse","faults":["NoSuchEntityException","UnrecognizedPublicKeyEncodingException"]},
"GetServerCertificate":{"method":"POST","path":"/","status":200,"input":"GetServerCertificateRequest","output":"GetServerCertificateResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"GetServiceLastAccessedDetails":{"method":"POST","path":"/","status":200,"input":"GetServiceLastAccessedDetailsRequest","output":"GetServiceLastAccessedDetailsResponse","faults":["InvalidInputException","NoSuchEntityException"]},
"GetServiceLastAccessedDetailsWithEntities":{"method":"POST","path":"/","status":200,"input":"GetServiceLastAccessedDetailsWithEntitiesRequest","output":"GetServiceLastAccessedDetailsWithEntitiesResponse","faults":["InvalidInputException","NoSuchEntityException"]},
"GetServiceLinkedRoleDeletionStatus":{"method":"POST","path":"/","status":200,"input":"GetServiceLinkedRoleDeletionStatusRequest","output":"GetServiceLinkedRoleDeletionStatusResponse","faults":["InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"GetUser":{"method":"POST","path":"/","status":200,"input":"GetUserRequest","output":"GetUserResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"GetUserPolicy":{"method":"POST","path":"/","status":200,"input":"GetUserPolicyRequest","output":"GetUserPolicyResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"ListAccessKeys":{"method":"POST","path":"/","status":200,"input":"ListAccessKeysRequest","output":"ListAccessKeysResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"ListAccountAliases":{"method":"POST","path":"/","status":200,"input":"ListAccountAliasesRequest","output":"ListAccountAliasesResponse","faults":["ServiceFailureException"]},
"ListAttachedGroupPolicies":{"method":"POST","path":"/","status":200,"input":"ListAttachedGroupPoliciesRequest","output":"ListAttachedGroupPoliciesResponse","faults":["InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"ListAttachedRolePolicies":{"method":"POST","path":"/","status":200,"input":"ListAttachedRolePoliciesRequest","output":"ListAttachedRolePoliciesResponse","faults":["InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"ListAttachedUserPolicies":{"method":"POST","path":"/","status":200,"input":"ListAttachedUserPoliciesRequest","output":"ListAttachedUserPoliciesResponse","faults":["InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"ListDelegationRequests":{"method":"POST","path":"/","status":200,"input":"ListDelegationRequestsRequest","output":"ListDelegationRequestsResponse","faults":["InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"ListEntitiesForPolicy":{"method":"POST","path":"/","status":200,"input":"ListEntitiesForPolicyRequest","output":"ListEntitiesForPolicyResponse","faults":["InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"ListGroupPolicies":{"method":"POST","path":"/","status":200,"input":"ListGroupPoliciesRequest","output":"ListGroupPoliciesResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"ListGroups":{"method":"POST","path":"/","status":200,"input":"ListGroupsRequest","output":"ListGroupsResponse","faults":["ServiceFailureException"]},
"ListGroupsForUser":{"method":"POST","path":"/","status":200,"input":"ListGroupsForUserRequest","output":"ListGroupsForUserResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"ListInstanceProfileTags":{"method":"POST","path":"/","status":200,"input":"ListInstanceProfileTagsRequest","output":"ListInstanceProfileTagsResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"ListInstanceProfiles":{"method":"POST","path":"/","status":200,"input":"ListInstanceProfilesRequest","output":"ListInstanceProfilesResponse","faults":["ServiceFailureException"]},
"ListInstanceProfilesForRole":{"method":"POST","path":"/","status":200,"input":"ListInstanceProfilesForRoleRequest","output":"ListInstanceProfilesForRoleResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"ListMFADeviceTags":{"method":"POST","path":"/","status":200,"input":"ListMFADeviceTagsRequest","output":"ListMFADeviceTagsResponse","faults":["InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"ListMFADevices":{"method":"POST","path":"/","status":200,"input":"ListMFADevicesRequest","output":"ListMFADevicesResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"ListOpenIDConnectProviderTags":{"method":"POST","path":"/","status":200,"input":"ListOpenIDConnectProviderTagsRequest","output":"ListOpenIDConnectProviderTagsResponse","faults":["InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"ListOpenIDConnectProviders":{"method":"POST","path":"/","status":200,"input":"ListOpenIDConnectProvidersRequest","output":"ListOpenIDConnectProvidersResponse","faults":["ServiceFailureException"]},
"ListOrganizationsFeatures":{"method":"POST","path":"/","status":200,"input":"ListOrganizationsFeaturesRequest","output":"ListOrganizationsFeaturesResponse","faults":["AccountNotManagementOrDelegatedAdministratorException","OrganizationNotFoundException","OrganizationNotInAllFeaturesModeException","ServiceAccessNotEnabledException"]},
"ListPolicies":{"method":"POST","path":"/","status":200,"input":"ListPoliciesRequest","output":"ListPoliciesResponse","faults":["ServiceFailureException"]},
"ListPoliciesGrantingServiceAccess":{"method":"POST","path":"/","status":200,"input":"ListPoliciesGrantingServiceAccessRequest","output":"ListPoliciesGrantingServiceAccessResponse","faults":["InvalidInputException","NoSuchEntityException"]},
"ListPolicyTags":{"method":"POST","path":"/","status":200,"input":"ListPolicyTagsRequest","output":"ListPolicyTagsResponse","faults":["InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"ListPolicyVersions":{"method":"POST","path":"/","status":200,"input":"ListPolicyVersionsRequest","output":"ListPolicyVersionsResponse","faults":["InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"ListRolePolicies":{"method":"POST","path":"/","status":200,"input":"ListRolePoliciesRequest","output":"ListRolePoliciesResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"ListRoleTags":{"method":"POST","path":"/","status":200,"input":"ListRoleTagsRequest","output":"ListRoleTagsResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"ListRoles":{"method":"POST","path":"/","status":200,"input":"ListRolesRequest","output":"ListRolesResponse","faults":["ServiceFailureException"]},
"ListSAMLProviderTags":{"method":"POST","path":"/","status":200,"input":"ListSAMLProviderTagsRequest","output":"ListSAMLProviderTagsResponse","faults":["InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"ListSAMLProviders":{"method":"POST","path":"/","status":200,"input":"ListSAMLProvidersRequest","output":"ListSAMLProvidersResponse","faults":["ServiceFailureException"]},
"ListSSHPublicKeys":{"method":"POST","path":"/","status":200,"input":"ListSSHPublicKeysRequest","output":"ListSSHPublicKeysResponse","faults":["NoSuchEntityException"]},
"ListServerCertificateTags":{"method":"POST","path":"/","status":200,"input":"ListServerCertificateTagsRequest","output":"ListServerCertificateTagsResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"ListServerCertificates":{"method":"POST","path":"/","status":200,"input":"ListServerCertificatesRequest","output":"ListServerCertificatesResponse","faults":["ServiceFailureException"]},
"ListServiceSpecificCredentials":{"method":"POST","path":"/","status":200,"input":"ListServiceSpecificCredentialsRequest","output":"ListServiceSpecificCredentialsResponse","faults":["NoSuchEntityException","ServiceNotSupportedException"]},
"ListSigningCertificates":{"method":"POST","path":"/","status":200,"input":"ListSigningCertificatesRequest","output":"ListSigningCertificatesResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"ListUserPolicies":{"method":"POST","path":"/","status":200,"input":"ListUserPoliciesRequest","output":"ListUserPoliciesResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"ListUserTags":{"method":"POST","path":"/","status":200,"input":"ListUserTagsRequest","output":"ListUserTagsResponse","faults":["NoSuchEntityException","ServiceFailureException"]},
"ListUsers":{"method":"POST","path":"/","status":200,"input":"ListUsersRequest","output":"ListUsersResponse","faults":["ServiceFailureException"]},
"ListVirtualMFADevices":{"method":"POST","path":"/","status":200,"input":"ListVirtualMFADevicesRequest","output":"ListVirtualMFADevicesResponse","faults":[]},
"PutAccountProperties":{"method":"POST","path":"/","status":200,"input":"PutAccountPropertiesRequest","output":"PutAccountPropertiesResponse","faults":["ConcurrentModificationException","InvalidInputException","ServiceFailureException"]},
"PutGroupPolicy":{"method":"POST","path":"/","status":200,"input":"PutGroupPolicyRequest","faults":["LimitExceededException","MalformedPolicyDocumentException","NoSuchEntityException","ServiceFailureException"]},
"PutRolePermissionsBoundary":{"method":"POST","path":"/","status":200,"input":"PutRolePermissionsBoundaryRequest","faults":["InvalidInputException","NoSuchEntityException","PolicyNotAttachableException","ServiceFailureException","UnmodifiableEntityException"]},
"PutRolePolicy":{"method":"POST","path":"/","status":200,"input":"PutRolePolicyRequest","faults":["LimitExceededException","MalformedPolicyDocumentException","NoSuchEntityException","ServiceFailureException","UnmodifiableEntityException"]},
"PutUserPermissionsBoundary":{"method":"POST","path":"/","status":200,"input":"PutUserPermissionsBoundaryRequest","faults":["InvalidInputException","NoSuchEntityException","PolicyNotAttachableException","ServiceFailureException"]},
"PutUserPolicy":{"method":"POST","path":"/","status":200,"input":"PutUserPolicyRequest","faults":["LimitExceededException","MalformedPolicyDocumentException","NoSuchEntityException","ServiceFailureException"]},
"RejectDelegationRequest":{"method":"POST","path":"/","status":200,"input":"RejectDelegationRequestRequest","faults":["ConcurrentModificationException","InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"RemoveClientIDFromOpenIDConnectProvider":{"method":"POST","path":"/","status":200,"input":"RemoveClientIDFromOpenIDConnectProviderRequest","faults":["ConcurrentModificationException","InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"RemoveRoleFromInstanceProfile":{"method":"POST","path":"/","status":200,"input":"RemoveRoleFromInstanceProfileRequest","faults":["LimitExceededException","NoSuchEntityException","ServiceFailureException","UnmodifiableEntityException"]},
"RemoveUserFromGroup":{"method":"POST","path":"/","status":200,"input":"RemoveUserFromGroupRequest","faults":["LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"ResetServiceSpecificCredential":{"method":"POST","path":"/","status":200,"input":"ResetServiceSpecificCredentialRequest","output":"ResetServiceSpecificCredentialResponse","faults":["NoSuchEntityException"]},
"ResyncMFADevice":{"method":"POST","path":"/","status":200,"input":"ResyncMFADeviceRequest","faults":["ConcurrentModificationException","InvalidAuthenticationCodeException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"SendDelegationToken":{"method":"POST","path":"/","status":200,"input":"SendDelegationTokenRequest","faults":["ConcurrentModificationException","InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"SetDefaultPolicyVersion":{"method":"POST","path":"/","status":200,"input":"SetDefaultPolicyVersionRequest","faults":["InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"SetSecurityTokenServicePreferences":{"method":"POST","path":"/","status":200,"input":"SetSecurityTokenServicePreferencesRequest","faults":["ServiceFailureException"]},
"SimulateCustomPolicy":{"method":"POST","path":"/","status":200,"input":"SimulateCustomPolicyRequest","output":"SimulatePolicyResponse","faults":["InvalidInputException","PolicyEvaluationException"]},
"SimulatePrincipalPolicy":{"method":"POST","path":"/","status":200,"input":"SimulatePrincipalPolicyRequest","output":"SimulatePolicyResponse","faults":["InvalidInputException","NoSuchEntityException","PolicyEvaluationException"]},
"TagInstanceProfile":{"method":"POST","path":"/","status":200,"input":"TagInstanceProfileRequest","faults":["ConcurrentModificationException","InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"TagMFADevice":{"method":"POST","path":"/","status":200,"input":"TagMFADeviceRequest","faults":["ConcurrentModificationException","InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"TagOpenIDConnectProvider":{"method":"POST","path":"/","status":200,"input":"TagOpenIDConnectProviderRequest","faults":["ConcurrentModificationException","InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"TagPolicy":{"method":"POST","path":"/","status":200,"input":"TagPolicyRequest","faults":["ConcurrentModificationException","InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"TagRole":{"method":"POST","path":"/","status":200,"input":"TagRoleRequest","faults":["ConcurrentModificationException","InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"TagSAMLProvider":{"method":"POST","path":"/","status":200,"input":"TagSAMLProviderRequest","faults":["ConcurrentModificationException","InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"TagServerCertificate":{"method":"POST","path":"/","status":200,"input":"TagServerCertificateRequest","faults":["ConcurrentModificationException","InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"TagUser":{"method":"POST","path":"/","status":200,"input":"TagUserRequest","faults":["ConcurrentModificationException","InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"UntagInstanceProfile":{"method":"POST","path":"/","status":200,"input":"UntagInstanceProfileRequest","faults":["ConcurrentModificationException","InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"UntagMFADevice":{"method":"POST","path":"/","status":200,"input":"UntagMFADeviceRequest","faults":["ConcurrentModificationException","InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"UntagOpenIDConnectProvider":{"method":"POST","path":"/","status":200,"input":"UntagOpenIDConnectProviderRequest","faults":["ConcurrentModificationException","InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"UntagPolicy":{"method":"POST","path":"/","status":200,"input":"UntagPolicyRequest","faults":["ConcurrentModificationException","InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"UntagRole":{"method":"POST","path":"/","status":200,"input":"UntagRoleRequest","faults":["ConcurrentModificationException","NoSuchEntityException","ServiceFailureException"]},
"UntagSAMLProvider":{"method":"POST","path":"/","status":200,"input":"UntagSAMLProviderRequest","faults":["ConcurrentModificationException","InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"UntagServerCertificate":{"method":"POST","path":"/","status":200,"input":"UntagServerCertificateRequest","faults":["ConcurrentModificationException","InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"UntagUser":{"method":"POST","path":"/","status":200,"input":"UntagUserRequest","faults":["ConcurrentModificationException","NoSuchEntityException","ServiceFailureException"]},
"UpdateAccessKey":{"method":"POST","path":"/","status":200,"input":"UpdateAccessKeyRequest","faults":["InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"UpdateAccountPasswordPolicy":{"method":"POST","path":"/","status":200,"input":"UpdateAccountPasswordPolicyRequest","faults":["LimitExceededException","MalformedPolicyDocumentException","NoSuchEntityException","ServiceFailureException"]},
"UpdateAssumeRolePolicy":{"method":"POST","path":"/","status":200,"input":"UpdateAssumeRolePolicyRequest","faults":["LimitExceededException","MalformedPolicyDocumentException","NoSuchEntityException","ServiceFailureException","UnmodifiableEntityException"]},
"UpdateDelegationRequest":{"method":"POST","path":"/","status":200,"input":"UpdateDelegationRequestRequest","faults":["ConcurrentModificationException","InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"UpdateGroup":{"method":"POST","path":"/","status":200,"input":"UpdateGroupRequest","faults":["EntityAlreadyExistsException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"UpdateLoginProfile":{"method":"POST","path":"/","status":200,"input":"UpdateLoginProfileRequest","faults":["EntityTemporarilyUnmodifiableException","LimitExceededException","NoSuchEntityException","PasswordPolicyViolationException","ServiceFailureException"]},
"UpdateOpenIDConnectProviderThumbprint":{"method":"POST","path":"/","status":200,"input":"UpdateOpenIDConnectProviderThumbprintRequest","faults":["ConcurrentModificationException","InvalidInputException","NoSuchEntityException","ServiceFailureException"]},
"UpdateRole":{"method":"POST","path":"/","status":200,"input":"UpdateRoleRequest","output":"UpdateRoleResponse","faults":["NoSuchEntityException","ServiceFailureException","UnmodifiableEntityException"]},
"UpdateRoleDescription":{"method":"POST","path":"/","status":200,"input":"UpdateRoleDescriptionRequest","output":"UpdateRoleDescriptionResponse","faults":["NoSuchEntityException","ServiceFailureException","UnmodifiableEntityException"]},
"UpdateSAMLProvider":{"method":"POST","path":"/","status":200,"input":"UpdateSAMLProviderRequest","output":"UpdateSAMLProviderResponse","faults":["ConcurrentModificationException","InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"UpdateSSHPublicKey":{"method":"POST","path":"/","status":200,"input":"UpdateSSHPublicKeyRequest","faults":["InvalidInputException","NoSuchEntityException"]},
"UpdateServerCertificate":{"method":"POST","path":"/","status":200,"input":"UpdateServerCertificateRequest","faults":["EntityAlreadyExistsException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"UpdateServiceSpecificCredential":{"method":"POST","path":"/","status":200,"input":"UpdateServiceSpecificCredentialRequest","faults":["NoSuchEntityException"]},
"UpdateSigningCertificate":{"method":"POST","path":"/","status":200,"input":"UpdateSigningCertificateRequest","faults":["InvalidInputException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"UpdateUser":{"method":"POST","path":"/","status":200,"input":"UpdateUserRequest","faults":["ConcurrentModificationException","EntityAlreadyExistsException","EntityTemporarilyUnmodifiableException","LimitExceededException","NoSuchEntityException","ServiceFailureException"]},
"UploadSSHPublicKey":{"method":"POST","path":"/","status":200,"input":"UploadSSHPublicKeyRequest","output":"UploadSSHPublicKeyResponse","faults":["DuplicateSSHPublicKeyException","InvalidPublicKeyException","LimitExceededException","NoSuchEntityException","UnrecognizedPublicKeyEncodingException"]},
"UploadServerCertificate":{"method":"POST","path":"/","status":200,"input":"UploadServerCertificateRequest","output":"UploadServerCertificateResponse","faults":["ConcurrentModificationException","EntityAlreadyExistsException","InvalidInputException","KeyPairMismatchException","LimitExceededException","MalformedCertificateException","ServiceFailureException"]},
"UploadSigningCertificate":{"method":"POST","path":"/","status":200,"input":"UploadSigningCertificateRequest","output":"UploadSigningCertificateResponse","faults":["ConcurrentModificationException","DuplicateCertificateException","EntityAlreadyExistsException","InvalidCertificateException","LimitExceededException","MalformedCertificateException","NoSuchEntityException","ServiceFailureException"]}
}`,
  new URL("./iam.shapes.json", import.meta.url),
);

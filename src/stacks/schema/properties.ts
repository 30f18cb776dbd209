// Written by tools/generate-resources.ts from AWS's resource schemas. Do not edit.

/** An object of any members, such as a policy document. */
export type Json = Record<string, unknown>;

/** What may stand under `Properties` in a template, by resource type. */
export interface Properties {
  "AWS::ApiGateway::Account": ApiGatewayAccountProperties;
  "AWS::ApiGateway::ApiKey": ApiGatewayApiKeyProperties;
  "AWS::ApiGateway::Authorizer": ApiGatewayAuthorizerProperties;
  "AWS::ApiGateway::BasePathMapping": ApiGatewayBasePathMappingProperties;
  "AWS::ApiGateway::BasePathMappingV2": ApiGatewayBasePathMappingV2Properties;
  "AWS::ApiGateway::ClientCertificate": ApiGatewayClientCertificateProperties;
  "AWS::ApiGateway::Deployment": ApiGatewayDeploymentProperties;
  "AWS::ApiGateway::DocumentationPart": ApiGatewayDocumentationPartProperties;
  "AWS::ApiGateway::DocumentationVersion": ApiGatewayDocumentationVersionProperties;
  "AWS::ApiGateway::DomainName": ApiGatewayDomainNameProperties;
  "AWS::ApiGateway::DomainNameAccessAssociation": ApiGatewayDomainNameAccessAssociationProperties;
  "AWS::ApiGateway::DomainNameV2": ApiGatewayDomainNameV2Properties;
  "AWS::ApiGateway::GatewayResponse": ApiGatewayGatewayResponseProperties;
  "AWS::ApiGateway::Method": ApiGatewayMethodProperties;
  "AWS::ApiGateway::Model": ApiGatewayModelProperties;
  "AWS::ApiGateway::RequestValidator": ApiGatewayRequestValidatorProperties;
  "AWS::ApiGateway::Resource": ApiGatewayResourceProperties;
  "AWS::ApiGateway::RestApi": ApiGatewayRestApiProperties;
  "AWS::ApiGateway::Stage": ApiGatewayStageProperties;
  "AWS::ApiGateway::UsagePlan": ApiGatewayUsagePlanProperties;
  "AWS::ApiGateway::UsagePlanKey": ApiGatewayUsagePlanKeyProperties;
  "AWS::ApiGateway::VpcLink": ApiGatewayVpcLinkProperties;
  "AWS::ApiGatewayV2::Api": ApiGatewayV2ApiProperties;
  "AWS::ApiGatewayV2::ApiGatewayManagedOverrides": ApiGatewayV2ApiGatewayManagedOverridesProperties;
  "AWS::ApiGatewayV2::ApiMapping": ApiGatewayV2ApiMappingProperties;
  "AWS::ApiGatewayV2::Authorizer": ApiGatewayV2AuthorizerProperties;
  "AWS::ApiGatewayV2::Deployment": ApiGatewayV2DeploymentProperties;
  "AWS::ApiGatewayV2::DomainName": ApiGatewayV2DomainNameProperties;
  "AWS::ApiGatewayV2::Integration": ApiGatewayV2IntegrationProperties;
  "AWS::ApiGatewayV2::IntegrationResponse": ApiGatewayV2IntegrationResponseProperties;
  "AWS::ApiGatewayV2::Model": ApiGatewayV2ModelProperties;
  "AWS::ApiGatewayV2::PortalProduct": ApiGatewayV2PortalProductProperties;
  "AWS::ApiGatewayV2::Route": ApiGatewayV2RouteProperties;
  "AWS::ApiGatewayV2::RouteResponse": ApiGatewayV2RouteResponseProperties;
  "AWS::ApiGatewayV2::RoutingRule": ApiGatewayV2RoutingRuleProperties;
  "AWS::ApiGatewayV2::Stage": ApiGatewayV2StageProperties;
  "AWS::ApiGatewayV2::VpcLink": ApiGatewayV2VpcLinkProperties;
  "AWS::CDK::Metadata": CDKMetadataProperties;
  "AWS::CloudFormation::ChangeSet": CloudFormationChangeSetProperties;
  "AWS::CloudFormation::CustomResource": CloudFormationCustomResourceProperties;
  "AWS::CloudFormation::GeneratedTemplate": CloudFormationGeneratedTemplateProperties;
  "AWS::CloudFormation::GuardHook": CloudFormationGuardHookProperties;
  "AWS::CloudFormation::HookDefaultVersion": CloudFormationHookDefaultVersionProperties;
  "AWS::CloudFormation::HookTypeConfig": CloudFormationHookTypeConfigProperties;
  "AWS::CloudFormation::HookVersion": CloudFormationHookVersionProperties;
  "AWS::CloudFormation::LambdaHook": CloudFormationLambdaHookProperties;
  "AWS::CloudFormation::Macro": CloudFormationMacroProperties;
  "AWS::CloudFormation::ModuleDefaultVersion": CloudFormationModuleDefaultVersionProperties;
  "AWS::CloudFormation::ModuleVersion": CloudFormationModuleVersionProperties;
  "AWS::CloudFormation::PublicTypeVersion": CloudFormationPublicTypeVersionProperties;
  "AWS::CloudFormation::Publisher": CloudFormationPublisherProperties;
  "AWS::CloudFormation::ResourceDefaultVersion": CloudFormationResourceDefaultVersionProperties;
  "AWS::CloudFormation::ResourceVersion": CloudFormationResourceVersionProperties;
  "AWS::CloudFormation::Stack": CloudFormationStackProperties;
  "AWS::CloudFormation::StackSet": CloudFormationStackSetProperties;
  "AWS::CloudFormation::TypeActivation": CloudFormationTypeActivationProperties;
  "AWS::CloudFormation::WaitCondition": CloudFormationWaitConditionProperties;
  "AWS::CloudFormation::WaitConditionHandle": CloudFormationWaitConditionHandleProperties;
  "AWS::Cognito::IdentityPool": CognitoIdentityPoolProperties;
  "AWS::Cognito::IdentityPoolPrincipalTag": CognitoIdentityPoolPrincipalTagProperties;
  "AWS::Cognito::IdentityPoolRoleAttachment": CognitoIdentityPoolRoleAttachmentProperties;
  "AWS::Cognito::LogDeliveryConfiguration": CognitoLogDeliveryConfigurationProperties;
  "AWS::Cognito::ManagedLoginBranding": CognitoManagedLoginBrandingProperties;
  "AWS::Cognito::Terms": CognitoTermsProperties;
  "AWS::Cognito::UserPool": CognitoUserPoolProperties;
  "AWS::Cognito::UserPoolClient": CognitoUserPoolClientProperties;
  "AWS::Cognito::UserPoolDomain": CognitoUserPoolDomainProperties;
  "AWS::Cognito::UserPoolGroup": CognitoUserPoolGroupProperties;
  "AWS::Cognito::UserPoolIdentityProvider": CognitoUserPoolIdentityProviderProperties;
  "AWS::Cognito::UserPoolRegionalConfigurationAttachment": CognitoUserPoolRegionalConfigurationAttachmentProperties;
  "AWS::Cognito::UserPoolReplica": CognitoUserPoolReplicaProperties;
  "AWS::Cognito::UserPoolResourceServer": CognitoUserPoolResourceServerProperties;
  "AWS::Cognito::UserPoolRiskConfigurationAttachment": CognitoUserPoolRiskConfigurationAttachmentProperties;
  "AWS::Cognito::UserPoolUICustomizationAttachment": CognitoUserPoolUICustomizationAttachmentProperties;
  "AWS::Cognito::UserPoolUser": CognitoUserPoolUserProperties;
  "AWS::Cognito::UserPoolUserToGroupAttachment": CognitoUserPoolUserToGroupAttachmentProperties;
  "AWS::ECR::PublicRepository": ECRPublicRepositoryProperties;
  "AWS::ECR::PullThroughCacheRule": ECRPullThroughCacheRuleProperties;
  "AWS::ECR::PullTimeUpdateExclusion": ECRPullTimeUpdateExclusionProperties;
  "AWS::ECR::RegistryPolicy": ECRRegistryPolicyProperties;
  "AWS::ECR::RegistryScanningConfiguration": ECRRegistryScanningConfigurationProperties;
  "AWS::ECR::ReplicationConfiguration": ECRReplicationConfigurationProperties;
  "AWS::ECR::Repository": ECRRepositoryProperties;
  "AWS::ECR::RepositoryCreationTemplate": ECRRepositoryCreationTemplateProperties;
  "AWS::ECR::SigningConfiguration": ECRSigningConfigurationProperties;
  "AWS::IAM::AccessKey": IAMAccessKeyProperties;
  "AWS::IAM::Group": IAMGroupProperties;
  "AWS::IAM::GroupPolicy": IAMGroupPolicyProperties;
  "AWS::IAM::InstanceProfile": IAMInstanceProfileProperties;
  "AWS::IAM::ManagedPolicy": IAMManagedPolicyProperties;
  "AWS::IAM::OIDCProvider": IAMOIDCProviderProperties;
  "AWS::IAM::Policy": IAMPolicyProperties;
  "AWS::IAM::Role": IAMRoleProperties;
  "AWS::IAM::RolePolicy": IAMRolePolicyProperties;
  "AWS::IAM::SAMLProvider": IAMSAMLProviderProperties;
  "AWS::IAM::ServerCertificate": IAMServerCertificateProperties;
  "AWS::IAM::ServiceLinkedRole": IAMServiceLinkedRoleProperties;
  "AWS::IAM::User": IAMUserProperties;
  "AWS::IAM::UserPolicy": IAMUserPolicyProperties;
  "AWS::IAM::UserToGroupAddition": IAMUserToGroupAdditionProperties;
  "AWS::IAM::VirtualMFADevice": IAMVirtualMFADeviceProperties;
  "AWS::KMS::Alias": KMSAliasProperties;
  "AWS::KMS::Key": KMSKeyProperties;
  "AWS::KMS::ReplicaKey": KMSReplicaKeyProperties;
  "AWS::Lambda::Alias": LambdaAliasProperties;
  "AWS::Lambda::CapacityProvider": LambdaCapacityProviderProperties;
  "AWS::Lambda::CodeSigningConfig": LambdaCodeSigningConfigProperties;
  "AWS::Lambda::EventInvokeConfig": LambdaEventInvokeConfigProperties;
  "AWS::Lambda::EventSourceMapping": LambdaEventSourceMappingProperties;
  "AWS::Lambda::Function": LambdaFunctionProperties;
  "AWS::Lambda::LayerVersion": LambdaLayerVersionProperties;
  "AWS::Lambda::LayerVersionPermission": LambdaLayerVersionPermissionProperties;
  "AWS::Lambda::MicrovmImage": LambdaMicrovmImageProperties;
  "AWS::Lambda::NetworkConnector": LambdaNetworkConnectorProperties;
  "AWS::Lambda::Permission": LambdaPermissionProperties;
  "AWS::Lambda::ResourcePolicy": LambdaResourcePolicyProperties;
  "AWS::Lambda::Url": LambdaUrlProperties;
  "AWS::Lambda::Version": LambdaVersionProperties;
  "AWS::Logs::AccountPolicy": LogsAccountPolicyProperties;
  "AWS::Logs::Delivery": LogsDeliveryProperties;
  "AWS::Logs::DeliveryDestination": LogsDeliveryDestinationProperties;
  "AWS::Logs::DeliverySource": LogsDeliverySourceProperties;
  "AWS::Logs::Destination": LogsDestinationProperties;
  "AWS::Logs::Integration": LogsIntegrationProperties;
  "AWS::Logs::LogAnomalyDetector": LogsLogAnomalyDetectorProperties;
  "AWS::Logs::LogGroup": LogsLogGroupProperties;
  "AWS::Logs::LogStream": LogsLogStreamProperties;
  "AWS::Logs::MetricFilter": LogsMetricFilterProperties;
  "AWS::Logs::QueryDefinition": LogsQueryDefinitionProperties;
  "AWS::Logs::ResourcePolicy": LogsResourcePolicyProperties;
  "AWS::Logs::ScheduledQuery": LogsScheduledQueryProperties;
  "AWS::Logs::StorageTierPolicy": LogsStorageTierPolicyProperties;
  "AWS::Logs::SubscriptionFilter": LogsSubscriptionFilterProperties;
  "AWS::Logs::Transformer": LogsTransformerProperties;
  "AWS::S3::AccessGrant": S3AccessGrantProperties;
  "AWS::S3::AccessGrantsInstance": S3AccessGrantsInstanceProperties;
  "AWS::S3::AccessGrantsLocation": S3AccessGrantsLocationProperties;
  "AWS::S3::AccessPoint": S3AccessPointProperties;
  "AWS::S3::Bucket": S3BucketProperties;
  "AWS::S3::BucketPolicy": S3BucketPolicyProperties;
  "AWS::S3::MultiRegionAccessPoint": S3MultiRegionAccessPointProperties;
  "AWS::S3::MultiRegionAccessPointPolicy": S3MultiRegionAccessPointPolicyProperties;
  "AWS::S3::StorageLens": S3StorageLensProperties;
  "AWS::S3::StorageLensGroup": S3StorageLensGroupProperties;
  "AWS::SSM::Association": SSMAssociationProperties;
  "AWS::SSM::CloudConnector": SSMCloudConnectorProperties;
  "AWS::SSM::Document": SSMDocumentProperties;
  "AWS::SSM::MaintenanceWindow": SSMMaintenanceWindowProperties;
  "AWS::SSM::MaintenanceWindowTarget": SSMMaintenanceWindowTargetProperties;
  "AWS::SSM::MaintenanceWindowTask": SSMMaintenanceWindowTaskProperties;
  "AWS::SSM::OpsItem": SSMOpsItemProperties;
  "AWS::SSM::Parameter": SSMParameterProperties;
  "AWS::SSM::PatchBaseline": SSMPatchBaselineProperties;
  "AWS::SSM::ResourceDataSync": SSMResourceDataSyncProperties;
  "AWS::SSM::ResourcePolicy": SSMResourcePolicyProperties;
  "AWS::SSM::ServiceSetting": SSMServiceSettingProperties;
}

export interface ApiGatewayAccountProperties {
  readonly CloudWatchRoleArn?: string;
}

export interface ApiGatewayApiKeyProperties {
  readonly CustomerId?: string;
  readonly Description?: string;
  readonly Enabled?: boolean;
  readonly GenerateDistinctId?: boolean;
  readonly Name?: string;
  readonly StageKeys?: ApiGatewayApiKeyStageKey[];
  readonly Tags?: ApiGatewayApiKeyTag[];
  readonly Value?: string;
}

export interface ApiGatewayApiKeyStageKey {
  readonly RestApiId?: string;
  readonly StageName?: string;
}

export interface ApiGatewayApiKeyTag {
  readonly Key: string;
  readonly Value: string;
}

export interface ApiGatewayAuthorizerProperties {
  readonly AuthType?: string;
  readonly AuthorizerCredentials?: string;
  readonly AuthorizerResultTtlInSeconds?: number;
  readonly AuthorizerUri?: string;
  readonly IdentitySource?: string;
  readonly IdentityValidationExpression?: string;
  readonly Name: string;
  readonly ProviderARNs?: string[];
  readonly RestApiId: string;
  readonly Type: string;
}

export interface ApiGatewayBasePathMappingProperties {
  readonly BasePath?: string;
  readonly DomainName: string;
  readonly Id?: string;
  readonly RestApiId?: string;
  readonly Stage?: string;
}

export interface ApiGatewayBasePathMappingV2Properties {
  readonly BasePath?: string;
  readonly DomainNameArn: string;
  readonly RestApiId: string;
  readonly Stage?: string;
}

export interface ApiGatewayClientCertificateProperties {
  readonly Description?: string;
  readonly Tags?: ApiGatewayClientCertificateTag[];
}

export interface ApiGatewayClientCertificateTag {
  readonly Key: string;
  readonly Value: string;
}

export interface ApiGatewayDeploymentProperties {
  readonly DeploymentCanarySettings?: ApiGatewayDeploymentDeploymentCanarySettings;
  readonly Description?: string;
  readonly RestApiId: string;
  readonly StageDescription?: ApiGatewayDeploymentStageDescription;
  readonly StageName?: string;
}

export interface ApiGatewayDeploymentAccessLogSetting {
  readonly DestinationArn?: string;
  readonly Format?: string;
}

export interface ApiGatewayDeploymentCanarySetting {
  readonly PercentTraffic?: number;
  readonly StageVariableOverrides?: Record<string, string>;
  readonly UseStageCache?: boolean;
}

export interface ApiGatewayDeploymentDeploymentCanarySettings {
  readonly PercentTraffic?: number;
  readonly StageVariableOverrides?: Record<string, string>;
  readonly UseStageCache?: boolean;
}

export interface ApiGatewayDeploymentMethodSetting {
  readonly CacheDataEncrypted?: boolean;
  readonly CacheTtlInSeconds?: number;
  readonly CachingEnabled?: boolean;
  readonly DataTraceEnabled?: boolean;
  readonly HttpMethod?: string;
  readonly LoggingLevel?: string;
  readonly MetricsEnabled?: boolean;
  readonly ResourcePath?: string;
  readonly ThrottlingBurstLimit?: number;
  readonly ThrottlingRateLimit?: number;
}

export interface ApiGatewayDeploymentStageDescription {
  readonly AccessLogSetting?: ApiGatewayDeploymentAccessLogSetting;
  readonly CacheClusterEnabled?: boolean;
  readonly CacheClusterSize?: string;
  readonly CacheDataEncrypted?: boolean;
  readonly CacheTtlInSeconds?: number;
  readonly CachingEnabled?: boolean;
  readonly CanarySetting?: ApiGatewayDeploymentCanarySetting;
  readonly ClientCertificateId?: string;
  readonly DataTraceEnabled?: boolean;
  readonly Description?: string;
  readonly DocumentationVersion?: string;
  readonly LoggingLevel?: string;
  readonly MethodSettings?: ApiGatewayDeploymentMethodSetting[];
  readonly MetricsEnabled?: boolean;
  readonly Tags?: ApiGatewayDeploymentTag[];
  readonly ThrottlingBurstLimit?: number;
  readonly ThrottlingRateLimit?: number;
  readonly TracingEnabled?: boolean;
  readonly Variables?: Record<string, string>;
}

export interface ApiGatewayDeploymentTag {
  readonly Key: string;
  readonly Value: string;
}

export interface ApiGatewayDocumentationPartProperties {
  readonly Location: ApiGatewayDocumentationPartLocation;
  readonly Properties: string;
  readonly RestApiId: string;
}

export interface ApiGatewayDocumentationPartLocation {
  readonly Method?: string;
  readonly Name?: string;
  readonly Path?: string;
  readonly StatusCode?: string;
  readonly Type?: string;
}

export interface ApiGatewayDocumentationVersionProperties {
  readonly Description?: string;
  readonly DocumentationVersion: string;
  readonly RestApiId: string;
}

export interface ApiGatewayDomainNameProperties {
  readonly CertificateArn?: string;
  readonly DomainName?: string;
  readonly EndpointAccessMode?: string;
  readonly EndpointConfiguration?: ApiGatewayDomainNameEndpointConfiguration;
  readonly MutualTlsAuthentication?: ApiGatewayDomainNameMutualTlsAuthentication;
  readonly OwnershipVerificationCertificateArn?: string;
  readonly RegionalCertificateArn?: string;
  readonly RoutingMode?: string;
  readonly SecurityPolicy?: string;
  readonly Tags?: ApiGatewayDomainNameTag[];
}

export interface ApiGatewayDomainNameEndpointConfiguration {
  readonly IpAddressType?: string;
  readonly Types?: string[];
}

export interface ApiGatewayDomainNameMutualTlsAuthentication {
  readonly TruststoreUri?: string;
  readonly TruststoreVersion?: string;
}

export interface ApiGatewayDomainNameTag {
  readonly Key: string;
  readonly Value: string;
}

export interface ApiGatewayDomainNameAccessAssociationProperties {
  readonly AccessAssociationSource: string;
  readonly AccessAssociationSourceType: string;
  readonly DomainNameArn: string;
  readonly Tags?: ApiGatewayDomainNameAccessAssociationTag[];
}

export interface ApiGatewayDomainNameAccessAssociationTag {
  readonly Key: string;
  readonly Value: string;
}

export interface ApiGatewayDomainNameV2Properties {
  readonly CertificateArn?: string;
  readonly DomainName?: string;
  readonly EndpointAccessMode?: string;
  readonly EndpointConfiguration?: ApiGatewayDomainNameV2EndpointConfiguration;
  readonly Policy?: Json;
  readonly RoutingMode?: string;
  readonly SecurityPolicy?: string;
  readonly Tags?: ApiGatewayDomainNameV2Tag[];
}

export interface ApiGatewayDomainNameV2EndpointConfiguration {
  readonly IpAddressType?: string;
  readonly Types?: string[];
}

export interface ApiGatewayDomainNameV2Tag {
  readonly Key: string;
  readonly Value: string;
}

export interface ApiGatewayGatewayResponseProperties {
  readonly ResponseParameters?: Record<string, string>;
  readonly ResponseTemplates?: Record<string, string>;
  readonly ResponseType: string;
  readonly RestApiId: string;
  readonly StatusCode?: string;
}

export interface ApiGatewayMethodProperties {
  readonly ApiKeyRequired?: boolean;
  readonly AuthorizationScopes?: string[];
  readonly AuthorizationType?: string;
  readonly AuthorizerId?: string;
  readonly HttpMethod: string;
  readonly Integration?: ApiGatewayMethodIntegration;
  readonly MethodResponses?: ApiGatewayMethodMethodResponse[];
  readonly OperationName?: string;
  readonly RequestModels?: Record<string, string>;
  readonly RequestParameters?: Record<string, boolean | string>;
  readonly RequestValidatorId?: string;
  readonly ResourceId: string;
  readonly RestApiId: string;
}

export interface ApiGatewayMethodIntegration {
  readonly CacheKeyParameters?: string[];
  readonly CacheNamespace?: string;
  readonly ConnectionId?: string;
  readonly ConnectionType?: string;
  readonly ContentHandling?: string;
  readonly Credentials?: string;
  readonly IntegrationHttpMethod?: string;
  readonly IntegrationResponses?: ApiGatewayMethodIntegrationResponse[];
  readonly IntegrationTarget?: string;
  readonly PassthroughBehavior?: string;
  readonly RequestParameters?: Record<string, string>;
  readonly RequestTemplates?: Record<string, string>;
  readonly ResponseTransferMode?: string;
  readonly TimeoutInMillis?: number;
  readonly Type: string;
  readonly Uri?: string;
}

export interface ApiGatewayMethodIntegrationResponse {
  readonly ContentHandling?: string;
  readonly ResponseParameters?: Record<string, string>;
  readonly ResponseTemplates?: Record<string, string>;
  readonly SelectionPattern?: string;
  readonly StatusCode: string;
}

export interface ApiGatewayMethodMethodResponse {
  readonly ResponseModels?: Record<string, string>;
  readonly ResponseParameters?: Record<string, boolean | string>;
  readonly StatusCode: string;
}

export interface ApiGatewayModelProperties {
  readonly ContentType?: string;
  readonly Description?: string;
  readonly Name?: string;
  readonly RestApiId: string;
  readonly Schema?: Json;
}

export interface ApiGatewayRequestValidatorProperties {
  readonly Name?: string;
  readonly RestApiId: string;
  readonly ValidateRequestBody?: boolean;
  readonly ValidateRequestParameters?: boolean;
}

export interface ApiGatewayResourceProperties {
  readonly ParentId: string;
  readonly PathPart: string;
  readonly RestApiId: string;
}

export interface ApiGatewayRestApiProperties {
  readonly ApiKeySourceType?: string;
  readonly BinaryMediaTypes?: string[];
  readonly Body?: Json;
  readonly BodyS3Location?: ApiGatewayRestApiS3Location;
  readonly CloneFrom?: string;
  readonly Description?: string;
  readonly DisableExecuteApiEndpoint?: boolean;
  readonly EndpointAccessMode?: string;
  readonly EndpointConfiguration?: ApiGatewayRestApiEndpointConfiguration;
  readonly FailOnWarnings?: boolean;
  readonly MinimumCompressionSize?: number;
  readonly Mode?: string;
  readonly Name?: string;
  readonly Parameters?: Record<string, string>;
  readonly Policy?: Json;
  readonly SecurityPolicy?: string;
  readonly Tags?: ApiGatewayRestApiTag[];
  readonly Version?: string;
}

export interface ApiGatewayRestApiEndpointConfiguration {
  readonly IpAddressType?: string;
  readonly Types?: string[];
  readonly VpcEndpointIds?: string[];
}

export interface ApiGatewayRestApiS3Location {
  readonly Bucket?: string;
  readonly ETag?: string;
  readonly Key?: string;
  readonly Version?: string;
}

export interface ApiGatewayRestApiTag {
  readonly Key: string;
  readonly Value: string;
}

export interface ApiGatewayStageProperties {
  readonly AccessLogSetting?: ApiGatewayStageAccessLogSetting;
  readonly CacheClusterEnabled?: boolean;
  readonly CacheClusterSize?: string;
  readonly CanarySetting?: ApiGatewayStageCanarySetting;
  readonly ClientCertificateId?: string;
  readonly DeploymentId?: string;
  readonly Description?: string;
  readonly DocumentationVersion?: string;
  readonly MethodSettings?: ApiGatewayStageMethodSetting[];
  readonly RestApiId: string;
  readonly StageName?: string;
  readonly Tags?: ApiGatewayStageTag[];
  readonly TracingEnabled?: boolean;
  readonly Variables?: Record<string, string>;
}

export interface ApiGatewayStageAccessLogSetting {
  readonly DestinationArn?: string;
  readonly Format?: string;
}

export interface ApiGatewayStageCanarySetting {
  readonly DeploymentId?: string;
  readonly PercentTraffic?: number;
  readonly StageVariableOverrides?: Record<string, string>;
  readonly UseStageCache?: boolean;
}

export interface ApiGatewayStageMethodSetting {
  readonly CacheDataEncrypted?: boolean;
  readonly CacheTtlInSeconds?: number;
  readonly CachingEnabled?: boolean;
  readonly DataTraceEnabled?: boolean;
  readonly HttpMethod?: string;
  readonly LoggingLevel?: string;
  readonly MetricsEnabled?: boolean;
  readonly ResourcePath?: string;
  readonly ThrottlingBurstLimit?: number;
  readonly ThrottlingRateLimit?: number;
}

export interface ApiGatewayStageTag {
  readonly Key: string;
  readonly Value: string;
}

export interface ApiGatewayUsagePlanProperties {
  readonly ApiStages?: ApiGatewayUsagePlanApiStage[];
  readonly Description?: string;
  readonly Quota?: ApiGatewayUsagePlanQuotaSettings;
  readonly Tags?: ApiGatewayUsagePlanTag[];
  readonly Throttle?: ApiGatewayUsagePlanThrottleSettings;
  readonly UsagePlanName?: string;
}

export interface ApiGatewayUsagePlanApiStage {
  readonly ApiId?: string;
  readonly Stage?: string;
  readonly Throttle?: Record<string, ApiGatewayUsagePlanThrottleSettings>;
}

export interface ApiGatewayUsagePlanQuotaSettings {
  readonly Limit?: number;
  readonly Offset?: number;
  readonly Period?: string;
}

export interface ApiGatewayUsagePlanTag {
  readonly Key: string;
  readonly Value: string;
}

export interface ApiGatewayUsagePlanThrottleSettings {
  readonly BurstLimit?: number;
  readonly RateLimit?: number;
}

export interface ApiGatewayUsagePlanKeyProperties {
  readonly KeyId: string;
  readonly KeyType: string;
  readonly UsagePlanId: string;
}

export interface ApiGatewayVpcLinkProperties {
  readonly Description?: string;
  readonly Name: string;
  readonly Tags?: ApiGatewayVpcLinkTag[];
  readonly TargetArns: string[];
}

export interface ApiGatewayVpcLinkTag {
  readonly Key: string;
  readonly Value: string;
}

export interface ApiGatewayV2ApiProperties {
  readonly ApiKeySelectionExpression?: string;
  readonly BasePath?: string;
  readonly Body?: Json;
  readonly BodyS3Location?: ApiGatewayV2ApiBodyS3Location;
  readonly CorsConfiguration?: ApiGatewayV2ApiCors;
  readonly CredentialsArn?: string;
  readonly Description?: string;
  readonly DisableExecuteApiEndpoint?: boolean;
  readonly DisableSchemaValidation?: boolean;
  readonly FailOnWarnings?: boolean;
  readonly IpAddressType?: string;
  readonly Name?: string;
  readonly ProtocolType?: string;
  readonly RouteKey?: string;
  readonly RouteSelectionExpression?: string;
  readonly Tags?: Record<string, string>;
  readonly Target?: string;
  readonly Version?: string;
}

export interface ApiGatewayV2ApiBodyS3Location {
  readonly Bucket?: string;
  readonly Etag?: string;
  readonly Key?: string;
  readonly Version?: string;
}

export interface ApiGatewayV2ApiCors {
  readonly AllowCredentials?: boolean;
  readonly AllowHeaders?: string[];
  readonly AllowMethods?: string[];
  readonly AllowOrigins?: string[];
  readonly ExposeHeaders?: string[];
  readonly MaxAge?: number;
}

export interface ApiGatewayV2ApiGatewayManagedOverridesProperties {
  readonly ApiId: string;
  readonly Integration?: ApiGatewayV2ApiGatewayManagedOverridesIntegrationOverrides;
  readonly Route?: ApiGatewayV2ApiGatewayManagedOverridesRouteOverrides;
  readonly Stage?: ApiGatewayV2ApiGatewayManagedOverridesStageOverrides;
}

export interface ApiGatewayV2ApiGatewayManagedOverridesAccessLogSettings {
  readonly DestinationArn?: string;
  readonly Format?: string;
}

export interface ApiGatewayV2ApiGatewayManagedOverridesIntegrationOverrides {
  readonly Description?: string;
  readonly IntegrationMethod?: string;
  readonly PayloadFormatVersion?: string;
  readonly TimeoutInMillis?: number;
}

export interface ApiGatewayV2ApiGatewayManagedOverridesRouteOverrides {
  readonly AuthorizationScopes?: string[];
  readonly AuthorizationType?: string;
  readonly AuthorizerId?: string;
  readonly OperationName?: string;
  readonly Target?: string;
}

export interface ApiGatewayV2ApiGatewayManagedOverridesRouteSettings {
  readonly DataTraceEnabled?: boolean;
  readonly DetailedMetricsEnabled?: boolean;
  readonly LoggingLevel?: string;
  readonly ThrottlingBurstLimit?: number;
  readonly ThrottlingRateLimit?: number;
}

export interface ApiGatewayV2ApiGatewayManagedOverridesStageOverrides {
  readonly AccessLogSettings?: ApiGatewayV2ApiGatewayManagedOverridesAccessLogSettings;
  readonly AutoDeploy?: boolean;
  readonly DefaultRouteSettings?: ApiGatewayV2ApiGatewayManagedOverridesRouteSettings;
  readonly Description?: string;
  readonly RouteSettings?: Record<string, ApiGatewayV2ApiGatewayManagedOverridesRouteSettings>;
  readonly StageVariables?: Record<string, string>;
}

export interface ApiGatewayV2ApiMappingProperties {
  readonly ApiId: string;
  readonly ApiMappingKey?: string;
  readonly DomainName: string;
  readonly Stage: string;
}

export interface ApiGatewayV2AuthorizerProperties {
  readonly ApiId: string;
  readonly AuthorizerCredentialsArn?: string;
  readonly AuthorizerPayloadFormatVersion?: string;
  readonly AuthorizerResultTtlInSeconds?: number;
  readonly AuthorizerType: string;
  readonly AuthorizerUri?: string;
  readonly EnableSimpleResponses?: boolean;
  readonly IdentitySource?: string[];
  readonly IdentityValidationExpression?: string;
  readonly JwtConfiguration?: ApiGatewayV2AuthorizerJWTConfiguration;
  readonly Name: string;
}

export interface ApiGatewayV2AuthorizerJWTConfiguration {
  readonly Audience?: string[];
  readonly Issuer?: string;
}

export interface ApiGatewayV2DeploymentProperties {
  readonly ApiId: string;
  readonly Description?: string;
  readonly StageName?: string;
}

export interface ApiGatewayV2DomainNameProperties {
  readonly DomainName: string;
  readonly DomainNameConfigurations?: ApiGatewayV2DomainNameDomainNameConfiguration[];
  readonly MutualTlsAuthentication?: ApiGatewayV2DomainNameMutualTlsAuthentication;
  readonly RoutingMode?: string;
  readonly Tags?: Record<string, string>;
}

export interface ApiGatewayV2DomainNameDomainNameConfiguration {
  readonly CertificateArn?: string;
  readonly CertificateName?: string;
  readonly EndpointType?: string;
  readonly IpAddressType?: string;
  readonly OwnershipVerificationCertificateArn?: string;
  readonly SecurityPolicy?: string;
}

export interface ApiGatewayV2DomainNameMutualTlsAuthentication {
  readonly TruststoreUri?: string;
  readonly TruststoreVersion?: string;
}

export interface ApiGatewayV2IntegrationProperties {
  readonly ApiId: string;
  readonly ConnectionId?: string;
  readonly ConnectionType?: string;
  readonly ContentHandlingStrategy?: string;
  readonly CredentialsArn?: string;
  readonly Description?: string;
  readonly IntegrationMethod?: string;
  readonly IntegrationSubtype?: string;
  readonly IntegrationType: string;
  readonly IntegrationUri?: string;
  readonly PassthroughBehavior?: string;
  readonly PayloadFormatVersion?: string;
  readonly RequestParameters?: Record<string, string>;
  readonly RequestTemplates?: Record<string, string>;
  readonly ResponseParameters?: Record<string, ApiGatewayV2IntegrationResponseParameterMap>;
  readonly TemplateSelectionExpression?: string;
  readonly TimeoutInMillis?: number;
  readonly TlsConfig?: ApiGatewayV2IntegrationTlsConfig;
}

export interface ApiGatewayV2IntegrationResponseParameter {
  readonly Destination?: string;
  readonly Source?: string;
}

export interface ApiGatewayV2IntegrationResponseParameterMap {
  readonly ResponseParameters?: ApiGatewayV2IntegrationResponseParameter[];
}

export interface ApiGatewayV2IntegrationTlsConfig {
  readonly ServerNameToVerify?: string;
}

export interface ApiGatewayV2IntegrationResponseProperties {
  readonly ApiId: string;
  readonly ContentHandlingStrategy?: string;
  readonly IntegrationId: string;
  readonly IntegrationResponseKey: string;
  readonly ResponseParameters?: Json;
  readonly ResponseTemplates?: Record<string, string>;
  readonly TemplateSelectionExpression?: string;
}

export interface ApiGatewayV2ModelProperties {
  readonly ApiId: string;
  readonly ContentType?: string;
  readonly Description?: string;
  readonly Name: string;
  readonly Schema: Json;
}

export interface ApiGatewayV2PortalProductProperties {
  readonly Description?: string;
  readonly DisplayName: string;
  readonly Tags?: ApiGatewayV2PortalProductTag[];
}

export interface ApiGatewayV2PortalProductTag {
  readonly Key: string;
  readonly Value: string;
}

export interface ApiGatewayV2RouteProperties {
  readonly ApiId: string;
  readonly ApiKeyRequired?: boolean;
  readonly AuthorizationScopes?: string[];
  readonly AuthorizationType?: string;
  readonly AuthorizerId?: string;
  readonly ModelSelectionExpression?: string;
  readonly OperationName?: string;
  readonly RequestModels?: Record<string, string>;
  readonly RequestParameters?: Record<string, ApiGatewayV2RouteParameterConstraints>;
  readonly RouteKey: string;
  readonly RouteResponseSelectionExpression?: string;
  readonly Target?: string;
}

export interface ApiGatewayV2RouteParameterConstraints {
  readonly Required: boolean;
}

export interface ApiGatewayV2RouteResponseProperties {
  readonly ApiId: string;
  readonly ModelSelectionExpression?: string;
  readonly ResponseModels?: Record<string, string>;
  readonly ResponseParameters?: Record<string, ApiGatewayV2RouteResponseParameterConstraints>;
  readonly RouteId: string;
  readonly RouteResponseKey: string;
}

export interface ApiGatewayV2RouteResponseParameterConstraints {
  readonly Required: boolean;
}

export interface ApiGatewayV2RoutingRuleProperties {
  readonly Actions: ApiGatewayV2RoutingRuleAction[];
  readonly Conditions: ApiGatewayV2RoutingRuleCondition[];
  readonly DomainNameArn: string;
  readonly Priority: number;
}

export interface ApiGatewayV2RoutingRuleAction {
  readonly InvokeApi: ApiGatewayV2RoutingRuleActionInvokeApi;
}

export interface ApiGatewayV2RoutingRuleActionInvokeApi {
  readonly ApiId: string;
  readonly Stage: string;
  readonly StripBasePath?: boolean;
}

export interface ApiGatewayV2RoutingRuleCondition {
  readonly MatchBasePaths?: ApiGatewayV2RoutingRuleMatchBasePaths;
  readonly MatchHeaders?: ApiGatewayV2RoutingRuleMatchHeaders;
}

export interface ApiGatewayV2RoutingRuleMatchBasePaths {
  readonly AnyOf: string[];
}

export interface ApiGatewayV2RoutingRuleMatchHeaderValue {
  readonly Header: string;
  readonly ValueGlob: string;
}

export interface ApiGatewayV2RoutingRuleMatchHeaders {
  readonly AnyOf: ApiGatewayV2RoutingRuleMatchHeaderValue[];
}

export interface ApiGatewayV2StageProperties {
  readonly AccessLogSettings?: ApiGatewayV2StageAccessLogSettings;
  readonly AccessPolicyId?: string;
  readonly ApiId: string;
  readonly AutoDeploy?: boolean;
  readonly ClientCertificateId?: string;
  readonly DefaultRouteSettings?: ApiGatewayV2StageRouteSettings;
  readonly DeploymentId?: string;
  readonly Description?: string;
  readonly RouteSettings?: Record<string, ApiGatewayV2StageRouteSettings>;
  readonly StageName: string;
  readonly StageVariables?: Record<string, string>;
  readonly Tags?: Record<string, string>;
}

export interface ApiGatewayV2StageAccessLogSettings {
  readonly DestinationArn?: string;
  readonly Format?: string;
}

export interface ApiGatewayV2StageRouteSettings {
  readonly DataTraceEnabled?: boolean;
  readonly DetailedMetricsEnabled?: boolean;
  readonly LoggingLevel?: string;
  readonly ThrottlingBurstLimit?: number;
  readonly ThrottlingRateLimit?: number;
}

export interface ApiGatewayV2VpcLinkProperties {
  readonly Name: string;
  readonly SecurityGroupIds?: string[];
  readonly SubnetIds: string[];
  readonly Tags?: Record<string, string>;
}

export interface CDKMetadataProperties {
  readonly Analytics?: string;
  readonly Modules?: string;
  readonly [name: string]: unknown;
}

export interface CloudFormationChangeSetProperties {
  readonly Capabilities?: string[];
  readonly ChangeSetName: string;
  readonly ChangeSetType?: string;
  readonly DeploymentMode?: string;
  readonly Description?: string;
  readonly ImportExistingResources?: boolean;
  readonly IncludeNestedStacks?: boolean;
  readonly NotificationARNs?: string[];
  readonly OnStackFailure?: string;
  readonly RoleARN?: string;
  readonly StackName: string;
  readonly Tags?: CloudFormationChangeSetTagsItems[];
  readonly TemplateBody?: string;
  readonly TemplateURL?: string;
  readonly UsePreviousTemplate?: boolean;
}

export interface CloudFormationChangeSetTagsItems {
  readonly Key: string;
  readonly Value: string;
}

export interface CloudFormationCustomResourceProperties {
  readonly ServiceTimeout?: number;
  readonly ServiceToken: string;
  readonly [name: string]: unknown;
}

export interface CloudFormationGeneratedTemplateProperties {
  readonly GeneratedTemplateName: string;
  readonly TemplateConfiguration?: CloudFormationGeneratedTemplateTemplateConfiguration;
}

export interface CloudFormationGeneratedTemplateTemplateConfiguration {
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export interface CloudFormationGuardHookProperties {
  readonly Alias: string;
  readonly ExecutionRole: string;
  readonly FailureMode: string;
  readonly HookStatus: string;
  readonly LogBucket?: string;
  readonly Options?: CloudFormationGuardHookOptions;
  readonly RuleLocation: CloudFormationGuardHookS3Location;
  readonly StackFilters?: CloudFormationGuardHookStackFilters;
  readonly TargetFilters?: CloudFormationGuardHookTargetFilters;
  readonly TargetOperations: string[];
}

export interface CloudFormationGuardHookHookTarget {
  readonly Action: string;
  readonly InvocationPoint: string;
  readonly TargetName: string;
}

export interface CloudFormationGuardHookOptions {
  readonly InputParams?: CloudFormationGuardHookS3Location | CloudFormationGuardHookS3Location[];
}

export interface CloudFormationGuardHookS3Location {
  readonly Uri: string;
  readonly VersionId?: string;
}

export interface CloudFormationGuardHookStackFilters {
  readonly FilteringCriteria: string;
  readonly StackNames?: CloudFormationGuardHookStackNames;
  readonly StackRoles?: CloudFormationGuardHookStackRoles;
}

export interface CloudFormationGuardHookStackNames {
  readonly Exclude?: string[];
  readonly Include?: string[];
}

export interface CloudFormationGuardHookStackRoles {
  readonly Exclude?: string[];
  readonly Include?: string[];
}

export interface CloudFormationGuardHookTargetFilters {
  readonly Actions?: string[];
  readonly InvocationPoints?: string[];
  readonly TargetNames?: string[];
  readonly Targets: CloudFormationGuardHookHookTarget[];
}

export interface CloudFormationHookDefaultVersionProperties {
  readonly TypeName?: string;
  readonly TypeVersionArn?: string;
  readonly VersionId?: string;
}

export interface CloudFormationHookTypeConfigProperties {
  readonly Configuration: string;
  readonly ConfigurationAlias?: string;
  readonly TypeArn?: string;
  readonly TypeName?: string;
}

export interface CloudFormationHookVersionProperties {
  readonly ExecutionRoleArn?: string;
  readonly LoggingConfig?: CloudFormationHookVersionLoggingConfig;
  readonly SchemaHandlerPackage: string;
  readonly TypeName: string;
}

export interface CloudFormationHookVersionLoggingConfig {
  readonly LogGroupName?: string;
  readonly LogRoleArn?: string;
}

export interface CloudFormationLambdaHookProperties {
  readonly Alias: string;
  readonly AutoUpdate?: boolean;
  readonly ExecutionRole: string;
  readonly FailureMode: string;
  readonly HookStatus: string;
  readonly LambdaFunction: string;
  readonly LoggingConfig?: CloudFormationLambdaHookLoggingConfig;
  readonly StackFilters?: CloudFormationLambdaHookStackFilters;
  readonly TargetFilters?: CloudFormationLambdaHookTargetFilters;
  readonly TargetOperations: string[];
}

export interface CloudFormationLambdaHookHookTarget {
  readonly Action: string;
  readonly InvocationPoint: string;
  readonly TargetName: string;
}

export interface CloudFormationLambdaHookLoggingConfig {
  readonly LogGroupName: string;
  readonly LogRoleArn: string;
}

export interface CloudFormationLambdaHookStackFilters {
  readonly FilteringCriteria: string;
  readonly StackNames?: CloudFormationLambdaHookStackNames;
  readonly StackRoles?: CloudFormationLambdaHookStackRoles;
}

export interface CloudFormationLambdaHookStackNames {
  readonly Exclude?: string[];
  readonly Include?: string[];
}

export interface CloudFormationLambdaHookStackRoles {
  readonly Exclude?: string[];
  readonly Include?: string[];
}

export interface CloudFormationLambdaHookTargetFilters {
  readonly Actions?: string[];
  readonly InvocationPoints?: string[];
  readonly TargetNames?: string[];
  readonly Targets: CloudFormationLambdaHookHookTarget[];
}

export interface CloudFormationMacroProperties {
  readonly Description?: string;
  readonly FunctionName: string;
  readonly LogGroupName?: string;
  readonly LogRoleARN?: string;
  readonly Name: string;
}

export interface CloudFormationModuleDefaultVersionProperties {
  readonly Arn?: string;
  readonly ModuleName?: string;
  readonly VersionId?: string;
}

export interface CloudFormationModuleVersionProperties {
  readonly ModuleName: string;
  readonly ModulePackage: string;
}

export interface CloudFormationPublicTypeVersionProperties {
  readonly Arn?: string;
  readonly LogDeliveryBucket?: string;
  readonly PublicVersionNumber?: string;
  readonly Type?: string;
  readonly TypeName?: string;
}

export interface CloudFormationPublisherProperties {
  readonly AcceptTermsAndConditions: boolean;
  readonly ConnectionArn?: string;
}

export interface CloudFormationResourceDefaultVersionProperties {
  readonly TypeName?: string;
  readonly TypeVersionArn?: string;
  readonly VersionId?: string;
}

export interface CloudFormationResourceVersionProperties {
  readonly ExecutionRoleArn?: string;
  readonly LoggingConfig?: CloudFormationResourceVersionLoggingConfig;
  readonly SchemaHandlerPackage: string;
  readonly TypeName: string;
}

export interface CloudFormationResourceVersionLoggingConfig {
  readonly LogGroupName?: string;
  readonly LogRoleArn?: string;
}

export interface CloudFormationStackProperties {
  readonly NotificationARNs?: string[];
  readonly Parameters?: Record<string, string>;
  readonly Tags?: CloudFormationStackTag[];
  readonly TemplateURL?: string;
  readonly TimeoutInMinutes?: number;
}

export interface CloudFormationStackTag {
  readonly Key: string;
  readonly Value: string;
}

export interface CloudFormationStackSetProperties {
  readonly AdministrationRoleARN?: string;
  readonly AutoDeployment?: CloudFormationStackSetAutoDeployment;
  readonly CallAs?: string;
  readonly Capabilities?: string[];
  readonly Description?: string;
  readonly ExecutionRoleName?: string;
  readonly ManagedExecution?: CloudFormationStackSetManagedExecution;
  readonly OperationPreferences?: CloudFormationStackSetOperationPreferences;
  readonly Parameters?: CloudFormationStackSetParameter[];
  readonly PermissionModel: string;
  readonly StackInstancesGroup?: CloudFormationStackSetStackInstances[];
  readonly StackSetName: string;
  readonly Tags?: CloudFormationStackSetTag[];
  readonly TemplateBody?: string;
  readonly TemplateURL?: string;
}

export interface CloudFormationStackSetAutoDeployment {
  readonly DependsOn?: string[];
  readonly Enabled?: boolean;
  readonly RetainStacksOnAccountRemoval?: boolean;
}

export interface CloudFormationStackSetDeploymentTargets {
  readonly AccountFilterType?: string;
  readonly Accounts?: string[];
  readonly AccountsUrl?: string;
  readonly OrganizationalUnitIds?: string[];
}

export interface CloudFormationStackSetManagedExecution {
  readonly Active?: boolean;
}

export interface CloudFormationStackSetOperationPreferences {
  readonly ConcurrencyMode?: string;
  readonly FailureToleranceCount?: number;
  readonly FailureTolerancePercentage?: number;
  readonly MaxConcurrentCount?: number;
  readonly MaxConcurrentPercentage?: number;
  readonly RegionConcurrencyType?: string;
  readonly RegionOrder?: string[];
}

export interface CloudFormationStackSetParameter {
  readonly ParameterKey: string;
  readonly ParameterValue: string;
}

export interface CloudFormationStackSetStackInstances {
  readonly DeploymentTargets: CloudFormationStackSetDeploymentTargets;
  readonly ParameterOverrides?: CloudFormationStackSetParameter[];
  readonly Regions: string[];
}

export interface CloudFormationStackSetTag {
  readonly Key: string;
  readonly Value: string;
}

export interface CloudFormationTypeActivationProperties {
  readonly AutoUpdate?: boolean;
  readonly ExecutionRoleArn?: string;
  readonly LoggingConfig?: CloudFormationTypeActivationLoggingConfig;
  readonly MajorVersion?: string;
  readonly PublicTypeArn?: string;
  readonly PublisherId?: string;
  readonly Type?: string;
  readonly TypeName?: string;
  readonly TypeNameAlias?: string;
  readonly VersionBump?: string;
}

export interface CloudFormationTypeActivationLoggingConfig {
  readonly LogGroupName?: string;
  readonly LogRoleArn?: string;
}

export interface CloudFormationWaitConditionProperties {
  readonly Count?: number;
  readonly Handle?: string;
  readonly Timeout?: string;
}

export type CloudFormationWaitConditionHandleProperties = Record<string, never>;

export interface CognitoIdentityPoolProperties {
  readonly AllowClassicFlow?: boolean;
  readonly AllowUnauthenticatedIdentities: boolean;
  readonly CognitoEvents?: Record<string, string>;
  readonly CognitoIdentityProviders?: CognitoIdentityPoolCognitoIdentityProvider[];
  readonly CognitoStreams?: CognitoIdentityPoolCognitoStreams;
  readonly DeveloperProviderName?: string;
  readonly IdentityPoolName?: string;
  readonly IdentityPoolTags?: CognitoIdentityPoolTag[];
  readonly OpenIdConnectProviderARNs?: string[];
  readonly PushSync?: CognitoIdentityPoolPushSync;
  readonly SamlProviderARNs?: string[];
  readonly SupportedLoginProviders?: Record<string, string>;
}

export interface CognitoIdentityPoolCognitoIdentityProvider {
  readonly ClientId: string;
  readonly ProviderName: string;
  readonly ServerSideTokenCheck?: boolean;
}

export interface CognitoIdentityPoolCognitoStreams {
  readonly RoleArn?: string;
  readonly StreamName?: string;
  readonly StreamingStatus?: string;
}

export interface CognitoIdentityPoolPushSync {
  readonly ApplicationArns?: string[];
  readonly RoleArn?: string;
}

export interface CognitoIdentityPoolTag {
  readonly Key: string;
  readonly Value: string;
}

export interface CognitoIdentityPoolPrincipalTagProperties {
  readonly IdentityPoolId: string;
  readonly IdentityProviderName: string;
  readonly PrincipalTags?: Record<string, string>;
  readonly UseDefaults?: boolean;
}

export interface CognitoIdentityPoolRoleAttachmentProperties {
  readonly IdentityPoolId: string;
  readonly RoleMappings?: Record<string, CognitoIdentityPoolRoleAttachmentRoleMapping>;
  readonly Roles?: Record<string, string>;
}

export interface CognitoIdentityPoolRoleAttachmentMappingRule {
  readonly Claim: string;
  readonly MatchType: string;
  readonly RoleARN: string;
  readonly Value: string;
}

export interface CognitoIdentityPoolRoleAttachmentRoleMapping {
  readonly AmbiguousRoleResolution?: string;
  readonly IdentityProvider?: string;
  readonly RulesConfiguration?: CognitoIdentityPoolRoleAttachmentRulesConfigurationType;
  readonly Type: string;
}

export interface CognitoIdentityPoolRoleAttachmentRulesConfigurationType {
  readonly Rules: CognitoIdentityPoolRoleAttachmentMappingRule[];
}

export interface CognitoLogDeliveryConfigurationProperties {
  readonly LogConfigurations?: CognitoLogDeliveryConfigurationLogConfiguration[];
  readonly UserPoolId: string;
}

export interface CognitoLogDeliveryConfigurationCloudWatchLogsConfiguration {
  readonly LogGroupArn?: string;
}

export interface CognitoLogDeliveryConfigurationFirehoseConfiguration {
  readonly StreamArn?: string;
}

export interface CognitoLogDeliveryConfigurationLogConfiguration {
  readonly CloudWatchLogsConfiguration?: CognitoLogDeliveryConfigurationCloudWatchLogsConfiguration;
  readonly EventSource?: string;
  readonly FirehoseConfiguration?: CognitoLogDeliveryConfigurationFirehoseConfiguration;
  readonly LogLevel?: string;
  readonly S3Configuration?: CognitoLogDeliveryConfigurationS3Configuration;
}

export interface CognitoLogDeliveryConfigurationS3Configuration {
  readonly BucketArn?: string;
}

export interface CognitoManagedLoginBrandingProperties {
  readonly Assets?: CognitoManagedLoginBrandingAssetType[];
  readonly ClientId?: string;
  readonly ReturnMergedResources?: boolean;
  readonly Settings?: Json;
  readonly UseCognitoProvidedValues?: boolean;
  readonly UserPoolId: string;
}

export interface CognitoManagedLoginBrandingAssetType {
  readonly Bytes?: string;
  readonly Category: string;
  readonly ColorMode: string;
  readonly Extension: string;
  readonly ResourceId?: string;
}

export interface CognitoTermsProperties {
  readonly ClientId?: string;
  readonly Enforcement: string;
  readonly Links: Record<string, string>;
  readonly TermsName: string;
  readonly TermsSource: string;
  readonly UserPoolId: string;
}

export interface CognitoUserPoolProperties {
  readonly AccountRecoverySetting?: CognitoUserPoolAccountRecoverySetting;
  readonly AdminCreateUserConfig?: CognitoUserPoolAdminCreateUserConfig;
  readonly AliasAttributes?: string[];
  readonly AutoVerifiedAttributes?: string[];
  readonly DeletionProtection?: string;
  readonly DeviceConfiguration?: CognitoUserPoolDeviceConfiguration;
  readonly EmailAuthenticationMessage?: string;
  readonly EmailAuthenticationSubject?: string;
  readonly EmailConfiguration?: CognitoUserPoolEmailConfiguration;
  readonly EmailVerificationMessage?: string;
  readonly EmailVerificationSubject?: string;
  readonly EnabledMfas?: string[];
  readonly IssuerConfiguration?: CognitoUserPoolIssuerConfiguration;
  readonly KeyConfiguration?: CognitoUserPoolKeyConfiguration;
  readonly LambdaConfig?: CognitoUserPoolLambdaConfig;
  readonly MfaConfiguration?: string;
  readonly Policies?: CognitoUserPoolPolicies;
  readonly Schema?: CognitoUserPoolSchemaAttribute[];
  readonly SmsAuthenticationMessage?: string;
  readonly SmsConfiguration?: CognitoUserPoolSmsConfiguration;
  readonly SmsVerificationMessage?: string;
  readonly UserAttributeUpdateSettings?: CognitoUserPoolUserAttributeUpdateSettings;
  readonly UserPoolAddOns?: CognitoUserPoolUserPoolAddOns;
  readonly UserPoolName?: string;
  readonly UserPoolTags?: Record<string, string>;
  readonly UserPoolTier?: string;
  readonly UsernameAttributes?: string[];
  readonly UsernameConfiguration?: CognitoUserPoolUsernameConfiguration;
  readonly VerificationMessageTemplate?: CognitoUserPoolVerificationMessageTemplate;
  readonly WebAuthnFactorConfiguration?: string;
  readonly WebAuthnRelyingPartyID?: string;
  readonly WebAuthnUserVerification?: string;
}

export interface CognitoUserPoolAccountRecoverySetting {
  readonly RecoveryMechanisms?: CognitoUserPoolRecoveryOption[];
}

export interface CognitoUserPoolAdminCreateUserConfig {
  readonly AllowAdminCreateUserOnly?: boolean;
  readonly InviteMessageTemplate?: CognitoUserPoolInviteMessageTemplate;
  readonly UnusedAccountValidityDays?: number;
}

export interface CognitoUserPoolAdvancedSecurityAdditionalFlows {
  readonly CustomAuthMode?: string;
}

export interface CognitoUserPoolCustomEmailSender {
  readonly LambdaArn?: string;
  readonly LambdaVersion?: string;
}

export interface CognitoUserPoolCustomSMSSender {
  readonly LambdaArn?: string;
  readonly LambdaVersion?: string;
}

export interface CognitoUserPoolDeviceConfiguration {
  readonly ChallengeRequiredOnNewDevice?: boolean;
  readonly DeviceOnlyRememberedOnUserPrompt?: boolean;
}

export interface CognitoUserPoolEmailConfiguration {
  readonly ConfigurationSet?: string;
  readonly EmailSendingAccount?: string;
  readonly From?: string;
  readonly ReplyToEmailAddress?: string;
  readonly SourceArn?: string;
}

export interface CognitoUserPoolEumsSmsConfiguration {
  readonly CallerArn: string;
  readonly ConfigurationSetName?: string;
  readonly ExternalId?: string;
  readonly InEntityId?: string;
  readonly InTemplateId?: string;
  readonly OriginationIdentity?: string;
  readonly Region?: string;
}

export interface CognitoUserPoolInboundFederation {
  readonly LambdaArn?: string;
  readonly LambdaVersion?: string;
}

export interface CognitoUserPoolInviteMessageTemplate {
  readonly EmailMessage?: string;
  readonly EmailSubject?: string;
  readonly SMSMessage?: string;
}

export interface CognitoUserPoolIssuerConfiguration {
  readonly Type?: string;
}

export interface CognitoUserPoolKeyConfiguration {
  readonly KeyType?: string;
  readonly KmsKeyArn?: string;
}

export interface CognitoUserPoolLambdaConfig {
  readonly CreateAuthChallenge?: string;
  readonly CustomEmailSender?: CognitoUserPoolCustomEmailSender;
  readonly CustomMessage?: string;
  readonly CustomSMSSender?: CognitoUserPoolCustomSMSSender;
  readonly DefineAuthChallenge?: string;
  readonly InboundFederation?: CognitoUserPoolInboundFederation;
  readonly KMSKeyID?: string;
  readonly PostAuthentication?: string;
  readonly PostConfirmation?: string;
  readonly PreAuthentication?: string;
  readonly PreSignUp?: string;
  readonly PreTokenGeneration?: string;
  readonly PreTokenGenerationConfig?: CognitoUserPoolPreTokenGenerationConfig;
  readonly UserMigration?: string;
  readonly VerifyAuthChallengeResponse?: string;
}

export interface CognitoUserPoolNumberAttributeConstraints {
  readonly MaxValue?: string;
  readonly MinValue?: string;
}

export interface CognitoUserPoolPasswordPolicy {
  readonly MinimumLength?: number;
  readonly PasswordHistorySize?: number;
  readonly RequireLowercase?: boolean;
  readonly RequireNumbers?: boolean;
  readonly RequireSymbols?: boolean;
  readonly RequireUppercase?: boolean;
  readonly TemporaryPasswordValidityDays?: number;
}

export interface CognitoUserPoolPolicies {
  readonly PasswordPolicy?: CognitoUserPoolPasswordPolicy;
  readonly SignInPolicy?: CognitoUserPoolSignInPolicy;
}

export interface CognitoUserPoolPreTokenGenerationConfig {
  readonly LambdaArn?: string;
  readonly LambdaVersion?: string;
}

export interface CognitoUserPoolRecoveryOption {
  readonly Name?: string;
  readonly Priority?: number;
}

export interface CognitoUserPoolSchemaAttribute {
  readonly AttributeDataType?: string;
  readonly DeveloperOnlyAttribute?: boolean;
  readonly Mutable?: boolean;
  readonly Name?: string;
  readonly NumberAttributeConstraints?: CognitoUserPoolNumberAttributeConstraints;
  readonly Required?: boolean;
  readonly StringAttributeConstraints?: CognitoUserPoolStringAttributeConstraints;
}

export interface CognitoUserPoolSignInPolicy {
  readonly AllowedFirstAuthFactors?: string[];
}

export interface CognitoUserPoolSmsConfiguration {
  readonly EumsSms?: CognitoUserPoolEumsSmsConfiguration;
  readonly ExternalId?: string;
  readonly SnsCallerArn?: string;
  readonly SnsRegion?: string;
}

export interface CognitoUserPoolStringAttributeConstraints {
  readonly MaxLength?: string;
  readonly MinLength?: string;
}

export interface CognitoUserPoolUserAttributeUpdateSettings {
  readonly AttributesRequireVerificationBeforeUpdate: string[];
}

export interface CognitoUserPoolUserPoolAddOns {
  readonly AdvancedSecurityAdditionalFlows?: CognitoUserPoolAdvancedSecurityAdditionalFlows;
  readonly AdvancedSecurityMode?: string;
}

export interface CognitoUserPoolUsernameConfiguration {
  readonly CaseSensitive?: boolean;
}

export interface CognitoUserPoolVerificationMessageTemplate {
  readonly DefaultEmailOption?: string;
  readonly EmailMessage?: string;
  readonly EmailMessageByLink?: string;
  readonly EmailSubject?: string;
  readonly EmailSubjectByLink?: string;
  readonly SmsMessage?: string;
}

export interface CognitoUserPoolClientProperties {
  readonly AccessTokenValidity?: number;
  readonly AllowedOAuthFlows?: string[];
  readonly AllowedOAuthFlowsUserPoolClient?: boolean;
  readonly AllowedOAuthScopes?: string[];
  readonly AnalyticsConfiguration?: CognitoUserPoolClientAnalyticsConfiguration;
  readonly AuthSessionValidity?: number;
  readonly CallbackURLs?: string[];
  readonly ClientName?: string;
  readonly DefaultRedirectURI?: string;
  readonly EnablePropagateAdditionalUserContextData?: boolean;
  readonly EnableTokenRevocation?: boolean;
  readonly ExplicitAuthFlows?: string[];
  readonly GenerateSecret?: boolean;
  readonly IdTokenValidity?: number;
  readonly LogoutURLs?: string[];
  readonly PreventUserExistenceErrors?: string;
  readonly ReadAttributes?: string[];
  readonly RefreshTokenRotation?: CognitoUserPoolClientRefreshTokenRotation;
  readonly RefreshTokenValidity?: number;
  readonly SupportedIdentityProviders?: string[];
  readonly TokenValidityUnits?: CognitoUserPoolClientTokenValidityUnits;
  readonly UserPoolId: string;
  readonly WriteAttributes?: string[];
}

export interface CognitoUserPoolClientAnalyticsConfiguration {
  readonly ApplicationArn?: string;
  readonly ApplicationId?: string;
  readonly ExternalId?: string;
  readonly RoleArn?: string;
  readonly UserDataShared?: boolean;
}

export interface CognitoUserPoolClientRefreshTokenRotation {
  readonly Feature?: string;
  readonly RetryGracePeriodSeconds?: number;
}

export interface CognitoUserPoolClientTokenValidityUnits {
  readonly AccessToken?: string;
  readonly IdToken?: string;
  readonly RefreshToken?: string;
}

export interface CognitoUserPoolDomainProperties {
  readonly CustomDomainConfig?: CognitoUserPoolDomainCustomDomainConfigType;
  readonly Domain: string;
  readonly ManagedLoginVersion?: number;
  readonly Routing?: CognitoUserPoolDomainRoutingType;
  readonly UserPoolId: string;
}

export interface CognitoUserPoolDomainCustomDomainConfigType {
  readonly CertificateArn?: string;
  readonly SecurityPolicy?: string;
}

export interface CognitoUserPoolDomainFailoverType {
  readonly PrimaryRoute53HealthCheckId: string;
  readonly SecondaryRegion: string;
}

export interface CognitoUserPoolDomainRoutingType {
  readonly Failover?: CognitoUserPoolDomainFailoverType;
}

export interface CognitoUserPoolGroupProperties {
  readonly Description?: string;
  readonly GroupName?: string;
  readonly Precedence?: number;
  readonly RoleArn?: string;
  readonly UserPoolId: string;
}

export interface CognitoUserPoolIdentityProviderProperties {
  readonly AttributeMapping?: Record<string, string>;
  readonly IdpIdentifiers?: string[];
  readonly ProviderDetails: Record<string, string>;
  readonly ProviderName: string;
  readonly ProviderType: string;
  readonly UserPoolId: string;
}

export interface CognitoUserPoolRegionalConfigurationAttachmentProperties {
  readonly EmailConfiguration?: CognitoUserPoolRegionalConfigurationAttachmentEmailConfiguration;
  readonly LambdaConfig?: CognitoUserPoolRegionalConfigurationAttachmentLambdaConfig;
  readonly SmsConfiguration?: CognitoUserPoolRegionalConfigurationAttachmentSmsConfiguration;
  readonly Status?: string;
  readonly UserPoolId: string;
  readonly UserPoolTags?: Record<string, string>;
}

export interface CognitoUserPoolRegionalConfigurationAttachmentCustomEmailSender {
  readonly LambdaArn?: string;
  readonly LambdaVersion?: string;
}

export interface CognitoUserPoolRegionalConfigurationAttachmentCustomSMSSender {
  readonly LambdaArn?: string;
  readonly LambdaVersion?: string;
}

export interface CognitoUserPoolRegionalConfigurationAttachmentEmailConfiguration {
  readonly ConfigurationSet?: string;
  readonly EmailSendingAccount?: string;
  readonly From?: string;
  readonly ReplyToEmailAddress?: string;
  readonly SourceArn?: string;
}

export interface CognitoUserPoolRegionalConfigurationAttachmentEumsSmsConfiguration {
  readonly CallerArn: string;
  readonly ConfigurationSetName?: string;
  readonly ExternalId?: string;
  readonly InEntityId?: string;
  readonly InTemplateId?: string;
  readonly OriginationIdentity?: string;
  readonly Region?: string;
}

export interface CognitoUserPoolRegionalConfigurationAttachmentInboundFederation {
  readonly LambdaArn?: string;
  readonly LambdaVersion?: string;
}

export interface CognitoUserPoolRegionalConfigurationAttachmentLambdaConfig {
  readonly CreateAuthChallenge?: string;
  readonly CustomEmailSender?: CognitoUserPoolRegionalConfigurationAttachmentCustomEmailSender;
  readonly CustomMessage?: string;
  readonly CustomSMSSender?: CognitoUserPoolRegionalConfigurationAttachmentCustomSMSSender;
  readonly DefineAuthChallenge?: string;
  readonly InboundFederation?: CognitoUserPoolRegionalConfigurationAttachmentInboundFederation;
  readonly KMSKeyID?: string;
  readonly PostAuthentication?: string;
  readonly PostConfirmation?: string;
  readonly PreAuthentication?: string;
  readonly PreSignUp?: string;
  readonly PreTokenGeneration?: string;
  readonly PreTokenGenerationConfig?: CognitoUserPoolRegionalConfigurationAttachmentPreTokenGenerationConfig;
  readonly UserMigration?: string;
  readonly VerifyAuthChallengeResponse?: string;
}

export interface CognitoUserPoolRegionalConfigurationAttachmentPreTokenGenerationConfig {
  readonly LambdaArn?: string;
  readonly LambdaVersion?: string;
}

export interface CognitoUserPoolRegionalConfigurationAttachmentSmsConfiguration {
  readonly EumsSms?: CognitoUserPoolRegionalConfigurationAttachmentEumsSmsConfiguration;
  readonly ExternalId?: string;
  readonly SnsCallerArn?: string;
  readonly SnsRegion?: string;
}

export interface CognitoUserPoolReplicaProperties {
  readonly RegionName: string;
  readonly UserPoolId: string;
  readonly UserPoolTagsAtCreate?: Record<string, string>;
}

export interface CognitoUserPoolResourceServerProperties {
  readonly Identifier: string;
  readonly Name: string;
  readonly Scopes?: CognitoUserPoolResourceServerResourceServerScopeType[];
  readonly UserPoolId: string;
}

export interface CognitoUserPoolResourceServerResourceServerScopeType {
  readonly ScopeDescription: string;
  readonly ScopeName: string;
}

export interface CognitoUserPoolRiskConfigurationAttachmentProperties {
  readonly AccountTakeoverRiskConfiguration?: CognitoUserPoolRiskConfigurationAttachmentAccountTakeoverRiskConfigurationType;
  readonly ClientId: string;
  readonly CompromisedCredentialsRiskConfiguration?: CognitoUserPoolRiskConfigurationAttachmentCompromisedCredentialsRiskConfigurationType;
  readonly RiskExceptionConfiguration?: CognitoUserPoolRiskConfigurationAttachmentRiskExceptionConfigurationType;
  readonly UserPoolId: string;
}

export interface CognitoUserPoolRiskConfigurationAttachmentAccountTakeoverActionType {
  readonly EventAction: string;
  readonly Notify: boolean;
}

export interface CognitoUserPoolRiskConfigurationAttachmentAccountTakeoverActionsType {
  readonly HighAction?: CognitoUserPoolRiskConfigurationAttachmentAccountTakeoverActionType;
  readonly LowAction?: CognitoUserPoolRiskConfigurationAttachmentAccountTakeoverActionType;
  readonly MediumAction?: CognitoUserPoolRiskConfigurationAttachmentAccountTakeoverActionType;
}

export interface CognitoUserPoolRiskConfigurationAttachmentAccountTakeoverRiskConfigurationType {
  readonly Actions: CognitoUserPoolRiskConfigurationAttachmentAccountTakeoverActionsType;
  readonly NotifyConfiguration?: CognitoUserPoolRiskConfigurationAttachmentNotifyConfigurationType;
}

export interface CognitoUserPoolRiskConfigurationAttachmentCompromisedCredentialsActionsType {
  readonly EventAction: string;
}

export interface CognitoUserPoolRiskConfigurationAttachmentCompromisedCredentialsRiskConfigurationType {
  readonly Actions: CognitoUserPoolRiskConfigurationAttachmentCompromisedCredentialsActionsType;
  readonly EventFilter?: string[];
}

export interface CognitoUserPoolRiskConfigurationAttachmentNotifyConfigurationType {
  readonly BlockEmail?: CognitoUserPoolRiskConfigurationAttachmentNotifyEmailType;
  readonly From?: string;
  readonly MfaEmail?: CognitoUserPoolRiskConfigurationAttachmentNotifyEmailType;
  readonly NoActionEmail?: CognitoUserPoolRiskConfigurationAttachmentNotifyEmailType;
  readonly ReplyTo?: string;
  readonly SourceArn: string;
}

export interface CognitoUserPoolRiskConfigurationAttachmentNotifyEmailType {
  readonly HtmlBody?: string;
  readonly Subject: string;
  readonly TextBody?: string;
}

export interface CognitoUserPoolRiskConfigurationAttachmentRiskExceptionConfigurationType {
  readonly BlockedIPRangeList?: string[];
  readonly SkippedIPRangeList?: string[];
}

export interface CognitoUserPoolUICustomizationAttachmentProperties {
  readonly CSS?: string;
  readonly ClientId: string;
  readonly UserPoolId: string;
}

export interface CognitoUserPoolUserProperties {
  readonly ClientMetadata?: Record<string, string>;
  readonly DesiredDeliveryMediums?: string[];
  readonly ForceAliasCreation?: boolean;
  readonly MessageAction?: string;
  readonly UserAttributes?: CognitoUserPoolUserAttributeType[];
  readonly UserPoolId: string;
  readonly Username?: string;
  readonly ValidationData?: CognitoUserPoolUserAttributeType[];
}

export interface CognitoUserPoolUserAttributeType {
  readonly Name?: string;
  readonly Value?: string;
}

export interface CognitoUserPoolUserToGroupAttachmentProperties {
  readonly GroupName: string;
  readonly UserPoolId: string;
  readonly Username: string;
}

export interface ECRPublicRepositoryProperties {
  readonly RepositoryCatalogData?: ECRPublicRepositoryRepositoryCatalogData;
  readonly RepositoryName?: string;
  readonly RepositoryPolicyText?: Json;
  readonly Tags?: ECRPublicRepositoryTag[];
}

export interface ECRPublicRepositoryRepositoryCatalogData {
  readonly AboutText?: string;
  readonly Architectures?: string[];
  readonly OperatingSystems?: string[];
  readonly RepositoryDescription?: string;
  readonly UsageText?: string;
}

export interface ECRPublicRepositoryTag {
  readonly Key: string;
  readonly Value: string;
}

export interface ECRPullThroughCacheRuleProperties {
  readonly CredentialArn?: string;
  readonly CustomRoleArn?: string;
  readonly EcrRepositoryPrefix?: string;
  readonly UpstreamRegistry?: string;
  readonly UpstreamRegistryUrl?: string;
  readonly UpstreamRepositoryPrefix?: string;
}

export interface ECRPullTimeUpdateExclusionProperties {
  readonly PrincipalArn: string;
}

export interface ECRRegistryPolicyProperties {
  readonly PolicyText: Json;
}

export interface ECRRegistryScanningConfigurationProperties {
  readonly Rules: ECRRegistryScanningConfigurationScanningRule[];
  readonly ScanType: string;
}

export interface ECRRegistryScanningConfigurationRepositoryFilter {
  readonly Filter: string;
  readonly FilterType: string;
}

export interface ECRRegistryScanningConfigurationScanningRule {
  readonly RepositoryFilters: ECRRegistryScanningConfigurationRepositoryFilter[];
  readonly ScanFrequency: string;
}

export interface ECRReplicationConfigurationProperties {
  readonly ReplicationConfiguration: ECRReplicationConfigurationReplicationConfiguration;
}

export interface ECRReplicationConfigurationReplicationConfiguration {
  readonly Rules: ECRReplicationConfigurationReplicationRule[];
}

export interface ECRReplicationConfigurationReplicationDestination {
  readonly Region: string;
  readonly RegistryId: string;
}

export interface ECRReplicationConfigurationReplicationRule {
  readonly Destinations: ECRReplicationConfigurationReplicationDestination[];
  readonly RepositoryFilters?: ECRReplicationConfigurationRepositoryFilter[];
}

export interface ECRReplicationConfigurationRepositoryFilter {
  readonly Filter: string;
  readonly FilterType: string;
}

export interface ECRRepositoryProperties {
  readonly EmptyOnDelete?: boolean;
  readonly EncryptionConfiguration?: ECRRepositoryEncryptionConfiguration;
  readonly ImageScanningConfiguration?: ECRRepositoryImageScanningConfiguration;
  readonly ImageTagMutability?: string;
  readonly ImageTagMutabilityExclusionFilters?: ECRRepositoryImageTagMutabilityExclusionFilter[];
  readonly LifecyclePolicy?: ECRRepositoryLifecyclePolicy;
  readonly RepositoryName?: string;
  readonly RepositoryPolicyText?: Json;
  readonly Tags?: ECRRepositoryTag[];
}

export interface ECRRepositoryEncryptionConfiguration {
  readonly EncryptionType: string;
  readonly KmsKey?: string;
}

export interface ECRRepositoryImageScanningConfiguration {
  readonly ScanOnPush?: boolean;
}

export interface ECRRepositoryImageTagMutabilityExclusionFilter {
  readonly ImageTagMutabilityExclusionFilterType: string;
  readonly ImageTagMutabilityExclusionFilterValue: string;
}

export interface ECRRepositoryLifecyclePolicy {
  readonly LifecyclePolicyText?: string;
  readonly RegistryId?: string;
}

export interface ECRRepositoryTag {
  readonly Key: string;
  readonly Value: string;
}

export interface ECRRepositoryCreationTemplateProperties {
  readonly AppliedFor: string[];
  readonly CustomRoleArn?: string;
  readonly Description?: string;
  readonly EncryptionConfiguration?: ECRRepositoryCreationTemplateEncryptionConfiguration;
  readonly ImageTagMutability?: string;
  readonly ImageTagMutabilityExclusionFilters?: ECRRepositoryCreationTemplateImageTagMutabilityExclusionFilter[];
  readonly LifecyclePolicy?: string;
  readonly Prefix: string;
  readonly RepositoryPolicy?: string;
  readonly ResourceTags?: ECRRepositoryCreationTemplateTag[];
}

export interface ECRRepositoryCreationTemplateEncryptionConfiguration {
  readonly EncryptionType: string;
  readonly KmsKey?: string;
}

export interface ECRRepositoryCreationTemplateImageTagMutabilityExclusionFilter {
  readonly ImageTagMutabilityExclusionFilterType: string;
  readonly ImageTagMutabilityExclusionFilterValue: string;
}

export interface ECRRepositoryCreationTemplateTag {
  readonly Key: string;
  readonly Value: string;
}

export interface ECRSigningConfigurationProperties {
  readonly Rules: ECRSigningConfigurationRule[];
}

export interface ECRSigningConfigurationRepositoryFilter {
  readonly Filter: string;
  readonly FilterType: string;
}

export interface ECRSigningConfigurationRule {
  readonly RepositoryFilters?: ECRSigningConfigurationRepositoryFilter[];
  readonly SigningProfileArn: string;
}

export interface IAMAccessKeyProperties {
  readonly Serial?: number;
  readonly Status?: string;
  readonly UserName: string;
}

export interface IAMGroupProperties {
  readonly GroupName?: string;
  readonly ManagedPolicyArns?: string[];
  readonly Path?: string;
  readonly Policies?: IAMGroupPolicy[];
}

export interface IAMGroupPolicy {
  readonly PolicyDocument: Json;
  readonly PolicyName: string;
}

export interface IAMGroupPolicyProperties {
  readonly GroupName: string;
  readonly PolicyDocument?: Json;
  readonly PolicyName: string;
}

export interface IAMInstanceProfileProperties {
  readonly InstanceProfileName?: string;
  readonly Path?: string;
  readonly Roles: string[];
}

export interface IAMManagedPolicyProperties {
  readonly Description?: string;
  readonly Groups?: string[];
  readonly ManagedPolicyName?: string;
  readonly Path?: string;
  readonly PolicyDocument: Json;
  readonly Roles?: string[];
  readonly Users?: string[];
}

export interface IAMOIDCProviderProperties {
  readonly ClientIdList?: string[];
  readonly Tags?: IAMOIDCProviderTag[];
  readonly ThumbprintList?: string[];
  readonly Url?: string;
}

export interface IAMOIDCProviderTag {
  readonly Key: string;
  readonly Value: string;
}

export interface IAMPolicyProperties {
  readonly Groups?: string[];
  readonly PolicyDocument: Json;
  readonly PolicyName: string;
  readonly Roles?: string[];
  readonly Users?: string[];
}

export interface IAMRoleProperties {
  readonly AssumeRolePolicyDocument: Json;
  readonly Description?: string;
  readonly ManagedPolicyArns?: string[];
  readonly MaxSessionDuration?: number;
  readonly Path?: string;
  readonly PermissionsBoundary?: string;
  readonly Policies?: IAMRolePolicy[];
  readonly RoleName?: string;
  readonly Tags?: IAMRoleTag[];
}

export interface IAMRolePolicy {
  readonly PolicyDocument: Json;
  readonly PolicyName: string;
}

export interface IAMRoleTag {
  readonly Key: string;
  readonly Value: string;
}

export interface IAMRolePolicyProperties {
  readonly PolicyDocument?: Json;
  readonly PolicyName: string;
  readonly RoleName: string;
}

export interface IAMSAMLProviderProperties {
  readonly AddPrivateKey?: string;
  readonly AssertionEncryptionMode?: string;
  readonly Name?: string;
  readonly PrivateKeyList?: IAMSAMLProviderSAMLPrivateKey[];
  readonly RemovePrivateKey?: string;
  readonly SamlMetadataDocument?: string;
  readonly Tags?: IAMSAMLProviderTag[];
}

export interface IAMSAMLProviderSAMLPrivateKey {
  readonly KeyId: string;
  readonly Timestamp: string;
}

export interface IAMSAMLProviderTag {
  readonly Key: string;
  readonly Value: string;
}

export interface IAMServerCertificateProperties {
  readonly CertificateBody?: string;
  readonly CertificateChain?: string;
  readonly Path?: string;
  readonly PrivateKey?: string;
  readonly ServerCertificateName?: string;
  readonly Tags?: IAMServerCertificateTag[];
}

export interface IAMServerCertificateTag {
  readonly Key: string;
  readonly Value: string;
}

export interface IAMServiceLinkedRoleProperties {
  readonly AWSServiceName?: string;
  readonly CustomSuffix?: string;
  readonly Description?: string;
}

export interface IAMUserProperties {
  readonly Groups?: string[];
  readonly LoginProfile?: IAMUserLoginProfile;
  readonly ManagedPolicyArns?: string[];
  readonly Path?: string;
  readonly PermissionsBoundary?: string;
  readonly Policies?: IAMUserPolicy[];
  readonly Tags?: IAMUserTag[];
  readonly UserName?: string;
}

export interface IAMUserLoginProfile {
  readonly Password: string;
  readonly PasswordResetRequired?: boolean;
}

export interface IAMUserPolicy {
  readonly PolicyDocument: Json;
  readonly PolicyName: string;
}

export interface IAMUserTag {
  readonly Key: string;
  readonly Value: string;
}

export interface IAMUserPolicyProperties {
  readonly PolicyDocument?: Json;
  readonly PolicyName: string;
  readonly UserName: string;
}

export interface IAMUserToGroupAdditionProperties {
  readonly GroupName: string;
  readonly Users: string[];
}

export interface IAMVirtualMFADeviceProperties {
  readonly Path?: string;
  readonly Tags?: IAMVirtualMFADeviceTag[];
  readonly Users: string[];
  readonly VirtualMfaDeviceName?: string;
}

export interface IAMVirtualMFADeviceTag {
  readonly Key: string;
  readonly Value: string;
}

export interface KMSAliasProperties {
  readonly AliasName: string;
  readonly TargetKeyId: string;
}

export interface KMSKeyProperties {
  readonly BypassPolicyLockoutSafetyCheck?: boolean;
  readonly Description?: string;
  readonly EnableKeyRotation?: boolean;
  readonly Enabled?: boolean;
  readonly KeyPolicy?: Json;
  readonly KeySpec?: string;
  readonly KeyUsage?: string;
  readonly MultiRegion?: boolean;
  readonly Origin?: string;
  readonly PendingWindowInDays?: number;
  readonly RotationPeriodInDays?: number;
  readonly Tags?: KMSKeyTag[];
}

export interface KMSKeyTag {
  readonly Key: string;
  readonly Value: string;
}

export interface KMSReplicaKeyProperties {
  readonly Description?: string;
  readonly Enabled?: boolean;
  readonly KeyPolicy: Json;
  readonly PendingWindowInDays?: number;
  readonly PrimaryKeyArn: string;
  readonly Tags?: KMSReplicaKeyTag[];
}

export interface KMSReplicaKeyTag {
  readonly Key: string;
  readonly Value: string;
}

export interface LambdaAliasProperties {
  readonly Description?: string;
  readonly FunctionName: string;
  readonly FunctionVersion: string;
  readonly Name: string;
  readonly ProvisionedConcurrencyConfig?: LambdaAliasProvisionedConcurrencyConfiguration;
  readonly RoutingConfig?: LambdaAliasAliasRoutingConfiguration;
}

export interface LambdaAliasAliasRoutingConfiguration {
  readonly AdditionalVersionWeights?: LambdaAliasVersionWeight[];
}

export interface LambdaAliasProvisionedConcurrencyConfiguration {
  readonly ProvisionedConcurrentExecutions: number;
}

export interface LambdaAliasVersionWeight {
  readonly FunctionVersion: string;
  readonly FunctionWeight: number;
}

export interface LambdaCapacityProviderProperties {
  readonly CapacityProviderName?: string;
  readonly CapacityProviderScalingConfig?: LambdaCapacityProviderCapacityProviderScalingConfig;
  readonly InstanceRequirements?: LambdaCapacityProviderInstanceRequirements;
  readonly KmsKeyArn?: string;
  readonly PermissionsConfig: LambdaCapacityProviderCapacityProviderPermissionsConfig;
  readonly PropagateTags?: LambdaCapacityProviderPropagateTagsConfig;
  readonly Tags?: LambdaCapacityProviderTag[];
  readonly TelemetryConfig?: LambdaCapacityProviderCapacityProviderTelemetryConfig;
  readonly VpcConfig: LambdaCapacityProviderCapacityProviderVpcConfig;
}

export interface LambdaCapacityProviderCapacityProviderLoggingConfig {
  readonly LogGroup?: string;
  readonly SystemLogLevel?: string;
}

export interface LambdaCapacityProviderCapacityProviderPermissionsConfig {
  readonly CapacityProviderOperatorRoleArn: string;
}

export interface LambdaCapacityProviderCapacityProviderScalingConfig {
  readonly MaxVCpuCount?: number;
  readonly ScalingMode?: string;
  readonly ScalingPolicies?: LambdaCapacityProviderTargetTrackingScalingPolicy[];
}

export interface LambdaCapacityProviderCapacityProviderTelemetryConfig {
  readonly LoggingConfig?: LambdaCapacityProviderCapacityProviderLoggingConfig;
}

export interface LambdaCapacityProviderCapacityProviderVpcConfig {
  readonly SecurityGroupIds: string[];
  readonly SubnetIds: string[];
}

export interface LambdaCapacityProviderInstanceRequirements {
  readonly AllowedInstanceTypes?: string[];
  readonly Architectures?: string[];
  readonly ExcludedInstanceTypes?: string[];
}

export interface LambdaCapacityProviderPropagateTagsConfig {
  readonly ExplicitTags?: LambdaCapacityProviderTag[];
  readonly Mode?: string;
}

export interface LambdaCapacityProviderTag {
  readonly Key: string;
  readonly Value: string;
}

export interface LambdaCapacityProviderTargetTrackingScalingPolicy {
  readonly PredefinedMetricType: string;
  readonly TargetValue: number;
}

export interface LambdaCodeSigningConfigProperties {
  readonly AllowedPublishers: LambdaCodeSigningConfigAllowedPublishers;
  readonly CodeSigningPolicies?: LambdaCodeSigningConfigCodeSigningPolicies;
  readonly Description?: string;
  readonly Tags?: LambdaCodeSigningConfigTag[];
}

export interface LambdaCodeSigningConfigAllowedPublishers {
  readonly SigningProfileVersionArns: string[];
}

export interface LambdaCodeSigningConfigCodeSigningPolicies {
  readonly UntrustedArtifactOnDeployment: string;
}

export interface LambdaCodeSigningConfigTag {
  readonly Key: string;
  readonly Value: string;
}

export interface LambdaEventInvokeConfigProperties {
  readonly DestinationConfig?: LambdaEventInvokeConfigDestinationConfig;
  readonly FunctionName: string;
  readonly MaximumEventAgeInSeconds?: number;
  readonly MaximumRetryAttempts?: number;
  readonly Qualifier: string;
}

export interface LambdaEventInvokeConfigDestinationConfig {
  readonly OnFailure?: LambdaEventInvokeConfigOnFailure;
  readonly OnSuccess?: LambdaEventInvokeConfigOnSuccess;
}

export interface LambdaEventInvokeConfigOnFailure {
  readonly Destination: string;
}

export interface LambdaEventInvokeConfigOnSuccess {
  readonly Destination: string;
}

export interface LambdaEventSourceMappingProperties {
  readonly AmazonManagedKafkaEventSourceConfig?: LambdaEventSourceMappingAmazonManagedKafkaEventSourceConfig;
  readonly BatchSize?: number;
  readonly BisectBatchOnFunctionError?: boolean;
  readonly DestinationConfig?: LambdaEventSourceMappingDestinationConfig;
  readonly DocumentDBEventSourceConfig?: LambdaEventSourceMappingDocumentDBEventSourceConfig;
  readonly Enabled?: boolean;
  readonly EventSourceArn?: string;
  readonly FilterCriteria?: LambdaEventSourceMappingFilterCriteria;
  readonly FunctionName: string;
  readonly FunctionResponseTypes?: string[];
  readonly KmsKeyArn?: string;
  readonly LoggingConfig?: LambdaEventSourceMappingLoggingConfig;
  readonly MaximumBatchingWindowInSeconds?: number;
  readonly MaximumRecordAgeInSeconds?: number;
  readonly MaximumRetryAttempts?: number;
  readonly MetricsConfig?: LambdaEventSourceMappingMetricsConfig;
  readonly ParallelizationFactor?: number;
  readonly ProvisionedPollerConfig?: LambdaEventSourceMappingProvisionedPollerConfig;
  readonly Queues?: string[];
  readonly ScalingConfig?: LambdaEventSourceMappingScalingConfig;
  readonly SelfManagedEventSource?: LambdaEventSourceMappingSelfManagedEventSource;
  readonly SelfManagedKafkaEventSourceConfig?: LambdaEventSourceMappingSelfManagedKafkaEventSourceConfig;
  readonly SourceAccessConfigurations?: LambdaEventSourceMappingSourceAccessConfiguration[];
  readonly StartingPosition?: string;
  readonly StartingPositionTimestamp?: number;
  readonly Tags?: LambdaEventSourceMappingTag[];
  readonly Topics?: string[];
  readonly TumblingWindowInSeconds?: number;
}

export interface LambdaEventSourceMappingAmazonManagedKafkaEventSourceConfig {
  readonly ConsumerGroupId?: string;
  readonly SchemaRegistryConfig?: LambdaEventSourceMappingSchemaRegistryConfig;
}

export interface LambdaEventSourceMappingDestinationConfig {
  readonly OnFailure?: LambdaEventSourceMappingOnFailure;
}

export interface LambdaEventSourceMappingDocumentDBEventSourceConfig {
  readonly CollectionName?: string;
  readonly DatabaseName?: string;
  readonly FullDocument?: string;
}

export interface LambdaEventSourceMappingEndpoints {
  readonly KafkaBootstrapServers?: string[];
}

export interface LambdaEventSourceMappingFilter {
  readonly Pattern?: string;
}

export interface LambdaEventSourceMappingFilterCriteria {
  readonly Filters?: LambdaEventSourceMappingFilter[];
}

export interface LambdaEventSourceMappingLoggingConfig {
  readonly SystemLogLevel?: string;
}

export interface LambdaEventSourceMappingMetricsConfig {
  readonly Metrics?: string[];
}

export interface LambdaEventSourceMappingOnFailure {
  readonly Destination?: string;
}

export interface LambdaEventSourceMappingProvisionedPollerConfig {
  readonly MaximumPollers?: number;
  readonly MinimumPollers?: number;
  readonly PollerGroupName?: string;
}

export interface LambdaEventSourceMappingScalingConfig {
  readonly MaximumConcurrency?: number;
}

export interface LambdaEventSourceMappingSchemaRegistryAccessConfig {
  readonly Type?: string;
  readonly URI?: string;
}

export interface LambdaEventSourceMappingSchemaRegistryConfig {
  readonly AccessConfigs?: LambdaEventSourceMappingSchemaRegistryAccessConfig[];
  readonly EventRecordFormat?: string;
  readonly SchemaRegistryURI?: string;
  readonly SchemaValidationConfigs?: LambdaEventSourceMappingSchemaValidationConfig[];
}

export interface LambdaEventSourceMappingSchemaValidationConfig {
  readonly Attribute?: string;
}

export interface LambdaEventSourceMappingSelfManagedEventSource {
  readonly Endpoints?: LambdaEventSourceMappingEndpoints;
}

export interface LambdaEventSourceMappingSelfManagedKafkaEventSourceConfig {
  readonly ConsumerGroupId?: string;
  readonly ConsumptionMode?: string;
  readonly SchemaRegistryConfig?: LambdaEventSourceMappingSchemaRegistryConfig;
}

export interface LambdaEventSourceMappingSourceAccessConfiguration {
  readonly Type?: string;
  readonly URI?: string;
}

export interface LambdaEventSourceMappingTag {
  readonly Key: string;
  readonly Value: string;
}

export interface LambdaFunctionProperties {
  readonly Architectures?: string[];
  readonly CapacityProviderConfig?: LambdaFunctionCapacityProviderConfig;
  readonly Code: LambdaFunctionCode;
  readonly CodeSigningConfigArn?: string;
  readonly DeadLetterConfig?: LambdaFunctionDeadLetterConfig;
  readonly Description?: string;
  readonly DurableConfig?: LambdaFunctionDurableConfig;
  readonly Environment?: LambdaFunctionEnvironment;
  readonly EphemeralStorage?: LambdaFunctionEphemeralStorage;
  readonly FileSystemConfigs?: LambdaFunctionFileSystemConfig[];
  readonly FunctionName?: string;
  readonly FunctionScalingConfig?: LambdaFunctionFunctionScalingConfig;
  readonly Handler?: string;
  readonly ImageConfig?: LambdaFunctionImageConfig;
  readonly KmsKeyArn?: string;
  readonly Layers?: string[];
  readonly LoggingConfig?: LambdaFunctionLoggingConfig;
  readonly MemorySize?: number;
  readonly PackageType?: string;
  readonly PublishToLatestPublished?: boolean;
  readonly RecursiveLoop?: string;
  readonly ReservedConcurrentExecutions?: number;
  readonly Role: string;
  readonly Runtime?: string;
  readonly RuntimeManagementConfig?: LambdaFunctionRuntimeManagementConfig;
  readonly SnapStart?: LambdaFunctionSnapStart;
  readonly Tags?: LambdaFunctionTag[];
  readonly TenancyConfig?: LambdaFunctionTenancyConfig;
  readonly Timeout?: number;
  readonly TracingConfig?: LambdaFunctionTracingConfig;
  readonly VpcConfig?: LambdaFunctionVpcConfig;
}

export interface LambdaFunctionCapacityProviderConfig {
  readonly LambdaManagedInstancesCapacityProviderConfig: LambdaFunctionLambdaManagedInstancesCapacityProviderConfig;
}

export interface LambdaFunctionCode {
  readonly ImageUri?: string;
  readonly S3Bucket?: string;
  readonly S3Key?: string;
  readonly S3ObjectStorageMode?: string;
  readonly S3ObjectVersion?: string;
  readonly SourceKMSKeyArn?: string;
  readonly ZipFile?: string;
}

export interface LambdaFunctionDeadLetterConfig {
  readonly TargetArn?: string;
}

export interface LambdaFunctionDurableConfig {
  readonly ExecutionTimeout: number;
  readonly KMSKeyArn?: string;
  readonly RetentionPeriodInDays?: number;
}

export interface LambdaFunctionEnvironment {
  readonly Variables?: Record<string, string>;
}

export interface LambdaFunctionEphemeralStorage {
  readonly Size: number;
}

export interface LambdaFunctionFileSystemConfig {
  readonly Arn: string;
  readonly LocalMountPath: string;
  readonly S3FilesConfig?: LambdaFunctionS3FilesConfig;
}

export interface LambdaFunctionFunctionScalingConfig {
  readonly MaxExecutionEnvironments?: number;
  readonly MinExecutionEnvironments?: number;
}

export interface LambdaFunctionImageConfig {
  readonly Command?: string[];
  readonly EntryPoint?: string[];
  readonly WorkingDirectory?: string;
}

export interface LambdaFunctionLambdaManagedInstancesCapacityProviderConfig {
  readonly CapacityProviderArn: string;
  readonly ExecutionEnvironmentMemoryGiBPerVCpu?: number;
  readonly PerExecutionEnvironmentMaxConcurrency?: number;
}

export interface LambdaFunctionLoggingConfig {
  readonly ApplicationLogLevel?: string;
  readonly LogFormat?: string;
  readonly LogGroup?: string;
  readonly SystemLogLevel?: string;
}

export interface LambdaFunctionRuntimeManagementConfig {
  readonly RuntimeVersionArn?: string;
  readonly UpdateRuntimeOn: string;
}

export interface LambdaFunctionS3FilesConfig {
  readonly DirectS3Read?: string;
}

export interface LambdaFunctionSnapStart {
  readonly ApplyOn: string;
}

export interface LambdaFunctionTag {
  readonly Key: string;
  readonly Value: string;
}

export interface LambdaFunctionTenancyConfig {
  readonly TenantIsolationMode: string;
}

export interface LambdaFunctionTracingConfig {
  readonly Mode?: string;
}

export interface LambdaFunctionVpcConfig {
  readonly Ipv6AllowedForDualStack?: boolean;
  readonly SecurityGroupIds?: string[];
  readonly SubnetIds?: string[];
}

export interface LambdaLayerVersionProperties {
  readonly CompatibleArchitectures?: string[];
  readonly CompatibleRuntimes?: string[];
  readonly Content: LambdaLayerVersionContent;
  readonly Description?: string;
  readonly LayerName?: string;
  readonly LicenseInfo?: string;
}

export interface LambdaLayerVersionContent {
  readonly S3Bucket: string;
  readonly S3Key: string;
  readonly S3ObjectStorageMode?: string;
  readonly S3ObjectVersion?: string;
}

export interface LambdaLayerVersionPermissionProperties {
  readonly Action: string;
  readonly LayerVersionArn: string;
  readonly OrganizationId?: string;
  readonly Principal: string;
}

export interface LambdaMicrovmImageProperties {
  readonly AdditionalOsCapabilities: string[];
  readonly BaseImageArn: string;
  readonly BaseImageVersion: string;
  readonly BuildRoleArn: string;
  readonly CodeArtifact: LambdaMicrovmImageCodeArtifact;
  readonly CpuConfigurations: LambdaMicrovmImageCpuConfiguration[];
  readonly Description: string;
  readonly EgressNetworkConnectors: string[];
  readonly EnvironmentVariables: LambdaMicrovmImageEnvironmentVariable[];
  readonly Hooks: LambdaMicrovmImageHooks;
  readonly Logging: LambdaMicrovmImageLogging;
  readonly Name: string;
  readonly Resources: LambdaMicrovmImageResources[];
  readonly Tags?: LambdaMicrovmImageTag[];
}

export interface LambdaMicrovmImageCloudWatchLogging {
  readonly LogGroup?: string;
  readonly LogStream?: string;
}

export interface LambdaMicrovmImageCodeArtifact {
  readonly Uri: string;
}

export interface LambdaMicrovmImageCpuConfiguration {
  readonly Architecture: string;
}

export interface LambdaMicrovmImageEnvironmentVariable {
  readonly Key: string;
  readonly Value: string;
}

export interface LambdaMicrovmImageHooks {
  readonly MicrovmHooks?: LambdaMicrovmImageMicrovmHooks;
  readonly MicrovmImageHooks?: LambdaMicrovmImageMicrovmImageHooks;
  readonly Port?: number;
}

export interface LambdaMicrovmImageLogging {
  readonly CloudWatch?: LambdaMicrovmImageCloudWatchLogging;
  readonly Disabled?: boolean;
}

export interface LambdaMicrovmImageMicrovmHooks {
  readonly Resume?: string;
  readonly ResumeTimeoutInSeconds?: number;
  readonly Run?: string;
  readonly RunTimeoutInSeconds?: number;
  readonly Suspend?: string;
  readonly SuspendTimeoutInSeconds?: number;
  readonly Terminate?: string;
  readonly TerminateTimeoutInSeconds?: number;
}

export interface LambdaMicrovmImageMicrovmImageHooks {
  readonly Ready?: string;
  readonly ReadyTimeoutInSeconds?: number;
  readonly Validate?: string;
  readonly ValidateTimeoutInSeconds?: number;
}

export interface LambdaMicrovmImageResources {
  readonly MinimumMemoryInMiB: number;
}

export interface LambdaMicrovmImageTag {
  readonly Key: string;
  readonly Value: string;
}

export interface LambdaNetworkConnectorProperties {
  readonly Configuration: LambdaNetworkConnectorConfig;
  readonly Name?: string;
  readonly OperatorRole?: string;
  readonly Tags?: LambdaNetworkConnectorTag[];
}

export interface LambdaNetworkConnectorConfig {
  readonly VpcEgressConfiguration: LambdaNetworkConnectorVpcEgressConfiguration;
}

export interface LambdaNetworkConnectorTag {
  readonly Key: string;
  readonly Value: string;
}

export interface LambdaNetworkConnectorVpcEgressConfiguration {
  readonly AssociatedComputeResourceTypes: string[];
  readonly NetworkProtocol?: string;
  readonly SecurityGroupIds?: string[];
  readonly SubnetIds: string[];
}

export interface LambdaPermissionProperties {
  readonly Action: string;
  readonly EventSourceToken?: string;
  readonly FunctionName: string;
  readonly FunctionUrlAuthType?: string;
  readonly InvokedViaFunctionUrl?: boolean;
  readonly Principal: string;
  readonly PrincipalOrgID?: string;
  readonly SourceAccount?: string;
  readonly SourceArn?: string;
}

export interface LambdaResourcePolicyProperties {
  readonly PolicyDocument: Json;
  readonly ResourceArn: string;
}

export interface LambdaUrlProperties {
  readonly AuthType: string;
  readonly Cors?: LambdaUrlCors;
  readonly InvokeMode?: string;
  readonly Qualifier?: string;
  readonly TargetFunctionArn: string;
}

export interface LambdaUrlCors {
  readonly AllowCredentials?: boolean;
  readonly AllowHeaders?: string[];
  readonly AllowMethods?: string[];
  readonly AllowOrigins?: string[];
  readonly ExposeHeaders?: string[];
  readonly MaxAge?: number;
}

export interface LambdaVersionProperties {
  readonly CodeSha256?: string;
  readonly Description?: string;
  readonly FunctionName: string;
  readonly FunctionScalingConfig?: LambdaVersionFunctionScalingConfig;
  readonly ProvisionedConcurrencyConfig?: LambdaVersionProvisionedConcurrencyConfiguration;
  readonly RuntimePolicy?: LambdaVersionRuntimePolicy;
}

export interface LambdaVersionFunctionScalingConfig {
  readonly MaxExecutionEnvironments?: number;
  readonly MinExecutionEnvironments?: number;
}

export interface LambdaVersionProvisionedConcurrencyConfiguration {
  readonly ProvisionedConcurrentExecutions: number;
}

export interface LambdaVersionRuntimePolicy {
  readonly RuntimeVersionArn?: string;
  readonly UpdateRuntimeOn: string;
}

export interface LogsAccountPolicyProperties {
  readonly PolicyDocument: string;
  readonly PolicyName: string;
  readonly PolicyType: string;
  readonly Scope?: string;
  readonly SelectionCriteria?: string;
}

export interface LogsDeliveryProperties {
  readonly DeliveryDestinationArn: string;
  readonly DeliverySourceName: string;
  readonly FieldDelimiter?: string;
  readonly RecordFields?: string[];
  readonly S3EnableHiveCompatiblePath?: boolean;
  readonly S3SuffixPath?: string;
  readonly Tags?: LogsDeliveryTag[];
}

export interface LogsDeliveryTag {
  readonly Key: string;
  readonly Value: string;
}

export interface LogsDeliveryDestinationProperties {
  readonly DeliveryDestinationPolicy?: LogsDeliveryDestinationDestinationPolicy;
  readonly DeliveryDestinationType?: string;
  readonly DestinationResourceArn?: string;
  readonly Name: string;
  readonly OutputFormat?: string;
  readonly Tags?: LogsDeliveryDestinationTag[];
}

export interface LogsDeliveryDestinationDestinationPolicy {
  readonly DeliveryDestinationName?: string;
  readonly DeliveryDestinationPolicy?: Json;
}

export interface LogsDeliveryDestinationTag {
  readonly Key: string;
  readonly Value: string;
}

export interface LogsDeliverySourceProperties {
  readonly DeliverySourceConfiguration?: Record<string, string>;
  readonly LogType?: string;
  readonly Name: string;
  readonly ResourceArn?: string;
  readonly Tags?: LogsDeliverySourceTag[];
}

export interface LogsDeliverySourceTag {
  readonly Key: string;
  readonly Value: string;
}

export interface LogsDestinationProperties {
  readonly DestinationName: string;
  readonly DestinationPolicy?: string;
  readonly RoleArn: string;
  readonly Tags?: LogsDestinationTag[];
  readonly TargetArn: string;
}

export interface LogsDestinationTag {
  readonly Key: string;
  readonly Value: string;
}

export interface LogsIntegrationProperties {
  readonly IntegrationName: string;
  readonly IntegrationType: string;
  readonly ResourceConfig: LogsIntegrationResourceConfig;
}

export interface LogsIntegrationOpenSearchResourceConfig {
  readonly ApplicationARN?: string;
  readonly DashboardViewerPrincipals: string[];
  readonly DataSourceRoleArn: string;
  readonly KmsKeyArn?: string;
  readonly RetentionDays?: number;
}

export interface LogsIntegrationResourceConfig {
  readonly OpenSearchResourceConfig?: LogsIntegrationOpenSearchResourceConfig;
}

export interface LogsLogAnomalyDetectorProperties {
  readonly AccountId?: string;
  readonly AnomalyVisibilityTime?: number;
  readonly DetectorName?: string;
  readonly EvaluationFrequency?: string;
  readonly FilterPattern?: string;
  readonly KmsKeyId?: string;
  readonly LogGroupArnList?: string[];
}

export interface LogsLogGroupProperties {
  readonly BearerTokenAuthenticationEnabled?: boolean;
  readonly DataProtectionPolicy?: Json;
  readonly DeletionProtectionEnabled?: boolean;
  readonly FieldIndexPolicies?: Json[];
  readonly KmsKeyId?: string;
  readonly LogGroupClass?: string;
  readonly LogGroupName?: string;
  readonly ResourcePolicyDocument?: Json;
  readonly RetentionInDays?: number;
  readonly Tags?: LogsLogGroupTag[];
}

export interface LogsLogGroupTag {
  readonly Key: string;
  readonly Value: string;
}

export interface LogsLogStreamProperties {
  readonly LogGroupName: string;
  readonly LogStreamName?: string;
}

export interface LogsMetricFilterProperties {
  readonly ApplyOnTransformedLogs?: boolean;
  readonly EmitSystemFieldDimensions?: string[];
  readonly FieldSelectionCriteria?: string;
  readonly FilterName?: string;
  readonly FilterPattern: string;
  readonly LogGroupName: string;
  readonly MetricTransformations: LogsMetricFilterMetricTransformation[];
}

export interface LogsMetricFilterDimension {
  readonly Key: string;
  readonly Value: string;
}

export interface LogsMetricFilterMetricTransformation {
  readonly DefaultValue?: number;
  readonly Dimensions?: LogsMetricFilterDimension[];
  readonly MetricName: string;
  readonly MetricNamespace: string;
  readonly MetricValue: string;
  readonly Unit?: string;
}

export interface LogsQueryDefinitionProperties {
  readonly LogGroupNames?: string[];
  readonly Name: string;
  readonly Parameters?: LogsQueryDefinitionQueryParameter[];
  readonly QueryLanguage?: string;
  readonly QueryString: string;
}

export interface LogsQueryDefinitionQueryParameter {
  readonly DefaultValue?: string;
  readonly Description?: string;
  readonly Name: string;
}

export interface LogsResourcePolicyProperties {
  readonly PolicyDocument: Json;
  readonly PolicyName: string;
}

export interface LogsScheduledQueryProperties {
  readonly Description?: string;
  readonly DestinationConfiguration?: LogsScheduledQueryDestinationConfiguration;
  readonly ExecutionRoleArn: string;
  readonly LogGroupIdentifiers?: string[];
  readonly Name: string;
  readonly QueryLanguage: string;
  readonly QueryString: string;
  readonly ScheduleEndTime?: number;
  readonly ScheduleExpression: string;
  readonly ScheduleStartTime?: number;
  readonly StartTimeOffset?: number;
  readonly State?: string;
  readonly Tags?: LogsScheduledQueryTagsItems[];
  readonly Timezone?: string;
}

export interface LogsScheduledQueryDestinationConfiguration {
  readonly S3Configuration?: LogsScheduledQueryS3Configuration;
}

export interface LogsScheduledQueryS3Configuration {
  readonly DestinationIdentifier: string;
  readonly RoleArn: string;
}

export interface LogsScheduledQueryTagsItems {
  readonly Key: string;
  readonly Value: string;
}

export interface LogsStorageTierPolicyProperties {
  readonly StorageTier: string;
}

export interface LogsSubscriptionFilterProperties {
  readonly ApplyOnTransformedLogs?: boolean;
  readonly DestinationArn: string;
  readonly Distribution?: string;
  readonly EmitSystemFields?: string[];
  readonly FieldSelectionCriteria?: string;
  readonly FilterName?: string;
  readonly FilterPattern: string;
  readonly LogGroupName: string;
  readonly RoleArn?: string;
}

export interface LogsTransformerProperties {
  readonly LogGroupIdentifier: string;
  readonly TransformerConfig: LogsTransformerProcessor[];
}

export interface LogsTransformerAddKeyEntry {
  readonly Key: string;
  readonly OverwriteIfExists?: boolean;
  readonly Value: string;
}

export interface LogsTransformerAddKeys {
  readonly Entries: LogsTransformerAddKeyEntry[];
}

export interface LogsTransformerCopyValue {
  readonly Entries: LogsTransformerCopyValueEntry[];
}

export interface LogsTransformerCopyValueEntry {
  readonly OverwriteIfExists?: boolean;
  readonly Source: string;
  readonly Target: string;
}

export interface LogsTransformerCsv {
  readonly Columns?: string[];
  readonly Delimiter?: string;
  readonly QuoteCharacter?: string;
  readonly Source?: string;
}

export interface LogsTransformerDateTimeConverter {
  readonly Locale?: string;
  readonly MatchPatterns: string[];
  readonly Source: string;
  readonly SourceTimezone?: string;
  readonly Target: string;
  readonly TargetFormat?: string;
  readonly TargetTimezone?: string;
}

export interface LogsTransformerDeleteKeys {
  readonly WithKeys: string[];
}

export interface LogsTransformerGrok {
  readonly Match: string;
  readonly Source?: string;
}

export interface LogsTransformerListToMap {
  readonly Flatten?: boolean;
  readonly FlattenedElement?: string;
  readonly Key: string;
  readonly Source: string;
  readonly Target?: string;
  readonly ValueKey?: string;
}

export interface LogsTransformerLowerCaseString {
  readonly WithKeys: string[];
}

export interface LogsTransformerMoveKeyEntry {
  readonly OverwriteIfExists?: boolean;
  readonly Source: string;
  readonly Target: string;
}

export interface LogsTransformerMoveKeys {
  readonly Entries: LogsTransformerMoveKeyEntry[];
}

export interface LogsTransformerParseCloudfront {
  readonly Source?: string;
}

export interface LogsTransformerParseJSON {
  readonly Destination?: string;
  readonly Source?: string;
}

export interface LogsTransformerParseKeyValue {
  readonly Destination?: string;
  readonly FieldDelimiter?: string;
  readonly KeyPrefix?: string;
  readonly KeyValueDelimiter?: string;
  readonly NonMatchValue?: string;
  readonly OverwriteIfExists?: boolean;
  readonly Source?: string;
}

export interface LogsTransformerParsePostgres {
  readonly Source?: string;
}

export interface LogsTransformerParseRoute53 {
  readonly Source?: string;
}

export interface LogsTransformerParseToOCSF {
  readonly EventSource: string;
  readonly MappingVersion?: string;
  readonly OcsfVersion: string;
  readonly Source?: string;
}

export interface LogsTransformerParseVPC {
  readonly Source?: string;
}

export interface LogsTransformerParseWAF {
  readonly Source?: string;
}

export interface LogsTransformerProcessor {
  readonly AddKeys?: LogsTransformerAddKeys;
  readonly CopyValue?: LogsTransformerCopyValue;
  readonly Csv?: LogsTransformerCsv;
  readonly DateTimeConverter?: LogsTransformerDateTimeConverter;
  readonly DeleteKeys?: LogsTransformerDeleteKeys;
  readonly Grok?: LogsTransformerGrok;
  readonly ListToMap?: LogsTransformerListToMap;
  readonly LowerCaseString?: LogsTransformerLowerCaseString;
  readonly MoveKeys?: LogsTransformerMoveKeys;
  readonly ParseCloudfront?: LogsTransformerParseCloudfront;
  readonly ParseJSON?: LogsTransformerParseJSON;
  readonly ParseKeyValue?: LogsTransformerParseKeyValue;
  readonly ParsePostgres?: LogsTransformerParsePostgres;
  readonly ParseRoute53?: LogsTransformerParseRoute53;
  readonly ParseToOCSF?: LogsTransformerParseToOCSF;
  readonly ParseVPC?: LogsTransformerParseVPC;
  readonly ParseWAF?: LogsTransformerParseWAF;
  readonly RenameKeys?: LogsTransformerRenameKeys;
  readonly SplitString?: LogsTransformerSplitString;
  readonly SubstituteString?: LogsTransformerSubstituteString;
  readonly TrimString?: LogsTransformerTrimString;
  readonly TypeConverter?: LogsTransformerTypeConverter;
  readonly UpperCaseString?: LogsTransformerUpperCaseString;
}

export interface LogsTransformerRenameKeyEntry {
  readonly Key: string;
  readonly OverwriteIfExists?: boolean;
  readonly RenameTo: string;
}

export interface LogsTransformerRenameKeys {
  readonly Entries: LogsTransformerRenameKeyEntry[];
}

export interface LogsTransformerSplitString {
  readonly Entries: LogsTransformerSplitStringEntry[];
}

export interface LogsTransformerSplitStringEntry {
  readonly Delimiter: string;
  readonly Source: string;
}

export interface LogsTransformerSubstituteString {
  readonly Entries: LogsTransformerSubstituteStringEntry[];
}

export interface LogsTransformerSubstituteStringEntry {
  readonly From: string;
  readonly Source: string;
  readonly To: string;
}

export interface LogsTransformerTrimString {
  readonly WithKeys: string[];
}

export interface LogsTransformerTypeConverter {
  readonly Entries: LogsTransformerTypeConverterEntry[];
}

export interface LogsTransformerTypeConverterEntry {
  readonly Key: string;
  readonly Type: string;
}

export interface LogsTransformerUpperCaseString {
  readonly WithKeys: string[];
}

export interface S3AccessGrantProperties {
  readonly AccessGrantsLocationConfiguration?: S3AccessGrantAccessGrantsLocationConfiguration;
  readonly AccessGrantsLocationId: string;
  readonly ApplicationArn?: string;
  readonly Grantee: S3AccessGrantGrantee;
  readonly Permission: string;
  readonly S3PrefixType?: string;
  readonly Tags?: S3AccessGrantTag[];
}

export interface S3AccessGrantAccessGrantsLocationConfiguration {
  readonly S3SubPrefix: string;
}

export interface S3AccessGrantGrantee {
  readonly GranteeIdentifier: string;
  readonly GranteeType: string;
}

export interface S3AccessGrantTag {
  readonly Key: string;
  readonly Value: string;
}

export interface S3AccessGrantsInstanceProperties {
  readonly IdentityCenterArn?: string;
  readonly Tags?: S3AccessGrantsInstanceTag[];
}

export interface S3AccessGrantsInstanceTag {
  readonly Key: string;
  readonly Value: string;
}

export interface S3AccessGrantsLocationProperties {
  readonly IamRoleArn: string;
  readonly LocationScope: string;
  readonly Tags?: S3AccessGrantsLocationTag[];
}

export interface S3AccessGrantsLocationTag {
  readonly Key: string;
  readonly Value: string;
}

export interface S3AccessPointProperties {
  readonly Bucket: string;
  readonly BucketAccountId?: string;
  readonly Name?: string;
  readonly Policy?: Json;
  readonly PublicAccessBlockConfiguration?: S3AccessPointPublicAccessBlockConfiguration;
  readonly Tags?: S3AccessPointTag[];
  readonly VpcConfiguration?: S3AccessPointVpcConfiguration;
}

export interface S3AccessPointPublicAccessBlockConfiguration {
  readonly BlockPublicAcls?: boolean;
  readonly BlockPublicPolicy?: boolean;
  readonly IgnorePublicAcls?: boolean;
  readonly RestrictPublicBuckets?: boolean;
}

export interface S3AccessPointTag {
  readonly Key: string;
  readonly Value: string;
}

export interface S3AccessPointVpcConfiguration {
  readonly VpcId?: string;
}

export interface S3BucketProperties {
  readonly AbacStatus?: string;
  readonly AccelerateConfiguration?: S3BucketAccelerateConfiguration;
  readonly AccessControl?: string;
  readonly AnalyticsConfigurations?: S3BucketAnalyticsConfiguration[];
  readonly BucketEncryption?: S3BucketBucketEncryption;
  readonly BucketName?: string;
  readonly BucketNamePrefix?: string;
  readonly BucketNamespace?: string;
  readonly CorsConfiguration?: S3BucketCorsConfiguration;
  readonly IntelligentTieringConfigurations?: S3BucketIntelligentTieringConfiguration[];
  readonly InventoryConfigurations?: S3BucketInventoryConfiguration[];
  readonly LifecycleConfiguration?: S3BucketLifecycleConfiguration;
  readonly LoggingConfiguration?: S3BucketLoggingConfiguration;
  readonly MetadataConfiguration?: S3BucketMetadataConfiguration;
  readonly MetadataTableConfiguration?: S3BucketMetadataTableConfiguration;
  readonly MetricsConfigurations?: S3BucketMetricsConfiguration[];
  readonly NotificationConfiguration?: S3BucketNotificationConfiguration;
  readonly ObjectLockConfiguration?: S3BucketObjectLockConfiguration;
  readonly ObjectLockEnabled?: boolean;
  readonly OwnershipControls?: S3BucketOwnershipControls;
  readonly PublicAccessBlockConfiguration?: S3BucketPublicAccessBlockConfiguration;
  readonly ReplicationConfiguration?: S3BucketReplicationConfiguration;
  readonly Tags?: S3BucketTag[];
  readonly VersioningConfiguration?: S3BucketVersioningConfiguration;
  readonly WebsiteConfiguration?: S3BucketWebsiteConfiguration;
}

export interface S3BucketAbortIncompleteMultipartUpload {
  readonly DaysAfterInitiation: number;
}

export interface S3BucketAccelerateConfiguration {
  readonly AccelerationStatus: string;
}

export interface S3BucketAccessControlTranslation {
  readonly Owner: string;
}

export interface S3BucketAnalyticsConfiguration {
  readonly Id: string;
  readonly Prefix?: string;
  readonly StorageClassAnalysis: S3BucketStorageClassAnalysis;
  readonly TagFilters?: S3BucketTagFilter[];
}

export interface S3BucketAnnotationTableConfiguration {
  readonly ConfigurationState: string;
  readonly EncryptionConfiguration?: S3BucketMetadataTableEncryptionConfiguration;
  readonly Role?: string;
  readonly TableArn?: string;
  readonly TableName?: string;
}

export interface S3BucketBlockedEncryptionTypes {
  readonly EncryptionType?: string[];
}

export interface S3BucketBucketEncryption {
  readonly ServerSideEncryptionConfiguration: S3BucketServerSideEncryptionRule[];
}

export interface S3BucketCorsConfiguration {
  readonly CorsRules: S3BucketCorsRule[];
}

export interface S3BucketCorsRule {
  readonly AllowedHeaders?: string[];
  readonly AllowedMethods: string[];
  readonly AllowedOrigins: string[];
  readonly ExposedHeaders?: string[];
  readonly Id?: string;
  readonly MaxAge?: number;
}

export interface S3BucketDataExport {
  readonly Destination: S3BucketDestination;
  readonly OutputSchemaVersion: string;
}

export interface S3BucketDefaultEventHold {
  readonly Days?: number;
  readonly Years?: number;
}

export interface S3BucketDefaultRetention {
  readonly Days?: number;
  readonly DefaultEventHold?: S3BucketDefaultEventHold;
  readonly Mode?: string;
  readonly Years?: number;
}

export interface S3BucketDeleteMarkerReplication {
  readonly Status?: string;
}

export interface S3BucketDestination {
  readonly BucketAccountId?: string;
  readonly BucketArn: string;
  readonly Format: string;
  readonly Prefix?: string;
}

export interface S3BucketEncryptionConfiguration {
  readonly ReplicaKmsKeyID: string;
}

export interface S3BucketEventBridgeConfiguration {
  readonly EventBridgeEnabled: boolean;
}

export interface S3BucketFilterRule {
  readonly Name: string;
  readonly Value: string;
}

export interface S3BucketIntelligentTieringConfiguration {
  readonly Id: string;
  readonly Prefix?: string;
  readonly Status: string;
  readonly TagFilters?: S3BucketTagFilter[];
  readonly Tierings: S3BucketTiering[];
}

export interface S3BucketInventoryConfiguration {
  readonly Destination: S3BucketDestination;
  readonly Enabled: boolean;
  readonly Id: string;
  readonly IncludedObjectVersions: string;
  readonly OptionalFields?: string[];
  readonly Prefix?: string;
  readonly ScheduleFrequency: string;
}

export interface S3BucketInventoryTableConfiguration {
  readonly ConfigurationState: string;
  readonly EncryptionConfiguration?: S3BucketMetadataTableEncryptionConfiguration;
  readonly TableArn?: string;
  readonly TableName?: string;
}

export interface S3BucketJournalTableConfiguration {
  readonly EncryptionConfiguration?: S3BucketMetadataTableEncryptionConfiguration;
  readonly RecordExpiration: S3BucketRecordExpiration;
  readonly TableArn?: string;
  readonly TableName?: string;
}

export interface S3BucketLambdaConfiguration {
  readonly Event: string;
  readonly Filter?: S3BucketNotificationFilter;
  readonly Function: string;
}

export interface S3BucketLifecycleConfiguration {
  readonly Rules: S3BucketRule[];
  readonly TransitionDefaultMinimumObjectSize?: string;
}

export interface S3BucketLoggingConfiguration {
  readonly DestinationBucketName?: string;
  readonly LogFilePrefix?: string;
  readonly TargetObjectKeyFormat?: S3BucketTargetObjectKeyFormat;
}

export interface S3BucketMetadataConfiguration {
  readonly AnnotationTableConfiguration?: S3BucketAnnotationTableConfiguration;
  readonly Destination?: S3BucketMetadataDestination;
  readonly InventoryTableConfiguration?: S3BucketInventoryTableConfiguration;
  readonly JournalTableConfiguration: S3BucketJournalTableConfiguration;
}

export interface S3BucketMetadataDestination {
  readonly TableBucketArn?: string;
  readonly TableBucketType: string;
  readonly TableNamespace?: string;
}

export interface S3BucketMetadataTableConfiguration {
  readonly S3TablesDestination: S3BucketS3TablesDestination;
}

export interface S3BucketMetadataTableEncryptionConfiguration {
  readonly KmsKeyArn?: string;
  readonly SseAlgorithm: string;
}

export interface S3BucketMetrics {
  readonly EventThreshold?: S3BucketReplicationTimeValue;
  readonly Status: string;
}

export interface S3BucketMetricsConfiguration {
  readonly AccessPointArn?: string;
  readonly Id: string;
  readonly Prefix?: string;
  readonly TagFilters?: S3BucketTagFilter[];
}

export interface S3BucketNoncurrentVersionExpiration {
  readonly NewerNoncurrentVersions?: number;
  readonly NoncurrentDays: number;
}

export interface S3BucketNoncurrentVersionTransition {
  readonly NewerNoncurrentVersions?: number;
  readonly StorageClass: string;
  readonly TransitionInDays: number;
}

export interface S3BucketNotificationConfiguration {
  readonly EventBridgeConfiguration?: S3BucketEventBridgeConfiguration;
  readonly LambdaConfigurations?: S3BucketLambdaConfiguration[];
  readonly QueueConfigurations?: S3BucketQueueConfiguration[];
  readonly TopicConfigurations?: S3BucketTopicConfiguration[];
}

export interface S3BucketNotificationFilter {
  readonly S3Key: S3BucketS3KeyFilter;
}

export interface S3BucketObjectLockConfiguration {
  readonly ObjectLockEnabled?: string;
  readonly Rule?: S3BucketObjectLockRule;
}

export interface S3BucketObjectLockRule {
  readonly DefaultRetention?: S3BucketDefaultRetention;
}

export interface S3BucketOwnershipControls {
  readonly Rules: S3BucketOwnershipControlsRule[];
}

export interface S3BucketOwnershipControlsRule {
  readonly ObjectOwnership?: string;
}

export interface S3BucketPartitionedPrefix {
  readonly PartitionDateSource?: string;
}

export interface S3BucketPublicAccessBlockConfiguration {
  readonly BlockPublicAcls?: boolean;
  readonly BlockPublicPolicy?: boolean;
  readonly IgnorePublicAcls?: boolean;
  readonly RestrictPublicBuckets?: boolean;
}

export interface S3BucketQueueConfiguration {
  readonly Event: string;
  readonly Filter?: S3BucketNotificationFilter;
  readonly Queue: string;
}

export interface S3BucketRecordExpiration {
  readonly Days?: number;
  readonly Expiration: string;
}

export interface S3BucketRedirectAllRequestsTo {
  readonly HostName: string;
  readonly Protocol?: string;
}

export interface S3BucketRedirectRule {
  readonly HostName?: string;
  readonly HttpRedirectCode?: string;
  readonly Protocol?: string;
  readonly ReplaceKeyPrefixWith?: string;
  readonly ReplaceKeyWith?: string;
}

export interface S3BucketReplicaModifications {
  readonly Status: string;
}

export interface S3BucketReplicationConfiguration {
  readonly Role: string;
  readonly Rules: S3BucketReplicationRule[];
}

export interface S3BucketReplicationDestination {
  readonly AccessControlTranslation?: S3BucketAccessControlTranslation;
  readonly Account?: string;
  readonly Bucket: string;
  readonly EncryptionConfiguration?: S3BucketEncryptionConfiguration;
  readonly Metrics?: S3BucketMetrics;
  readonly ReplicationTime?: S3BucketReplicationTime;
  readonly StorageClass?: string;
}

export interface S3BucketReplicationRule {
  readonly DeleteMarkerReplication?: S3BucketDeleteMarkerReplication;
  readonly Destination: S3BucketReplicationDestination;
  readonly Filter?: S3BucketReplicationRuleFilter;
  readonly Id?: string;
  readonly Prefix?: string;
  readonly Priority?: number;
  readonly SourceSelectionCriteria?: S3BucketSourceSelectionCriteria;
  readonly Status: string;
}

export interface S3BucketReplicationRuleAndOperator {
  readonly Prefix?: string;
  readonly TagFilters?: S3BucketTagFilter[];
}

export interface S3BucketReplicationRuleFilter {
  readonly And?: S3BucketReplicationRuleAndOperator;
  readonly Prefix?: string;
  readonly TagFilter?: S3BucketTagFilter;
}

export interface S3BucketReplicationTime {
  readonly Status: string;
  readonly Time: S3BucketReplicationTimeValue;
}

export interface S3BucketReplicationTimeValue {
  readonly Minutes: number;
}

export interface S3BucketRoutingRule {
  readonly RedirectRule: S3BucketRedirectRule;
  readonly RoutingRuleCondition?: S3BucketRoutingRuleCondition;
}

export interface S3BucketRoutingRuleCondition {
  readonly HttpErrorCodeReturnedEquals?: string;
  readonly KeyPrefixEquals?: string;
}

export interface S3BucketRule {
  readonly AbortIncompleteMultipartUpload?: S3BucketAbortIncompleteMultipartUpload;
  readonly ExpirationDate?: string;
  readonly ExpirationInDays?: number;
  readonly ExpiredObjectDeleteMarker?: boolean;
  readonly Id?: string;
  readonly NoncurrentVersionExpiration?: S3BucketNoncurrentVersionExpiration;
  readonly NoncurrentVersionExpirationInDays?: number;
  readonly NoncurrentVersionTransition?: S3BucketNoncurrentVersionTransition;
  readonly NoncurrentVersionTransitions?: S3BucketNoncurrentVersionTransition[];
  readonly ObjectSizeGreaterThan?: number;
  readonly ObjectSizeLessThan?: number;
  readonly Prefix?: string;
  readonly Status: string;
  readonly TagFilters?: S3BucketTagFilter[];
  readonly Transition?: S3BucketTransition;
  readonly Transitions?: S3BucketTransition[];
}

export interface S3BucketS3KeyFilter {
  readonly Rules: S3BucketFilterRule[];
}

export interface S3BucketS3TablesDestination {
  readonly TableArn?: string;
  readonly TableBucketArn: string;
  readonly TableName: string;
  readonly TableNamespace?: string;
}

export interface S3BucketServerSideEncryptionByDefault {
  readonly KMSMasterKeyID?: string;
  readonly SSEAlgorithm: string;
}

export interface S3BucketServerSideEncryptionRule {
  readonly BlockedEncryptionTypes?: S3BucketBlockedEncryptionTypes;
  readonly BucketKeyEnabled?: boolean;
  readonly ServerSideEncryptionByDefault?: S3BucketServerSideEncryptionByDefault;
}

export interface S3BucketSourceSelectionCriteria {
  readonly ReplicaModifications?: S3BucketReplicaModifications;
  readonly SseKmsEncryptedObjects?: S3BucketSseKmsEncryptedObjects;
}

export interface S3BucketSseKmsEncryptedObjects {
  readonly Status: string;
}

export interface S3BucketStorageClassAnalysis {
  readonly DataExport?: S3BucketDataExport;
}

export interface S3BucketTag {
  readonly Key: string;
  readonly Value: string;
}

export interface S3BucketTagFilter {
  readonly Key: string;
  readonly Value: string;
}

export interface S3BucketTargetObjectKeyFormat {
  readonly PartitionedPrefix?: S3BucketPartitionedPrefix;
  readonly SimplePrefix?: Json;
}

export interface S3BucketTiering {
  readonly AccessTier: string;
  readonly Days: number;
}

export interface S3BucketTopicConfiguration {
  readonly Event: string;
  readonly Filter?: S3BucketNotificationFilter;
  readonly Topic: string;
}

export interface S3BucketTransition {
  readonly StorageClass: string;
  readonly TransitionDate?: string;
  readonly TransitionInDays?: number;
}

export interface S3BucketVersioningConfiguration {
  readonly Status: string;
}

export interface S3BucketWebsiteConfiguration {
  readonly ErrorDocument?: string;
  readonly IndexDocument?: string;
  readonly RedirectAllRequestsTo?: S3BucketRedirectAllRequestsTo;
  readonly RoutingRules?: S3BucketRoutingRule[];
}

export interface S3BucketPolicyProperties {
  readonly Bucket: string;
  readonly PolicyDocument: Json;
}

export interface S3MultiRegionAccessPointProperties {
  readonly Name?: string;
  readonly PublicAccessBlockConfiguration?: S3MultiRegionAccessPointPublicAccessBlockConfiguration;
  readonly Regions: S3MultiRegionAccessPointRegion[];
}

export interface S3MultiRegionAccessPointPublicAccessBlockConfiguration {
  readonly BlockPublicAcls?: boolean;
  readonly BlockPublicPolicy?: boolean;
  readonly IgnorePublicAcls?: boolean;
  readonly RestrictPublicBuckets?: boolean;
}

export interface S3MultiRegionAccessPointRegion {
  readonly Bucket: string;
  readonly BucketAccountId?: string;
}

export interface S3MultiRegionAccessPointPolicyProperties {
  readonly MrapName: string;
  readonly Policy: Json;
}

export interface S3StorageLensProperties {
  readonly StorageLensConfiguration: S3StorageLensStorageLensConfiguration;
  readonly Tags?: S3StorageLensTag[];
}

export interface S3StorageLensAccountLevel {
  readonly ActivityMetrics?: S3StorageLensActivityMetrics;
  readonly AdvancedCostOptimizationMetrics?: S3StorageLensAdvancedCostOptimizationMetrics;
  readonly AdvancedDataProtectionMetrics?: S3StorageLensAdvancedDataProtectionMetrics;
  readonly AdvancedPerformanceMetrics?: S3StorageLensAdvancedPerformanceMetrics;
  readonly BucketLevel: S3StorageLensBucketLevel;
  readonly DetailedStatusCodesMetrics?: S3StorageLensDetailedStatusCodesMetrics;
  readonly StorageLensGroupLevel?: S3StorageLensStorageLensGroupLevel;
}

export interface S3StorageLensActivityMetrics {
  readonly IsEnabled?: boolean;
}

export interface S3StorageLensAdvancedCostOptimizationMetrics {
  readonly IsEnabled?: boolean;
}

export interface S3StorageLensAdvancedDataProtectionMetrics {
  readonly IsEnabled?: boolean;
}

export interface S3StorageLensAdvancedPerformanceMetrics {
  readonly IsEnabled?: boolean;
}

export interface S3StorageLensAwsOrg {
  readonly Arn: string;
}

export interface S3StorageLensBucketLevel {
  readonly ActivityMetrics?: S3StorageLensActivityMetrics;
  readonly AdvancedCostOptimizationMetrics?: S3StorageLensAdvancedCostOptimizationMetrics;
  readonly AdvancedDataProtectionMetrics?: S3StorageLensAdvancedDataProtectionMetrics;
  readonly AdvancedPerformanceMetrics?: S3StorageLensAdvancedPerformanceMetrics;
  readonly DetailedStatusCodesMetrics?: S3StorageLensDetailedStatusCodesMetrics;
  readonly PrefixLevel?: S3StorageLensPrefixLevel;
}

export interface S3StorageLensBucketsAndRegions {
  readonly Buckets?: string[];
  readonly Regions?: string[];
}

export interface S3StorageLensCloudWatchMetrics {
  readonly IsEnabled: boolean;
}

export interface S3StorageLensDataExport {
  readonly CloudWatchMetrics?: S3StorageLensCloudWatchMetrics;
  readonly S3BucketDestination?: S3StorageLensS3BucketDestination;
  readonly StorageLensTableDestination?: S3StorageLensStorageLensTableDestination;
}

export interface S3StorageLensDetailedStatusCodesMetrics {
  readonly IsEnabled?: boolean;
}

export interface S3StorageLensEncryption {
  readonly SSEKMS?: S3StorageLensSSEKMS;
  readonly SSES3?: Json;
}

export interface S3StorageLensPrefixLevel {
  readonly StorageMetrics: S3StorageLensPrefixLevelStorageMetrics;
}

export interface S3StorageLensPrefixLevelStorageMetrics {
  readonly IsEnabled?: boolean;
  readonly SelectionCriteria?: S3StorageLensSelectionCriteria;
}

export interface S3StorageLensS3BucketDestination {
  readonly AccountId: string;
  readonly Arn: string;
  readonly Encryption?: S3StorageLensEncryption;
  readonly Format: string;
  readonly OutputSchemaVersion: string;
  readonly Prefix?: string;
}

export interface S3StorageLensSSEKMS {
  readonly KeyId: string;
}

export interface S3StorageLensSelectionCriteria {
  readonly Delimiter?: string;
  readonly MaxDepth?: number;
  readonly MinStorageBytesPercentage?: number;
}

export interface S3StorageLensStorageLensConfiguration {
  readonly AccountLevel: S3StorageLensAccountLevel;
  readonly AwsOrg?: S3StorageLensAwsOrg;
  readonly DataExport?: S3StorageLensDataExport;
  readonly Exclude?: S3StorageLensBucketsAndRegions;
  readonly ExpandedPrefixesDataExport?: S3StorageLensStorageLensExpandedPrefixesDataExport;
  readonly Id: string;
  readonly Include?: S3StorageLensBucketsAndRegions;
  readonly IsEnabled: boolean;
  readonly PrefixDelimiter?: string;
  readonly StorageLensArn?: string;
}

export interface S3StorageLensStorageLensExpandedPrefixesDataExport {
  readonly S3BucketDestination?: S3StorageLensS3BucketDestination;
  readonly StorageLensTableDestination?: S3StorageLensStorageLensTableDestination;
}

export interface S3StorageLensStorageLensGroupLevel {
  readonly StorageLensGroupSelectionCriteria?: S3StorageLensStorageLensGroupSelectionCriteria;
}

export interface S3StorageLensStorageLensGroupSelectionCriteria {
  readonly Exclude?: string[];
  readonly Include?: string[];
}

export interface S3StorageLensStorageLensTableDestination {
  readonly Encryption?: S3StorageLensEncryption;
  readonly IsEnabled: boolean;
}

export interface S3StorageLensTag {
  readonly Key: string;
  readonly Value: string;
}

export interface S3StorageLensGroupProperties {
  readonly Filter: S3StorageLensGroupFilter;
  readonly Name: string;
  readonly Tags?: S3StorageLensGroupTag[];
}

export interface S3StorageLensGroupAnd {
  readonly MatchAnyPrefix?: string[];
  readonly MatchAnySuffix?: string[];
  readonly MatchAnyTag?: S3StorageLensGroupTag[];
  readonly MatchObjectAge?: S3StorageLensGroupMatchObjectAge;
  readonly MatchObjectSize?: S3StorageLensGroupMatchObjectSize;
}

export interface S3StorageLensGroupFilter {
  readonly And?: S3StorageLensGroupAnd;
  readonly MatchAnyPrefix?: string[];
  readonly MatchAnySuffix?: string[];
  readonly MatchAnyTag?: S3StorageLensGroupTag[];
  readonly MatchObjectAge?: S3StorageLensGroupMatchObjectAge;
  readonly MatchObjectSize?: S3StorageLensGroupMatchObjectSize;
  readonly Or?: S3StorageLensGroupOr;
}

export interface S3StorageLensGroupMatchObjectAge {
  readonly DaysGreaterThan?: number;
  readonly DaysLessThan?: number;
}

export interface S3StorageLensGroupMatchObjectSize {
  readonly BytesGreaterThan?: number;
  readonly BytesLessThan?: number;
}

export interface S3StorageLensGroupOr {
  readonly MatchAnyPrefix?: string[];
  readonly MatchAnySuffix?: string[];
  readonly MatchAnyTag?: S3StorageLensGroupTag[];
  readonly MatchObjectAge?: S3StorageLensGroupMatchObjectAge;
  readonly MatchObjectSize?: S3StorageLensGroupMatchObjectSize;
}

export interface S3StorageLensGroupTag {
  readonly Key: string;
  readonly Value: string;
}

export interface SSMAssociationProperties {
  readonly ApplyOnlyAtCronInterval?: boolean;
  readonly AssociationDispatchAssumeRole?: string;
  readonly AssociationName?: string;
  readonly AutomationTargetParameterName?: string;
  readonly CalendarNames?: string[];
  readonly ComplianceSeverity?: string;
  readonly DocumentVersion?: string;
  readonly InstanceId?: string;
  readonly MaxConcurrency?: string;
  readonly MaxErrors?: string;
  readonly Name: string;
  readonly OutputLocation?: SSMAssociationInstanceAssociationOutputLocation;
  readonly Parameters?: Record<string, string[]>;
  readonly ScheduleExpression?: string;
  readonly ScheduleOffset?: number;
  readonly SyncCompliance?: string;
  readonly Tags?: SSMAssociationTag[];
  readonly Targets?: SSMAssociationTarget[];
  readonly WaitForSuccessTimeoutSeconds?: number;
}

export interface SSMAssociationInstanceAssociationOutputLocation {
  readonly S3Location?: SSMAssociationS3OutputLocation;
}

export interface SSMAssociationS3OutputLocation {
  readonly OutputS3BucketName?: string;
  readonly OutputS3KeyPrefix?: string;
  readonly OutputS3Region?: string;
}

export interface SSMAssociationTag {
  readonly Key: string;
  readonly Value: string;
}

export interface SSMAssociationTarget {
  readonly Key: string;
  readonly Values: string[];
}

export interface SSMCloudConnectorProperties {
  readonly ConfigConnectorArn: string;
  readonly Configuration: SSMCloudConnectorCloudConnectorConfiguration;
  readonly Description?: string;
  readonly DisplayName: string;
  readonly RoleArn: string;
  readonly Tags?: SSMCloudConnectorTag[];
}

export interface SSMCloudConnectorAzureConfiguration {
  readonly ApplicationDisplayName?: string;
  readonly ApplicationId: string;
  readonly Targets?: SSMCloudConnectorConfigurationTargets;
  readonly TenantDisplayName?: string;
  readonly TenantId: string;
}

export interface SSMCloudConnectorAzureSubscription {
  readonly DisplayName?: string;
  readonly Id: string;
}

export interface SSMCloudConnectorCloudConnectorConfiguration {
  readonly AzureConfiguration: SSMCloudConnectorAzureConfiguration;
}

export interface SSMCloudConnectorConfigurationTargets {
  readonly Subscriptions: SSMCloudConnectorAzureSubscription[];
}

export interface SSMCloudConnectorTag {
  readonly Key: string;
  readonly Value: string;
}

export interface SSMDocumentProperties {
  readonly Attachments?: SSMDocumentAttachmentsSource[];
  readonly Content: Json;
  readonly DocumentFormat?: string;
  readonly DocumentType?: string;
  readonly Name?: string;
  readonly Requires?: SSMDocumentDocumentRequires[];
  readonly Tags?: SSMDocumentTag[];
  readonly TargetType?: string;
  readonly UpdateMethod?: string;
  readonly VersionName?: string;
}

export interface SSMDocumentAttachmentsSource {
  readonly Key?: string;
  readonly Name?: string;
  readonly Values?: string[];
}

export interface SSMDocumentDocumentRequires {
  readonly Name?: string;
  readonly Version?: string;
}

export interface SSMDocumentTag {
  readonly Key: string;
  readonly Value: string;
}

export interface SSMMaintenanceWindowProperties {
  readonly AllowUnassociatedTargets: boolean;
  readonly Cutoff: number;
  readonly Description?: string;
  readonly Duration: number;
  readonly EndDate?: string;
  readonly Name: string;
  readonly Schedule: string;
  readonly ScheduleOffset?: number;
  readonly ScheduleTimezone?: string;
  readonly StartDate?: string;
  readonly Tags?: SSMMaintenanceWindowTag[];
}

export interface SSMMaintenanceWindowTag {
  readonly Key: string;
  readonly Value: string;
}

export interface SSMMaintenanceWindowTargetProperties {
  readonly Description?: string;
  readonly Name?: string;
  readonly OwnerInformation?: string;
  readonly ResourceType: string;
  readonly Targets: SSMMaintenanceWindowTargetTargets[];
  readonly WindowId: string;
}

export interface SSMMaintenanceWindowTargetTargets {
  readonly Key: string;
  readonly Values: string[];
}

export interface SSMMaintenanceWindowTaskProperties {
  readonly CutoffBehavior?: string;
  readonly Description?: string;
  readonly LoggingInfo?: SSMMaintenanceWindowTaskLoggingInfo;
  readonly MaxConcurrency?: string;
  readonly MaxErrors?: string;
  readonly Name?: string;
  readonly Priority: number;
  readonly ServiceRoleArn?: string;
  readonly Targets?: SSMMaintenanceWindowTaskTarget[];
  readonly TaskArn: string;
  readonly TaskInvocationParameters?: SSMMaintenanceWindowTaskTaskInvocationParameters;
  readonly TaskParameters?: Json;
  readonly TaskType: string;
  readonly WindowId: string;
}

export interface SSMMaintenanceWindowTaskCloudWatchOutputConfig {
  readonly CloudWatchLogGroupName?: string;
  readonly CloudWatchOutputEnabled?: boolean;
}

export interface SSMMaintenanceWindowTaskLoggingInfo {
  readonly Region: string;
  readonly S3Bucket: string;
  readonly S3Prefix?: string;
}

export interface SSMMaintenanceWindowTaskMaintenanceWindowAutomationParameters {
  readonly DocumentVersion?: string;
  readonly Parameters?: Json;
}

export interface SSMMaintenanceWindowTaskMaintenanceWindowLambdaParameters {
  readonly ClientContext?: string;
  readonly Payload?: string;
  readonly Qualifier?: string;
}

export interface SSMMaintenanceWindowTaskMaintenanceWindowRunCommandParameters {
  readonly CloudWatchOutputConfig?: SSMMaintenanceWindowTaskCloudWatchOutputConfig;
  readonly Comment?: string;
  readonly DocumentHash?: string;
  readonly DocumentHashType?: string;
  readonly DocumentVersion?: string;
  readonly NotificationConfig?: SSMMaintenanceWindowTaskNotificationConfig;
  readonly OutputS3BucketName?: string;
  readonly OutputS3KeyPrefix?: string;
  readonly Parameters?: Json;
  readonly ServiceRoleArn?: string;
  readonly TimeoutSeconds?: number;
}

export interface SSMMaintenanceWindowTaskMaintenanceWindowStepFunctionsParameters {
  readonly Input?: string;
  readonly Name?: string;
}

export interface SSMMaintenanceWindowTaskNotificationConfig {
  readonly NotificationArn: string;
  readonly NotificationEvents?: string[];
  readonly NotificationType?: string;
}

export interface SSMMaintenanceWindowTaskTarget {
  readonly Key: string;
  readonly Values: string[];
}

export interface SSMMaintenanceWindowTaskTaskInvocationParameters {
  readonly MaintenanceWindowAutomationParameters?: SSMMaintenanceWindowTaskMaintenanceWindowAutomationParameters;
  readonly MaintenanceWindowLambdaParameters?: SSMMaintenanceWindowTaskMaintenanceWindowLambdaParameters;
  readonly MaintenanceWindowRunCommandParameters?: SSMMaintenanceWindowTaskMaintenanceWindowRunCommandParameters;
  readonly MaintenanceWindowStepFunctionsParameters?: SSMMaintenanceWindowTaskMaintenanceWindowStepFunctionsParameters;
}

export interface SSMOpsItemProperties {
  readonly Category?: string;
  readonly Description: string;
  readonly Priority?: number;
  readonly Severity?: string;
  readonly Source: string;
  readonly Tags?: SSMOpsItemTag[];
  readonly Title: string;
}

export interface SSMOpsItemTag {
  readonly Key: string;
  readonly Value: string;
}

export interface SSMParameterProperties {
  readonly AllowedPattern?: string;
  readonly DataType?: string;
  readonly Description?: string;
  readonly Name?: string;
  readonly Policies?: string;
  readonly Tags?: Record<string, string>;
  readonly Tier?: string;
  readonly Type: string;
  readonly Value: string;
}

export interface SSMPatchBaselineProperties {
  readonly ApprovalRules?: SSMPatchBaselineRuleGroup;
  readonly ApprovedPatches?: string[];
  readonly ApprovedPatchesComplianceLevel?: string;
  readonly ApprovedPatchesEnableNonSecurity?: boolean;
  readonly AvailableSecurityUpdatesComplianceStatus?: string;
  readonly DefaultBaseline?: boolean;
  readonly Description?: string;
  readonly GlobalFilters?: SSMPatchBaselinePatchFilterGroup;
  readonly Name: string;
  readonly OperatingSystem?: string;
  readonly PatchGroups?: string[];
  readonly RejectedPatches?: string[];
  readonly RejectedPatchesAction?: string;
  readonly Sources?: SSMPatchBaselinePatchSource[];
  readonly Tags?: SSMPatchBaselineTag[];
}

export interface SSMPatchBaselinePatchFilter {
  readonly Key?: string;
  readonly Values?: string[];
}

export interface SSMPatchBaselinePatchFilterGroup {
  readonly PatchFilters?: SSMPatchBaselinePatchFilter[];
}

export interface SSMPatchBaselinePatchSource {
  readonly Configuration?: string;
  readonly Name?: string;
  readonly Products?: string[];
}

export interface SSMPatchBaselineRule {
  readonly ApproveAfterDays?: number;
  readonly ApproveUntilDate?: string;
  readonly ComplianceLevel?: string;
  readonly EnableNonSecurity?: boolean;
  readonly PatchFilterGroup?: SSMPatchBaselinePatchFilterGroup;
}

export interface SSMPatchBaselineRuleGroup {
  readonly PatchRules?: SSMPatchBaselineRule[];
}

export interface SSMPatchBaselineTag {
  readonly Key: string;
  readonly Value: string;
}

export interface SSMResourceDataSyncProperties {
  readonly BucketName?: string;
  readonly BucketPrefix?: string;
  readonly BucketRegion?: string;
  readonly KMSKeyArn?: string;
  readonly S3Destination?: SSMResourceDataSyncS3Destination;
  readonly SyncFormat?: string;
  readonly SyncName: string;
  readonly SyncSource?: SSMResourceDataSyncSyncSource;
  readonly SyncType?: string;
}

export interface SSMResourceDataSyncAwsOrganizationsSource {
  readonly OrganizationSourceType: string;
  readonly OrganizationalUnits?: string[];
}

export interface SSMResourceDataSyncS3Destination {
  readonly BucketName: string;
  readonly BucketPrefix?: string;
  readonly BucketRegion: string;
  readonly KMSKeyArn?: string;
  readonly SyncFormat: string;
}

export interface SSMResourceDataSyncSyncSource {
  readonly AwsOrganizationsSource?: SSMResourceDataSyncAwsOrganizationsSource;
  readonly IncludeFutureRegions?: boolean;
  readonly SourceRegions: string[];
  readonly SourceType: string;
}

export interface SSMResourcePolicyProperties {
  readonly Policy: Json;
  readonly ResourceArn: string;
}

export interface SSMServiceSettingProperties {
  readonly SettingId: string;
  readonly SettingValue: string;
}

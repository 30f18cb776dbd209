// Written by tools/generate-shapes.ts from AWS's service models. Do not edit.
import { shapeTable } from "../shape-table.ts";

/** The faults that the service declares, as the SDK's exception classes are named. */
export type FaultCode =
  | "AccessDenied"
  | "AnnotationLimitExceeded"
  | "AnnotationNameTooLong"
  | "BucketAlreadyExists"
  | "BucketAlreadyOwnedByYou"
  | "EncryptionTypeMismatch"
  | "IdempotencyParameterMismatch"
  | "InvalidAnnotationName"
  | "InvalidObjectState"
  | "InvalidPrefix"
  | "InvalidRequest"
  | "InvalidWriteOffset"
  | "NoSuchAnnotation"
  | "NoSuchBucket"
  | "NoSuchKey"
  | "NoSuchUpload"
  | "NotFound"
  | "ObjectAlreadyInActiveTierError"
  | "ObjectNotInActiveTierError"
  | "TooManyParts"
  | "UnsupportedMediaType";

export const shapes = shapeTable(
  {"service":"s3","endpointPrefix":"s3","signingName":"s3","protocol":"rest-xml","apiVersion":"2006-03-01"},
  String.raw`{
"AbortMultipartUpload":{"method":"DELETE","path":"/{Bucket}/{Key+}","status":204,"input":"AbortMultipartUploadRequest","output":"AbortMultipartUploadOutput","faults":["NoSuchUpload"]},
"CompleteMultipartUpload":{"method":"POST","path":"/{Bucket}/{Key+}","status":200,"input":"CompleteMultipartUploadRequest","output":"CompleteMultipartUploadOutput","faults":[]},
"CopyObject":{"method":"PUT","path":"/{Bucket}/{Key+}","status":200,"input":"CopyObjectRequest","output":"CopyObjectOutput","faults":["ObjectNotInActiveTierError"]},
"CreateBucket":{"method":"PUT","path":"/{Bucket}","status":200,"input":"CreateBucketRequest","output":"CreateBucketOutput","faults":["BucketAlreadyExists","BucketAlreadyOwnedByYou"]},
"CreateBucketMetadataConfiguration":{"method":"POST","path":"/{Bucket}?metadataConfiguration","status":200,"input":"CreateBucketMetadataConfigurationRequest","faults":[]},
"CreateBucketMetadataTableConfiguration":{"method":"POST","path":"/{Bucket}?metadataTable","status":200,"input":"CreateBucketMetadataTableConfigurationRequest","faults":[]},
"CreateMultipartUpload":{"method":"POST","path":"/{Bucket}/{Key+}?uploads","status":200,"input":"CreateMultipartUploadRequest","output":"CreateMultipartUploadOutput","faults":[]},
"CreateSession":{"method":"GET","path":"/{Bucket}?session","status":200,"input":"CreateSessionRequest","output":"CreateSessionOutput","faults":["NoSuchBucket"]},
"DeleteBucket":{"method":"DELETE","path":"/{Bucket}","status":204,"input":"DeleteBucketRequest","faults":[]},
"DeleteBucketAnalyticsConfiguration":{"method":"DELETE","path":"/{Bucket}?analytics","status":204,"input":"DeleteBucketAnalyticsConfigurationRequest","faults":[]},
"DeleteBucketCors":{"method":"DELETE","path":"/{Bucket}?cors","status":204,"input":"DeleteBucketCorsRequest","faults":[]},
"DeleteBucketEncryption":{"method":"DELETE","path":"/{Bucket}?encryption","status":204,"input":"DeleteBucketEncryptionRequest","faults":[]},
"DeleteBucketIntelligentTieringConfiguration":{"method":"DELETE","path":"/{Bucket}?intelligent-tiering","status":204,"input":"DeleteBucketIntelligentTieringConfigurationRequest","faults":[]},
"DeleteBucketInventoryConfiguration":{"method":"DELETE","path":"/{Bucket}?inventory","status":204,"input":"DeleteBucketInventoryConfigurationRequest","faults":[]},
"DeleteBucketLifecycle":{"method":"DELETE","path":"/{Bucket}?lifecycle","status":204,"input":"DeleteBucketLifecycleRequest","faults":[]},
"DeleteBucketMetadataConfiguration":{"method":"DELETE","path":"/{Bucket}?metadataConfiguration","status":204,"input":"DeleteBucketMetadataConfigurationRequest","faults":[]},
"DeleteBucketMetadataTableConfiguration":{"method":"DELETE","path":"/{Bucket}?metadataTable","status":204,"input":"DeleteBucketMetadataTableConfigurationRequest","faults":[]},
"DeleteBucketMetricsConfiguration":{"method":"DELETE","path":"/{Bucket}?metrics","status":204,"input":"DeleteBucketMetricsConfigurationRequest","faults":[]},
"DeleteBucketOwnershipControls":{"method":"DELETE","path":"/{Bucket}?ownershipControls","status":204,"input":"DeleteBucketOwnershipControlsRequest","faults":[]},
"DeleteBucketPolicy":{"method":"DELETE","path":"/{Bucket}?policy","status":204,"input":"DeleteBucketPolicyRequest","faults":[]},
"DeleteBucketReplication":{"method":"DELETE","path":"/{Bucket}?replication","status":204,"input":"DeleteBucketReplicationRequest","faults":[]},
"DeleteBucketTagging":{"method":"DELETE","path":"/{Bucket}?tagging","status":204,"input":"DeleteBucketTaggingRequest","faults":[]},
"DeleteBucketWebsite":{"method":"DELETE","path":"/{Bucket}?website","status":204,"input":"DeleteBucketWebsiteRequest","faults":[]},
"DeleteObject":{"method":"DELETE","path":"/{Bucket}/{Key+}","status":204,"input":"DeleteObjectRequest","output":"DeleteObjectOutput","faults":[]},
"DeleteObjectAnnotation":{"method":"DELETE","path":"/{Bucket}/{Key+}?annotation","status":204,"input":"DeleteObjectAnnotationRequest","output":"DeleteObjectAnnotationOutput","faults":["NoSuchBucket","NoSuchKey"]},
"DeleteObjectTagging":{"method":"DELETE","path":"/{Bucket}/{Key+}?tagging","status":204,"input":"DeleteObjectTaggingRequest","output":"DeleteObjectTaggingOutput","faults":[]},
"DeleteObjects":{"method":"POST","path":"/{Bucket}?delete","status":200,"input":"DeleteObjectsRequest","output":"DeleteObjectsOutput","faults":[]},
"DeletePublicAccessBlock":{"method":"DELETE","path":"/{Bucket}?publicAccessBlock","status":204,"input":"DeletePublicAccessBlockRequest","faults":[]},
"GetBucketAbac":{"method":"GET","path":"/{Bucket}?abac","status":200,"input":"GetBucketAbacRequest","output":"GetBucketAbacOutput","faults":[]},
"GetBucketAccelerateConfiguration":{"method":"GET","path":"/{Bucket}?accelerate","status":200,"input":"GetBucketAccelerateConfigurationRequest","output":"GetBucketAccelerateConfigurationOutput","faults":[]},
"GetBucketAcl":{"method":"GET","path":"/{Bucket}?acl","status":200,"input":"GetBucketAclRequest","output":"GetBucketAclOutput","faults":[]},
"GetBucketAnalyticsConfiguration":{"method":"GET","path":"/{Bucket}?analytics","status":200,"input":"GetBucketAnalyticsConfigurationRequest","output":"GetBucketAnalyticsConfigurationOutput","faults":[]},
"GetBucketCors":{"method":"GET","path":"/{Bucket}?cors","status":200,"input":"GetBucketCorsRequest","output":"GetBucketCorsOutput","faults":[]},
"GetBucketEncryption":{"method":"GET","path":"/{Bucket}?encryption","status":200,"input":"GetBucketEncryptionRequest","output":"GetBucketEncryptionOutput","faults":[]},
"GetBucketIntelligentTieringConfiguration":{"method":"GET","path":"/{Bucket}?intelligent-tiering","status":200,"input":"GetBucketIntelligentTieringConfigurationRequest","output":"GetBucketIntelligentTieringConfigurationOutput","faults":[]},
"GetBucketInventoryConfiguration":{"method":"GET","path":"/{Bucket}?inventory","status":200,"input":"GetBucketInventoryConfigurationRequest","output":"GetBucketInventoryConfigurationOutput","faults":[]},
"GetBucketLifecycleConfiguration":{"method":"GET","path":"/{Bucket}?lifecycle","status":200,"input":"GetBucketLifecycleConfigurationRequest","output":"GetBucketLifecycleConfigurationOutput","faults":[]},
"GetBucketLocation":{"method":"GET","path":"/{Bucket}?location","status":200,"input":"GetBucketLocationRequest","output":"GetBucketLocationOutput","faults":[]},
"GetBucketLogging":{"method":"GET","path":"/{Bucket}?logging","status":200,"input":"GetBucketLoggingRequest","output":"GetBucketLoggingOutput","faults":[]},
"GetBucketMetadataConfiguration":{"method":"GET","path":"/{Bucket}?metadataConfiguration","status":200,"input":"GetBucketMetadataConfigurationRequest","output":"GetBucketMetadataConfigurationOutput","faults":[]},
"GetBucketMetadataTableConfiguration":{"method":"GET","path":"/{Bucket}?metadataTable","status":200,"input":"GetBucketMetadataTableConfigurationRequest","output":"GetBucketMetadataTableConfigurationOutput","faults":[]},
"GetBucketMetricsConfiguration":{"method":"GET","path":"/{Bucket}?metrics","status":200,"input":"GetBucketMetricsConfigurationRequest","output":"GetBucketMetricsConfigurationOutput","faults":[]},
"GetBucketNotificationConfiguration":{"method":"GET","path":"/{Bucket}?notification","status":200,"input":"GetBucketNotificationConfigurationRequest","output":"NotificationConfiguration","faults":[]},
"GetBucketOwnershipControls":{"method":"GET","path":"/{Bucket}?ownershipControls","status":200,"input":"GetBucketOwnershipControlsRequest","output":"GetBucketOwnershipControlsOutput","faults":[]},
"GetBucketPolicy":{"method":"GET","path":"/{Bucket}?policy","status":200,"input":"GetBucketPolicyRequest","output":"GetBucketPolicyOutput","faults":[]},
"GetBucketPolicyStatus":{"method":"GET","path":"/{Bucket}?policyStatus","status":200,"input":"GetBucketPolicyStatusRequest","output":"GetBucketPolicyStatusOutput","faults":[]},
"GetBucketReplication":{"method":"GET","path":"/{Bucket}?replication","status":200,"input":"GetBucketReplicationRequest","output":"GetBucketReplicationOutput","faults":[]},
"GetBucketRequestPayment":{"method":"GET","path":"/{Bucket}?requestPayment","status":200,"input":"GetBucketRequestPaymentRequest","output":"GetBucketRequestPaymentOutput","faults":[]},
"GetBucketTagging":{"method":"GET","path":"/{Bucket}?tagging","status":200,"input":"GetBucketTaggingRequest","output":"GetBucketTaggingOutput","faults":[]},
"GetBucketVersioning":{"method":"GET","path":"/{Bucket}?versioning","status":200,"input":"GetBucketVersioningRequest","output":"GetBucketVersioningOutput","faults":[]},
"GetBucketWebsite":{"method":"GET","path":"/{Bucket}?website","status":200,"input":"GetBucketWebsiteRequest","output":"GetBucketWebsiteOutput","faults":[]},
"GetObject":{"method":"GET","path":"/{Bucket}/{Key+}","status":200,"input":"GetObjectRequest","output":"GetObjectOutput","faults":["InvalidObjectState","NoSuchKey"]},
"GetObjectAcl":{"method":"GET","path":"/{Bucket}/{Key+}?acl","status":200,"input":"GetObjectAclRequest","output":"GetObjectAclOutput","faults":["NoSuchKey"]},
"GetObjectAnnotation":{"method":"GET","path":"/{Bucket}/{Key+}?annotation","status":200,"input":"GetObjectAnnotationRequest","output":"GetObjectAnnotationOutput","faults":["NoSuchAnnotation","NoSuchBucket","NoSuchKey"]},
"GetObjectAttributes":{"method":"GET","path":"/{Bucket}/{Key+}?attributes","status":200,"input":"GetObjectAttributesRequest","output":"GetObjectAttributesOutput","faults":["NoSuchKey"]},
"GetObjectLegalHold":{"method":"GET","path":"/{Bucket}/{Key+}?legal-hold","status":200,"input":"GetObjectLegalHoldRequest","output":"GetObjectLegalHoldOutput","faults":[]},
"GetObjectLockConfiguration":{"method":"GET","path":"/{Bucket}?object-lock","status":200,"input":"GetObjectLockConfigurationRequest","output":"GetObjectLockConfigurationOutput","faults":[]},
"GetObjectRetention":{"method":"GET","path":"/{Bucket}/{Key+}?retention","status":200,"input":"GetObjectRetentionRequest","output":"GetObjectRetentionOutput","faults":[]},
"GetObjectTagging":{"method":"GET","path":"/{Bucket}/{Key+}?tagging","status":200,"input":"GetObjectTaggingRequest","output":"GetObjectTaggingOutput","faults":[]},
"GetObjectTorrent":{"method":"GET","path":"/{Bucket}/{Key+}?torrent","status":200,"input":"GetObjectTorrentRequest","output":"GetObjectTorrentOutput","faults":[]},
"GetPublicAccessBlock":{"method":"GET","path":"/{Bucket}?publicAccessBlock","status":200,"input":"GetPublicAccessBlockRequest","output":"GetPublicAccessBlockOutput","faults":[]},
"HeadBucket":{"method":"HEAD","path":"/{Bucket}","status":200,"input":"HeadBucketRequest","output":"HeadBucketOutput","faults":["NoSuchBucket"]},
"HeadObject":{"method":"HEAD","path":"/{Bucket}/{Key+}","status":200,"input":"HeadObjectRequest","output":"HeadObjectOutput","faults":["NoSuchKey"]},
"ListBucketAnalyticsConfigurations":{"method":"GET","path":"/{Bucket}?analytics","status":200,"input":"ListBucketAnalyticsConfigurationsRequest","output":"ListBucketAnalyticsConfigurationsOutput","faults":[]},
"ListBucketIntelligentTieringConfigurations":{"method":"GET","path":"/{Bucket}?intelligent-tiering","status":200,"input":"ListBucketIntelligentTieringConfigurationsRequest","output":"ListBucketIntelligentTieringConfigurationsOutput","faults":[]},
"ListBucketInventoryConfigurations":{"method":"GET","path":"/{Bucket}?inventory","status":200,"input":"ListBucketInventoryConfigurationsRequest","output":"ListBucketInventoryConfigurationsOutput","faults":[]},
"ListBucketMetricsConfigurations":{"method":"GET","path":"/{Bucket}?metrics","status":200,"input":"ListBucketMetricsConfigurationsRequest","output":"ListBucketMetricsConfigurationsOutput","faults":[]},
"ListBuckets":{"method":"GET","path":"/","status":200,"input":"ListBucketsRequest","output":"ListBucketsOutput","faults":[]},
"ListDirectoryBuckets":{"method":"GET","path":"/","status":200,"input":"ListDirectoryBucketsRequest","output":"ListDirectoryBucketsOutput","faults":[]},
"ListMultipartUploads":{"method":"GET","path":"/{Bucket}?uploads","status":200,"input":"ListMultipartUploadsRequest","output":"ListMultipartUploadsOutput","faults":[]},
"ListObjectAnnotations":{"method":"GET","path":"/{Bucket}/{Key+}?annotation","status":200,"input":"ListObjectAnnotationsRequest","output":"ListObjectAnnotationsOutput","faults":["InvalidPrefix","NoSuchBucket","NoSuchKey"]},
"ListObjectVersions":{"method":"GET","path":"/{Bucket}?versions","status":200,"input":"ListObjectVersionsRequest","output":"ListObjectVersionsOutput","faults":[]},
"ListObjects":{"method":"GET","path":"/{Bucket}","status":200,"input":"ListObjectsRequest","output":"ListObjectsOutput","faults":["NoSuchBucket"]},
"ListObjectsV2":{"method":"GET","path":"/{Bucket}?list-type=2","status":200,"input":"ListObjectsV2Request","output":"ListObjectsV2Output","faults":["NoSuchBucket"]},
"ListParts":{"method":"GET","path":"/{Bucket}/{Key+}","status":200,"input":"ListPartsRequest","output":"ListPartsOutput","faults":[]},
"PutBucketAbac":{"method":"PUT","path":"/{Bucket}?abac","status":200,"input":"PutBucketAbacRequest","faults":[]},
"PutBucketAccelerateConfiguration":{"method":"PUT","path":"/{Bucket}?accelerate","status":200,"input":"PutBucketAccelerateConfigurationRequest","faults":[]},
"PutBucketAcl":{"method":"PUT","path":"/{Bucket}?acl","status":200,"input":"PutBucketAclRequest","faults":[]},
"PutBucketAnalyticsConfiguration":{"method":"PUT","path":"/{Bucket}?analytics","status":200,"input":"PutBucketAnalyticsConfigurationRequest","faults":[]},
"PutBucketCors":{"method":"PUT","path":"/{Bucket}?cors","status":200,"input":"PutBucketCorsRequest","faults":[]},
"PutBucketEncryption":{"method":"PUT","path":"/{Bucket}?encryption","status":200,"input":"PutBucketEncryptionRequest","faults":[]},
"PutBucketIntelligentTieringConfiguration":{"method":"PUT","path":"/{Bucket}?intelligent-tiering","status":200,"input":"PutBucketIntelligentTieringConfigurationRequest","faults":[]},
"PutBucketInventoryConfiguration":{"method":"PUT","path":"/{Bucket}?inventory","status":200,"input":"PutBucketInventoryConfigurationRequest","faults":[]},
"PutBucketLifecycleConfiguration":{"method":"PUT","path":"/{Bucket}?lifecycle","status":200,"input":"PutBucketLifecycleConfigurationRequest","output":"PutBucketLifecycleConfigurationOutput","faults":[]},
"PutBucketLogging":{"method":"PUT","path":"/{Bucket}?logging","status":200,"input":"PutBucketLoggingRequest","faults":[]},
"PutBucketMetricsConfiguration":{"method":"PUT","path":"/{Bucket}?metrics","status":200,"input":"PutBucketMetricsConfigurationRequest","faults":[]},
"PutBucketNotificationConfiguration":{"method":"PUT","path":"/{Bucket}?notification","status":200,"input":"PutBucketNotificationConfigurationRequest","faults":[]},
"PutBucketOwnershipControls":{"method":"PUT","path":"/{Bucket}?ownershipControls","status":200,"input":"PutBucketOwnershipControlsRequest","faults":[]},
"PutBucketPolicy":{"method":"PUT","path":"/{Bucket}?policy","status":200,"input":"PutBucketPolicyRequest","faults":[]},
"PutBucketReplication":{"method":"PUT","path":"/{Bucket}?replication","status":200,"input":"PutBucketReplicationRequest","faults":[]},
"PutBucketRequestPayment":{"method":"PUT","path":"/{Bucket}?requestPayment","status":200,"input":"PutBucketRequestPaymentRequest","faults":[]},
"PutBucketTagging":{"method":"PUT","path":"/{Bucket}?tagging","status":200,"input":"PutBucketTaggingRequest","faults":[]},
"PutBucketVersioning":{"method":"PUT","path":"/{Bucket}?versioning","status":200,"input":"PutBucketVersioningRequest","faults":[]},
"PutBucketWebsite":{"method":"PUT","path":"/{Bucket}?website","status":200,"input":"PutBucketWebsiteRequest","faults":[]},
"PutObject":{"method":"PUT","path":"/{Bucket}/{Key+}","status":200,"input":"PutObjectRequest","output":"PutObjectOutput","faults":["EncryptionTypeMismatch","InvalidRequest","InvalidWriteOffset","TooManyParts"]},
"PutObjectAcl":{"method":"PUT","path":"/{Bucket}/{Key+}?acl","status":200,"input":"PutObjectAclRequest","output":"PutObjectAclOutput","faults":["NoSuchKey"]},
"PutObjectAnnotation":{"method":"PUT","path":"/{Bucket}/{Key+}?annotation","status":200,"input":"PutObjectAnnotationRequest","output":"PutObjectAnnotationOutput","faults":["AnnotationLimitExceeded","AnnotationNameTooLong","InvalidAnnotationName","InvalidRequest","NoSuchBucket","NoSuchKey","UnsupportedMediaType"]},
"PutObjectLegalHold":{"method":"PUT","path":"/{Bucket}/{Key+}?legal-hold","status":200,"input":"PutObjectLegalHoldRequest","output":"PutObjectLegalHoldOutput","faults":[]},
"PutObjectLockConfiguration":{"method":"PUT","path":"/{Bucket}?object-lock","status":200,"input":"PutObjectLockConfigurationRequest","output":"PutObjectLockConfigurationOutput","faults":[]},
"PutObjectRetention":{"method":"PUT","path":"/{Bucket}/{Key+}?retention","status":200,"input":"PutObjectRetentionRequest","output":"PutObjectRetentionOutput","faults":[]},
"PutObjectTagging":{"method":"PUT","path":"/{Bucket}/{Key+}?tagging","status":200,"input":"PutObjectTaggingRequest","output":"PutObjectTaggingOutput","faults":[]},
"PutPublicAccessBlock":{"method":"PUT","path":"/{Bucket}?publicAccessBlock","status":200,"input":"PutPublicAccessBlockRequest","faults":[]},
"RenameObject":{"method":"PUT","path":"/{Bucket}/{Key+}?renameObject","status":200,"input":"RenameObjectRequest","output":"RenameObjectOutput","faults":["IdempotencyParameterMismatch"]},
"RestoreObject":{"method":"POST","path":"/{Bucket}/{Key+}?restore","status":200,"input":"RestoreObjectRequest","output":"RestoreObjectOutput","faults":["ObjectAlreadyInActiveTierError"]},
"SelectObjectContent":{"method":"POST","path":"/{Bucket}/{Key+}?select&select-type=2","status":200,"input":"SelectObjectContentRequest","output":"SelectObjectContentOutput","faults":[]},
"UpdateBucketMetadataAnnotationTableConfiguration":{"method":"PUT","path":"/{Bucket}?metadataAnnotationTable","status":200,"input":"UpdateBucketMetadataAnnotationTableConfigurationRequest","faults":[]},
"UpdateBucketMetadataInventoryTableConfiguration":{"method":"PUT","path":"/{Bucket}?metadataInventoryTable","status":200,"input":"UpdateBucketMetadataInventoryTableConfigurationRequest","faults":[]},
"UpdateBucketMetadataJournalTableConfiguration":{"method":"PUT","path":"/{Bucket}?metadataJournalTable","status":200,"input":"UpdateBucketMetadataJournalTableConfigurationRequest","faults":[]},
"UpdateObjectEncryption":{"method":"PUT","path":"/{Bucket}/{Key+}?encryption","status":200,"input":"UpdateObjectEncryptionRequest","output":"UpdateObjectEncryptionResponse","faults":["AccessDenied","InvalidRequest","NoSuchKey"]},
"UploadPart":{"method":"PUT","path":"/{Bucket}/{Key+}","status":200,"input":"UploadPartRequest","output":"UploadPartOutput","faults":[]},
"UploadPartCopy":{"method":"PUT","path":"/{Bucket}/{Key+}","status":200,"input":"UploadPartCopyRequest","output":"UploadPartCopyOutput","faults":[]},
"WriteGetObjectResponse":{"method":"POST","path":"/WriteGetObjectResponse","status":200,"input":"WriteGetObjectResponseRequest","faults":[]}
}`,
  new URL("./s3.shapes.json", import.meta.url),
);

// Written by tools/generate-shapes.ts from AWS's service models. Do not edit.
import { shapeTable } from "../shape-table.ts";

/** The faults that the service declares, as the SDK's exception classes are named. */
export type FaultCode =
  | "BucketAlreadyExists"
  | "BucketAlreadyOwnedByYou"
  | "EncryptionTypeMismatch"
  | "InvalidObjectState"
  | "InvalidRequest"
  | "InvalidWriteOffset"
  | "NoSuchBucket"
  | "NoSuchKey"
  | "NoSuchUpload"
  | "ObjectNotInActiveTierError"
  | "TooManyParts";

export const shapes = shapeTable(
  {"service":"s3","endpointPrefix":"s3","signingName":"s3","protocol":"rest-xml","apiVersion":"2006-03-01"},
  String.raw`{
"AbortMultipartUpload":{"method":"DELETE","path":"/{Bucket}/{Key+}","status":204,"input":"AbortMultipartUploadRequest","output":"AbortMultipartUploadOutput","faults":["NoSuchUpload"]},
"CompleteMultipartUpload":{"method":"POST","path":"/{Bucket}/{Key+}","status":200,"input":"CompleteMultipartUploadRequest","output":"CompleteMultipartUploadOutput","faults":[]},
"CopyObject":{"method":"PUT","path":"/{Bucket}/{Key+}","status":200,"input":"CopyObjectRequest","output":"CopyObjectOutput","faults":["ObjectNotInActiveTierError"]},
"CreateBucket":{"method":"PUT","path":"/{Bucket}","status":200,"input":"CreateBucketRequest","output":"CreateBucketOutput","faults":["BucketAlreadyExists","BucketAlreadyOwnedByYou"]},
"CreateMultipartUpload":{"method":"POST","path":"/{Bucket}/{Key+}?uploads","status":200,"input":"CreateMultipartUploadRequest","output":"CreateMultipartUploadOutput","faults":[]},
"DeleteBucket":{"method":"DELETE","path":"/{Bucket}","status":204,"input":"DeleteBucketRequest","faults":[]},
"DeleteBucketPolicy":{"method":"DELETE","path":"/{Bucket}?policy","status":204,"input":"DeleteBucketPolicyRequest","faults":[]},
"DeleteObject":{"method":"DELETE","path":"/{Bucket}/{Key+}","status":204,"input":"DeleteObjectRequest","output":"DeleteObjectOutput","faults":[]},
"DeleteObjects":{"method":"POST","path":"/{Bucket}?delete","status":200,"input":"DeleteObjectsRequest","output":"DeleteObjectsOutput","faults":[]},
"GetBucketEncryption":{"method":"GET","path":"/{Bucket}?encryption","status":200,"input":"GetBucketEncryptionRequest","output":"GetBucketEncryptionOutput","faults":[]},
"GetBucketLifecycleConfiguration":{"method":"GET","path":"/{Bucket}?lifecycle","status":200,"input":"GetBucketLifecycleConfigurationRequest","output":"GetBucketLifecycleConfigurationOutput","faults":[]},
"GetBucketLocation":{"method":"GET","path":"/{Bucket}?location","status":200,"input":"GetBucketLocationRequest","output":"GetBucketLocationOutput","faults":[]},
"GetBucketPolicy":{"method":"GET","path":"/{Bucket}?policy","status":200,"input":"GetBucketPolicyRequest","output":"GetBucketPolicyOutput","faults":[]},
"GetBucketTagging":{"method":"GET","path":"/{Bucket}?tagging","status":200,"input":"GetBucketTaggingRequest","output":"GetBucketTaggingOutput","faults":[]},
"GetBucketVersioning":{"method":"GET","path":"/{Bucket}?versioning","status":200,"input":"GetBucketVersioningRequest","output":"GetBucketVersioningOutput","faults":[]},
"GetObject":{"method":"GET","path":"/{Bucket}/{Key+}","status":200,"input":"GetObjectRequest","output":"GetObjectOutput","faults":["InvalidObjectState","NoSuchKey"]},
"GetPublicAccessBlock":{"method":"GET","path":"/{Bucket}?publicAccessBlock","status":200,"input":"GetPublicAccessBlockRequest","output":"GetPublicAccessBlockOutput","faults":[]},
"HeadBucket":{"method":"HEAD","path":"/{Bucket}","status":200,"input":"HeadBucketRequest","output":"HeadBucketOutput","faults":["NoSuchBucket"]},
"HeadObject":{"method":"HEAD","path":"/{Bucket}/{Key+}","status":200,"input":"HeadObjectRequest","output":"HeadObjectOutput","faults":["NoSuchKey"]},
"ListBuckets":{"method":"GET","path":"/","status":200,"input":"ListBucketsRequest","output":"ListBucketsOutput","faults":[]},
"ListObjectVersions":{"method":"GET","path":"/{Bucket}?versions","status":200,"input":"ListObjectVersionsRequest","output":"ListObjectVersionsOutput","faults":[]},
"ListObjects":{"method":"GET","path":"/{Bucket}","status":200,"input":"ListObjectsRequest","output":"ListObjectsOutput","faults":["NoSuchBucket"]},
"ListObjectsV2":{"method":"GET","path":"/{Bucket}?list-type=2","status":200,"input":"ListObjectsV2Request","output":"ListObjectsV2Output","faults":["NoSuchBucket"]},
"ListParts":{"method":"GET","path":"/{Bucket}/{Key+}","status":200,"input":"ListPartsRequest","output":"ListPartsOutput","faults":[]},
"PutBucketEncryption":{"method":"PUT","path":"/{Bucket}?encryption","status":200,"input":"PutBucketEncryptionRequest","faults":[]},
"PutBucketLifecycleConfiguration":{"method":"PUT","path":"/{Bucket}?lifecycle","status":200,"input":"PutBucketLifecycleConfigurationRequest","output":"PutBucketLifecycleConfigurationOutput","faults":[]},
"PutBucketPolicy":{"method":"PUT","path":"/{Bucket}?policy","status":200,"input":"PutBucketPolicyRequest","faults":[]},
"PutBucketTagging":{"method":"PUT","path":"/{Bucket}?tagging","status":200,"input":"PutBucketTaggingRequest","faults":[]},
"PutBucketVersioning":{"method":"PUT","path":"/{Bucket}?versioning","status":200,"input":"PutBucketVersioningRequest","faults":[]},
"PutObject":{"method":"PUT","path":"/{Bucket}/{Key+}","status":200,"input":"PutObjectRequest","output":"PutObjectOutput","faults":["EncryptionTypeMismatch","InvalidRequest","InvalidWriteOffset","TooManyParts"]},
"PutPublicAccessBlock":{"method":"PUT","path":"/{Bucket}?publicAccessBlock","status":200,"input":"PutPublicAccessBlockRequest","faults":[]},
"UploadPart":{"method":"PUT","path":"/{Bucket}/{Key+}","status":200,"input":"UploadPartRequest","output":"UploadPartOutput","faults":[]}
}`,
  new URL("./s3.shapes.json", import.meta.url),
);

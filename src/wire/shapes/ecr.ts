// Written by tools/generate-shapes.ts from AWS's service models. Do not edit.
import { shapeTable } from "../shape-table.ts";

/** The faults that the service declares, as the SDK's exception classes are named. */
export type FaultCode =
  | "ImageNotFoundException"
  | "InvalidParameterException"
  | "InvalidTagParameterException"
  | "KmsException"
  | "LimitExceededException"
  | "RepositoryAlreadyExistsException"
  | "RepositoryNotEmptyException"
  | "RepositoryNotFoundException"
  | "ServerException"
  | "TooManyTagsException"
  | "ValidationException";

export const shapes = shapeTable(
  {"service":"ecr","endpointPrefix":"api.ecr","signingName":"ecr","protocol":"aws-json","apiVersion":"2015-09-21","targetPrefix":"AmazonEC2ContainerRegistry_V20150921","jsonVersion":"1.1"},
  String.raw`{
"CreateRepository":{"method":"POST","path":"/","status":200,"input":"CreateRepositoryRequest","output":"CreateRepositoryResponse","faults":["InvalidParameterException","InvalidTagParameterException","KmsException","LimitExceededException","RepositoryAlreadyExistsException","ServerException","TooManyTagsException"]},
"DeleteRepository":{"method":"POST","path":"/","status":200,"input":"DeleteRepositoryRequest","output":"DeleteRepositoryResponse","faults":["InvalidParameterException","KmsException","RepositoryNotEmptyException","RepositoryNotFoundException","ServerException"]},
"DescribeImages":{"method":"POST","path":"/","status":200,"input":"DescribeImagesRequest","output":"DescribeImagesResponse","faults":["ImageNotFoundException","InvalidParameterException","RepositoryNotFoundException","ServerException"]},
"DescribeRepositories":{"method":"POST","path":"/","status":200,"input":"DescribeRepositoriesRequest","output":"DescribeRepositoriesResponse","faults":["InvalidParameterException","RepositoryNotFoundException","ServerException"]},
"GetAuthorizationToken":{"method":"POST","path":"/","status":200,"input":"GetAuthorizationTokenRequest","output":"GetAuthorizationTokenResponse","faults":["InvalidParameterException","ServerException"]},
"PutLifecyclePolicy":{"method":"POST","path":"/","status":200,"input":"PutLifecyclePolicyRequest","output":"PutLifecyclePolicyResponse","faults":["InvalidParameterException","RepositoryNotFoundException","ServerException","ValidationException"]},
"SetRepositoryPolicy":{"method":"POST","path":"/","status":200,"input":"SetRepositoryPolicyRequest","output":"SetRepositoryPolicyResponse","faults":["InvalidParameterException","RepositoryNotFoundException","ServerException"]}
}`,
  new URL("./ecr.shapes.json", import.meta.url),
);

// Written by tools/generate-shapes.ts from AWS's service models. Do not edit.
import type { KnownService } from "../shape-table.ts";

/** Every AWS service whose operations Gatepool knows by name, whether it serves them or not. */
export const knownServices: readonly KnownService[] = [
  { ...{"service":"apigateway","endpointPrefix":"apigateway","signingName":"apigateway","protocol":"rest-json","apiVersion":"2015-07-09"}, load: async () => (await import("./apigateway.ts")).shapes },
  { ...{"service":"apigatewaymanagementapi","endpointPrefix":"execute-api","signingName":"execute-api","protocol":"rest-json","apiVersion":"2018-11-29"}, load: async () => (await import("./apigatewaymanagementapi.ts")).shapes },
  { ...{"service":"apigatewayv2","endpointPrefix":"apigateway","signingName":"apigateway","protocol":"rest-json","apiVersion":"2018-11-29"}, load: async () => (await import("./apigatewayv2.ts")).shapes },
  { ...{"service":"cloudformation","endpointPrefix":"cloudformation","signingName":"cloudformation","protocol":"aws-query","apiVersion":"2010-05-15","xmlNamespace":"http://cloudformation.amazonaws.com/doc/2010-05-15/"}, load: async () => (await import("./cloudformation.ts")).shapes },
  { ...{"service":"cognito-identity","endpointPrefix":"cognito-identity","signingName":"cognito-identity","protocol":"aws-json","apiVersion":"2014-06-30","targetPrefix":"AWSCognitoIdentityService","jsonVersion":"1.1"}, load: async () => (await import("./cognito-identity.ts")).shapes },
  { ...{"service":"cognito-idp","endpointPrefix":"cognito-idp","signingName":"cognito-idp","protocol":"aws-json","apiVersion":"2016-04-18","targetPrefix":"AWSCognitoIdentityProviderService","jsonVersion":"1.1"}, load: async () => (await import("./cognito-idp.ts")).shapes },
  { ...{"service":"ecr","endpointPrefix":"api.ecr","signingName":"ecr","protocol":"aws-json","apiVersion":"2015-09-21","targetPrefix":"AmazonEC2ContainerRegistry_V20150921","jsonVersion":"1.1"}, load: async () => (await import("./ecr.ts")).shapes },
  { ...{"service":"iam","endpointPrefix":"iam","signingName":"iam","protocol":"aws-query","apiVersion":"2010-05-08","xmlNamespace":"https://iam.amazonaws.com/doc/2010-05-08/"}, load: async () => (await import("./iam.ts")).shapes },
  { ...{"service":"lambda","endpointPrefix":"lambda","signingName":"lambda","protocol":"rest-json","apiVersion":"2015-03-31"}, load: async () => (await import("./lambda.ts")).shapes },
  { ...{"service":"logs","endpointPrefix":"logs","signingName":"logs","protocol":"aws-json","apiVersion":"2014-03-28","targetPrefix":"Logs_20140328","jsonVersion":"1.1"}, load: async () => (await import("./logs.ts")).shapes },
  { ...{"service":"s3","endpointPrefix":"s3","signingName":"s3","protocol":"rest-xml","apiVersion":"2006-03-01"}, load: async () => (await import("./s3.ts")).shapes },
  { ...{"service":"ssm","endpointPrefix":"ssm","signingName":"ssm","protocol":"aws-json","apiVersion":"2014-11-06","targetPrefix":"AmazonSSM","jsonVersion":"1.1"}, load: async () => (await import("./ssm.ts")).shapes },
  { ...{"service":"sts","endpointPrefix":"sts","signingName":"sts","protocol":"aws-query","apiVersion":"2011-06-15","xmlNamespace":"https://sts.amazonaws.com/doc/2011-06-15/"}, load: async () => (await import("./sts.ts")).shapes },
];

import type * as ApiGatewayV2 from "@aws-sdk/client-apigatewayv2";
import type * as Logs from "@aws-sdk/client-cloudwatch-logs";
import type * as Cognito from "@aws-sdk/client-cognito-identity-provider";
import type * as Ecr from "@aws-sdk/client-ecr";
import type * as Iam from "@aws-sdk/client-iam";
import type * as Lambda from "@aws-sdk/client-lambda";
import type * as S3 from "@aws-sdk/client-s3";
import type * as Ssm from "@aws-sdk/client-ssm";
import type { Calls, InProcess, InProcessCaller } from "../wire/in-process.ts";

/** The operations that resources are made with, on behalf of a stack's owner. */
export interface Services {
  readonly apiGateway: Calls<typeof ApiGatewayV2>;
  readonly cognito: Calls<typeof Cognito>;
  readonly ecr: Calls<typeof Ecr>;
  readonly iam: Calls<typeof Iam>;
  readonly lambda: Calls<typeof Lambda>;
  readonly logs: Calls<typeof Logs>;
  readonly s3: Calls<typeof S3>;
  readonly ssm: Calls<typeof Ssm>;
}

/** What a stack does is done by the operations that clients use, and checked as theirs is. */
export function servicesFor(inProcess: InProcess, caller: InProcessCaller): Services {
  return {
    apiGateway: inProcess.calls("apigatewayv2", caller),
    cognito: inProcess.calls("cognito-idp", caller),
    ecr: inProcess.calls("ecr", caller),
    iam: inProcess.calls("iam", caller),
    lambda: inProcess.calls("lambda", caller),
    logs: inProcess.calls("logs", caller),
    s3: inProcess.calls("s3", caller),
    ssm: inProcess.calls("ssm", caller),
  };
}

import type { FunctionUrlAuthType } from "../foundation/invoke.ts";

/**
 * What the data plane works on: one deployed stage of an API, compiled whole, immutable, swapped
 * by one assignment. Made by apis/compile.ts; whatever cannot be served must be refused there.
 */
export interface StagePlan {
  readonly apiId: string;
  /** Twelve digits. */
  readonly account: string;
  readonly region: string;
  /** `$default` or the stage's name. */
  readonly stage: string;
  readonly deploymentId: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly cors?: CorsPlan;
  readonly accessLog?: AccessLogPlan;
  /** Present where this is no API, but the URL of a function. */
  readonly functionUrl?: FunctionUrlPlan;
  readonly routes: readonly RoutePlan[];
  /** Keys of routes that the API has by now and this deployment has not: for the trace of a 404. */
  readonly undeployed?: readonly string[];
  /** What the API has otherwise by now than this deployment: `route GET /pets`, `CORS`. */
  readonly changed?: readonly string[];
}

/** AWS: Lambda function URLs. */
export interface FunctionUrlPlan {
  readonly authType: FunctionUrlAuthType;
  readonly functionArn: string;
}

/** AWS: Configure logging for HTTP APIs. */
export interface AccessLogPlan {
  /** Name of the log group, in the API's account and region. */
  readonly group: string;
  /** A line with `$context.` variables. */
  readonly format: string;
}

export interface RoutePlan {
  readonly routeId: string;
  /** `GET /pets/{id}`, `ANY /{proxy+}` or `$default`. */
  readonly routeKey: string;
  readonly authorizer?: JwtAuthorizerPlan;
  /** At least one of these must be in the token; empty = none asked for. */
  readonly scopes: readonly string[];
  readonly integration: IntegrationPlan;
  /** As many requests as come where absent. */
  readonly throttle?: ThrottlePlan;
}

/** A bucket of `burst` tokens, one for each request, into which so many come back a second. */
export interface ThrottlePlan {
  readonly ratePerSecond: number;
  readonly burst: number;
}

/** AWS: JWT authorizers for HTTP APIs. */
export interface JwtAuthorizerPlan {
  readonly kind: "jwt";
  readonly authorizerId: string;
  readonly name: string;
  readonly identitySource: { readonly from: "header" | "querystring"; readonly name: string };
  readonly issuer: string;
  readonly audience: readonly string[];
}

export type IntegrationPlan = FunctionIntegrationPlan | HttpIntegrationPlan;

/** What is changed on the way to any integration and back. */
interface ParameterMappingPlan {
  readonly requestMapping?: readonly MappingRule[];
  /** By the status code of the integration's answer. */
  readonly responseMapping?: Readonly<Record<string, readonly MappingRule[]>>;
}

export interface FunctionIntegrationPlan extends ParameterMappingPlan {
  readonly kind: "function";
  readonly integrationId: string;
  readonly functionArn: string;
  /** The role under which the gateway calls; then no permission on the function is needed. */
  readonly credentialsArn?: string;
  readonly payloadFormat: "1.0" | "2.0";
  readonly timeoutMs: number;
}

export interface HttpIntegrationPlan extends ParameterMappingPlan {
  readonly kind: "http";
  readonly integrationId: string;
  /** `ANY` passes the client's method on. */
  readonly method: string;
  /** May hold `{name}` and `${stageVariables.name}`. */
  readonly uri: string;
  readonly timeoutMs: number;
}

/** One thing that is changed about a request or an answer on its way through. */
export interface MappingRule {
  readonly action: "append" | "overwrite" | "remove";
  readonly place: "header" | "querystring" | "path" | "statuscode";
  /** In lower case for headers; empty for path and status code. */
  readonly name: string;
  /** Joined; empty where something is removed. */
  readonly value: readonly MappingPiece[];
}

export type MappingPiece =
  | { readonly from: "text"; readonly text: string }
  | { readonly from: MappingSource; readonly name: string }
  | { readonly from: "path" }
  | { readonly from: "body"; readonly path: readonly (string | number)[] };

type MappingSource = "header" | "querystring" | "path-variable" | "context" | "stage-variable";

/** AWS: CORS for HTTP APIs. */
export interface CorsPlan {
  readonly allowOrigins: readonly string[];
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  readonly allowCredentials: boolean;
  readonly maxAgeSeconds?: number;
}

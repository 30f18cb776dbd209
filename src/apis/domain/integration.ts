import { checkFunctionUri, checkHttpUri } from "./integration-uri.ts";
import {
  mergeParameters,
  mergeResponses,
  type Parameters,
  parseRequestMapping,
  parseResponseMapping,
} from "./mapping.ts";
import { checkRanges, invalid, notServed, refuseUnserved } from "./refusal.ts";
import { blankVariables } from "./stage-variables.ts";

/** Where the requests of a route go. */
export interface Integration {
  readonly apiId: string;
  readonly integrationId: string;
  readonly integrationType: "AWS_PROXY" | "HTTP_PROXY";
  readonly integrationUri: string;
  /** `ANY` passes the client's method on. Functions are always called by POST. */
  readonly integrationMethod: string;
  readonly payloadFormatVersion: "1.0" | "2.0";
  readonly timeoutInMillis: number;
  /** The role under which the gateway calls a function. */
  readonly credentialsArn?: string;
  readonly description?: string;
  /** Whether it was made with its API, so that it cannot be deleted. */
  readonly managed?: boolean;
  /** What is changed about requests. */
  readonly requestParameters?: Parameters;
  /** What is changed about answers, by their status code. */
  readonly responseParameters?: Readonly<Record<string, Parameters>>;
}

/** An integration as clients write it, whole or in part. */
export interface IntegrationSettings {
  IntegrationType?: string | undefined;
  IntegrationUri?: string | undefined;
  IntegrationMethod?: string | undefined;
  IntegrationSubtype?: string | undefined;
  PayloadFormatVersion?: string | undefined;
  TimeoutInMillis?: number | undefined;
  CredentialsArn?: string | undefined;
  Description?: string | undefined;
  ConnectionType?: string | undefined;
  ConnectionId?: string | undefined;
  ContentHandlingStrategy?: string | undefined;
  PassthroughBehavior?: string | undefined;
  RequestParameters?: Parameters | undefined;
  RequestTemplates?: object | undefined;
  ResponseParameters?: Readonly<Record<string, Parameters>> | undefined;
  TemplateSelectionExpression?: string | undefined;
  TlsConfig?: object | undefined;
}

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY"];
const roleArn = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
const webSocketOnly = "leave it out: only WebSocket APIs have it";
const privateOnly = "leave it out: private integrations are not served";

/** An integration made of settings. */
export function newIntegration(
  ids: Pick<Integration, "apiId" | "integrationId">,
  settings: IntegrationSettings,
): Integration {
  const type = typeOf(settings.IntegrationType);
  return mergeIntegration(
    {
      ...ids,
      integrationType: type,
      integrationUri: "",
      integrationMethod: type === "AWS_PROXY" ? "POST" : "",
      payloadFormatVersion: "1.0",
      timeoutInMillis: 30_000,
    },
    settings,
  );
}

/**
 * The integration with the settings that are given; absent ones stay as they are.
 *
 * @throws Fault when a setting is wrong, or is one that the gateway does not serve
 */
export function mergeIntegration(current: Integration, settings: IntegrationSettings): Integration {
  refuseWhatIsNotServed(settings);
  checkRanges(settings, { IntegrationUri: [1, 2048], Description: [0, 1024] });
  const { IntegrationUri = current.integrationUri, Description = current.description } = settings;
  const { IntegrationMethod = current.integrationMethod } = settings;
  const { TimeoutInMillis = current.timeoutInMillis } = settings;
  const credentialsArn = settings.CredentialsArn ?? current.credentialsArn;
  const next: Integration = {
    apiId: current.apiId,
    integrationId: current.integrationId,
    integrationType: typeOf(settings.IntegrationType ?? current.integrationType),
    integrationUri: IntegrationUri,
    integrationMethod: IntegrationMethod,
    payloadFormatVersion: formatOf(settings.PayloadFormatVersion ?? current.payloadFormatVersion),
    timeoutInMillis: TimeoutInMillis,
    ...(credentialsArn && { credentialsArn }),
    ...(Description !== undefined && { description: Description }),
    ...(current.managed && { managed: true }),
    ...mappingOf(current, settings),
  };
  checkWhole(next);
  return next;
}

function refuseWhatIsNotServed(settings: IntegrationSettings): void {
  refuseUnserved(settings, {
    IntegrationSubtype: "call the AWS service from a function",
    ConnectionId: privateOnly,
    TlsConfig: privateOnly,
    ContentHandlingStrategy: webSocketOnly,
    PassthroughBehavior: webSocketOnly,
    RequestTemplates: webSocketOnly,
    TemplateSelectionExpression: webSocketOnly,
  });
  const { ConnectionType = "INTERNET" } = settings;
  if (ConnectionType !== "INTERNET") throw notServed("connectionType", ConnectionType, privateOnly);
}

type Mapping = Pick<Integration, "requestParameters" | "responseParameters">;

function mappingOf(current: Mapping, settings: IntegrationSettings): Mapping {
  const request = mergeParameters(current.requestParameters, settings.RequestParameters);
  const responses = mergeResponses(current.responseParameters, settings.ResponseParameters);
  parseRequestMapping(request);
  parseResponseMapping(responses);
  return {
    ...(Object.keys(request).length > 0 && { requestParameters: request }),
    ...(Object.keys(responses).length > 0 && { responseParameters: responses }),
  };
}

function typeOf(type: string | undefined): Integration["integrationType"] {
  if (type === "AWS_PROXY" || type === "HTTP_PROXY") return type;
  throw notServed("integrationType", type, "use AWS_PROXY for a function, HTTP_PROXY for a URL");
}

function formatOf(version: string): Integration["payloadFormatVersion"] {
  if (version === "1.0" || version === "2.0") return version;
  throw invalid("payloadFormatVersion", version, "1.0 or 2.0", "say which event format to send");
}

/** What one setting asks of another. */
function checkWhole(integration: Integration): void {
  const { integrationType, integrationUri, integrationMethod, credentialsArn } = integration;
  if (!methods.includes(integrationMethod)) {
    const change = "say by which method the backend is called, or ANY for the client's";
    throw invalid("integrationMethod", integrationMethod, methods.join(", "), change);
  }
  if (integrationType === "AWS_PROXY") {
    checkFunctionUri(integrationUri);
  } else checkHttpUri(integrationUri);
  if (integrationType === "HTTP_PROXY" && integration.payloadFormatVersion !== "1.0") {
    const change = "leave payloadFormatVersion out for HTTP_PROXY";
    throw invalid("payloadFormatVersion", integration.payloadFormatVersion, "1.0", change);
  }
  if (credentialsArn === undefined) return;
  if (integrationType === "HTTP_PROXY") {
    throw notServed("credentialsArn", credentialsArn, "leave it out: backends see no credentials");
  }
  if (!roleArn.test(blankVariables(credentialsArn, "v"))) {
    const expected = "arn:aws:iam::ACCOUNT:role/NAME";
    throw invalid("credentialsArn", credentialsArn, expected, "name the role to call under");
  }
}

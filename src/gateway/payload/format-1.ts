import { encodePath } from "../path.ts";
import {
  authorizerContext,
  domainPrefix,
  type EventSource,
  gatewayHeaders,
  pathParameters,
  queryEntries,
  record,
  requestTime,
  stageVariables,
} from "./event-source.ts";
import type { Header } from "./told-request.ts";

/** The event that a function gets in payload format 1.0. AWS: Lambda proxy integrations. */
export function eventInFormat1(source: EventSource) {
  const { call, route, body, told } = source;
  const { decision } = call;
  const headers = titled([...told.headers, ...gatewayHeaders(source)]);
  const query = queryEntries(source);
  return {
    version: "1.0",
    resource: resourceOf(route.plan.routeKey),
    path: encodePath(told.path),
    httpMethod: decision.method,
    headers: lastOfEach(headers),
    multiValueHeaders: allOfEach(headers),
    queryStringParameters: lastOfEach(query),
    multiValueQueryStringParameters: allOfEach(query),
    requestContext: contextOf(source),
    pathParameters: pathParameters(source) ?? null,
    stageVariables: stageVariables(source) ?? null,
    body: body.text ?? null,
    isBase64Encoded: body.isBase64Encoded,
  };
}

function contextOf(source: EventSource) {
  const { call, stage, route } = source;
  const { decision, head } = call;
  const authorizer = authorizerContext(source);
  return {
    accountId: stage.plan.account,
    apiId: stage.plan.apiId,
    ...(authorizer && { authorizer }),
    deploymentId: stage.plan.deploymentId,
    domainName: head.host,
    domainPrefix: domainPrefix(head.host),
    extendedRequestId: decision.traceId,
    httpMethod: decision.method,
    identity: identityOf(source),
    path: decision.stagePath,
    protocol: "HTTP/1.1",
    requestId: decision.traceId,
    requestTime: requestTime(decision.at),
    requestTimeEpoch: decision.at,
    resourceId: route.plan.routeKey,
    resourcePath: resourceOf(route.plan.routeKey),
    stage: stage.name,
  };
}

/** Who called, as far as no JWT says so: only what the connection and the client tell. */
function identityOf({ call }: EventSource) {
  return {
    accessKey: null,
    accountId: null,
    caller: null,
    cognitoAuthenticationProvider: null,
    cognitoAuthenticationType: null,
    cognitoIdentityId: null,
    cognitoIdentityPoolId: null,
    principalOrgId: null,
    sourceIp: call.sourceIp,
    user: null,
    userAgent: call.request.headers["user-agent"] ?? "",
    userArn: null,
  };
}

/** The route's path; `$default` has none but its name. */
function resourceOf(routeKey: string): string {
  return routeKey.slice(routeKey.indexOf(" ") + 1);
}

/** Names are as sent, but for the one that the gateway spells in its own way. */
function titled(headers: readonly Header[]): Header[] {
  return headers.map(([name, value]) =>
    name.toLowerCase() === "user-agent" ? ["User-Agent", value] : [name, value],
  );
}

function lastOfEach(entries: readonly Header[]): Record<string, string> | null {
  return record(entries) ?? null;
}

function allOfEach(entries: readonly Header[]): Record<string, string[]> | null {
  const values = new Map<string, string[]>();
  for (const [name, value] of entries) {
    const list = values.get(name) ?? [];
    list.push(value);
    values.set(name, list);
  }
  return record([...values]) ?? null;
}

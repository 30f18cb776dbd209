import { urlContext } from "../function-urls/event-context.ts";
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

/** The event that a function gets in payload format 2.0. AWS: Lambda proxy integrations. */
export function eventInFormat2(source: EventSource) {
  const { call, stage, route, body, told } = source;
  const { decision, head, request } = call;
  const { routeKey } = route.plan;
  const jwt = authorizerContext(source);
  const { functionUrl } = stage.plan;
  return {
    version: "2.0",
    routeKey,
    rawPath: told.path,
    rawQueryString: told.query,
    cookies: cookiesOf(told.headers),
    headers: folded([
      ...told.headers.filter(([name]) => !isCookie(name)),
      ...gatewayHeaders(source),
    ]),
    queryStringParameters: joined(queryEntries(source)),
    requestContext: {
      accountId: stage.plan.account,
      apiId: stage.plan.apiId,
      ...(jwt && { authorizer: { jwt } }),
      domainName: head.host,
      domainPrefix: domainPrefix(head.host),
      http: {
        method: decision.method,
        path: decision.stagePath,
        protocol: "HTTP/1.1",
        sourceIp: call.sourceIp,
        userAgent: request.headers["user-agent"] ?? "",
      },
      requestId: decision.traceId,
      routeKey,
      stage: stage.name,
      time: requestTime(decision.at),
      timeEpoch: decision.at,
      ...(functionUrl && urlContext(decision, stage.plan, functionUrl)),
    },
    body: body.text,
    pathParameters: pathParameters(source),
    isBase64Encoded: body.isBase64Encoded,
    stageVariables: stageVariables(source),
  };
}

function isCookie(name: string): boolean {
  return name.toLowerCase() === "cookie";
}

function cookiesOf(headers: readonly Header[]): string[] | undefined {
  const cookies = headers
    .filter(([name]) => isCookie(name))
    .flatMap(([, value]) => value.split(";"))
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie !== "");
  return cookies.length === 0 ? undefined : cookies;
}

function folded(headers: readonly Header[]): Record<string, string> | undefined {
  return joined(headers.map(([name, value]) => [name.toLowerCase(), value]));
}

/** Values of one name joined with commas. */
function joined(entries: readonly Header[]): Record<string, string> | undefined {
  const values = new Map<string, string>();
  for (const [name, value] of entries) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : `${before},${value}`);
  }
  return record([...values]);
}

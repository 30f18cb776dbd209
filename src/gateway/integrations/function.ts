import type { InvokeResult, InvokeSource } from "../../foundation/invoke.ts";
import { breakOff, refuse, withoutGatewayHeaders, writeHead } from "../answers.ts";
import type { Call } from "../call.ts";
import { urlRefusal, urlSource } from "../function-urls/run.ts";
import { eventBytesMax } from "../limits.ts";
import { BodyValues } from "../mapping/body-values.ts";
import type { ResponseMapping } from "../mapping/response-mapping.ts";
import { UnmappableValue } from "../mapping/value.ts";
import { eventBody } from "../payload/body.ts";
import type { EventSource } from "../payload/event-source.ts";
import { eventInFormat1 } from "../payload/format-1.ts";
import { eventInFormat2 } from "../payload/format-2.ts";
import {
  type FunctionAnswer,
  MalformedAnswer,
  readFunctionAnswer,
} from "../payload/function-answer.ts";
import { tellRequest } from "../payload/told-request.ts";
import type { FunctionTarget, Route, Stage } from "../stage.ts";
import { refuseExcess, takeBody } from "./body.ts";
import { mapHead } from "./mapped-answer.ts";

/** Calls a function with the request as an event. AWS: Lambda proxy integrations. */
export function callFunction(call: Call, stage: Stage, route: Route, target: FunctionTarget): void {
  takeBody(call, (body) => {
    start(call, stage, route, target, body).catch((error) => {
      if (!(error instanceof UnmappableValue)) breakOff(call, error);
      else refuse(call, 400, { kind: "mapping", detail: error.message });
    });
  });
}

async function start(
  call: Call,
  stage: Stage,
  route: Route,
  target: FunctionTarget,
  bytes: Buffer,
): Promise<void> {
  const body = eventBody(call.request, bytes);
  call.decision.encodedBody = body.isBase64Encoded;
  const told = tellRequest(call, target.requests, bytes);
  await invoke(call, { call, stage, route, body, told }, target);
}

async function invoke(call: Call, event: EventSource, target: FunctionTarget): Promise<void> {
  const { functionArn, plan } = target;
  const { timeoutMs } = plan;
  const isOld = plan.payloadFormat === "1.0";
  const payload = JSON.stringify(isOld ? eventInFormat1(event) : eventInFormat2(event));
  if (Buffer.byteLength(payload) > eventBytesMax) {
    refuseExcess(call);
    return;
  }
  let result: InvokeResult;
  try {
    const source = invokeSource(event, target);
    result = await call.shared.invoke({ functionArn, source, payload, timeoutMs });
  } catch (error) {
    call.shared.log.error({ err: error, functionArn }, "a function could not be called");
    result = { kind: "failed", reason: "the function could not be called: see the server's log" };
  }
  if (!call.response.destroyed) settle(call, result, target);
}

/** As which the function is called: a permission for it may name stage, method and route. */
function invokeSource({ call, stage, route }: EventSource, { plan }: FunctionTarget): InvokeSource {
  const { apiId, account, region, functionUrl } = stage.plan;
  if (functionUrl) return urlSource(call.decision, functionUrl);
  const { routeKey } = route.plan;
  const [method, path] = routeKey === "$default" ? [routeKey, ""] : routeKey.split(" ");
  const called = method === "ANY" ? call.decision.method : method;
  const place = `${apiId}/${stage.name}/${called}${path}`;
  return {
    kind: "service",
    principal: "apigateway.amazonaws.com",
    sourceArn: `arn:aws:execute-api:${region}:${account}:${place}`,
    ...(plan.credentialsArn && { credentialsArn: plan.credentialsArn }),
  };
}

function settle(call: Call, result: InvokeResult, target: FunctionTarget): void {
  if ("warning" in result) call.decision.warning = result.warning;
  call.decision.integrationRequestId = result.requestId;
  const functionUrl = call.decision.stage?.plan.functionUrl;
  if (result.kind === "answered") passOn(call, result.payload, target);
  else if (functionUrl) fail(call, ...urlRefusal(result, functionUrl));
  else fail(call, ...refusalFor(result, target));
}

function refusalFor(
  result: Exclude<InvokeResult, { kind: "answered" }>,
  { plan, functionArn }: FunctionTarget,
): [status: number, detail: string, change: string] {
  const { kind, reason } = result;
  switch (kind) {
    case "threw":
      return [500, `the function failed: ${reason}`, "see the function's log for the error"];
    case "timed-out": {
      const change = `make it faster, or raise timeoutInMillis (now ${plan.timeoutMs}) up to 30000`;
      return [503, `the function gave no answer: ${reason}`, change];
    }
    case "throttled":
      return [503, reason, "raise the function's concurrency, or call it less"];
    case "not-permitted":
      return [500, `the API may not run the function: ${reason}`, result.change];
    case "failed": {
      const change = `see that ${functionArn} exists`;
      return [500, `the function could not be run: ${reason}`, change];
    }
  }
}

function passOn(call: Call, payload: string, { plan, responses }: FunctionTarget): void {
  const format = plan.payloadFormat;
  const isUrl = call.decision.kind === "function-url";
  try {
    const usualType = isUrl ? "application/json" : undefined;
    const answer = readFunctionAnswer(payload, format, usualType);
    call.decision.foreignMember = answer.foreign;
    call.decision.backendStatus = answer.status;
    const { status, headers, body } = mapped(call, answer, responses?.get(answer.status));
    call.decision.responseBytes = body.length;
    writeHead(call, status, withoutGatewayHeaders(call, headers));
    call.response.end(body);
  } catch (error) {
    if (error instanceof UnmappableValue) {
      const detail = `its answer could not be mapped: ${error.message}`;
      fail(call, 500, detail, "answer with values that fit where responseParameters put them");
      return;
    }
    if (!(error instanceof MalformedAnswer)) throw error;
    const change = `answer as payload format ${format} asks: an object with statusCode and body`;
    fail(call, isUrl ? 502 : 500, error.message, change);
  }
}

function mapped(
  call: Call,
  answer: FunctionAnswer,
  mapping: ResponseMapping | undefined,
): Pick<FunctionAnswer, "status" | "headers" | "body"> {
  if (!mapping) return answer;
  const source = { call, headers: answer.headers, body: new BodyValues(answer.body) };
  const { status, headers, withoutBody } = mapHead(mapping, answer, source);
  return { status, headers, body: withoutBody ? noBody : answer.body };
}

const noBody = Buffer.alloc(0);

function fail(call: Call, status: number, detail: string, change: string): void {
  refuse(call, status, { kind: "integration", detail, change });
}

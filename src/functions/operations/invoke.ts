import { type FunctionsContext, fault, type InputOf, operation } from "../contract.ts";
import { type ExecutionRequest, limitOf, newChance } from "../invoker.ts";
import { findTarget, type Target } from "../lookup.ts";
import type { Done } from "../runtime/job.ts";

type Invocation = InputOf<"Invoke">;

/** Lambda's limits on an event, in bytes: while the caller waits, and when it does not. */
const payloadMax = { RequestResponse: 6_291_456, Event: 1_048_576, DryRun: 6_291_456 };

/** Runs a function: now, later, or not at all but to see whether it could be. */
export const invoke = operation("Invoke", {
  access: "iam",
  async run(input, context) {
    const { FunctionName, Qualifier, InvocationType = "RequestResponse" } = input;
    const chance = newChance(context.random);
    const target = await findTarget(FunctionName, Qualifier, context, chance);
    const payload = readPayload(input, payloadMax[InvocationType]);
    if (InvocationType === "DryRun")
      return { StatusCode: 204, ExecutedVersion: target.record.version };
    const request = requestOf(target, payload, input, context);
    if (InvocationType === "RequestResponse")
      return respond(await context.execute(request), target, input);
    if (!context.enqueue(request)) throw tooMany("Too many events wait for functions already");
    return { StatusCode: 202 };
  },
});

function readPayload({ Payload, InvocationType }: Invocation, max: number): Buffer {
  // The SDK lets clients give other kinds of bodies too: what arrives is always bytes.
  if (!(Payload instanceof Uint8Array) || Payload.length === 0) return Buffer.from("{}");
  if (Payload.length > max) {
    const operationName = InvocationType === "Event" ? "InvokeAsync" : "InvokeFunction";
    throw fault(
      "RequestTooLargeException",
      `Request must be smaller than ${max} bytes for the ${operationName} operation`,
    );
  }
  const payload = Buffer.from(Payload.buffer, Payload.byteOffset, Payload.length);
  try {
    JSON.parse(payload.toString());
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    const message = `Could not parse request body into json: ${problem}`;
    throw fault("InvalidRequestContentException", message);
  }
  return payload;
}

function requestOf(
  { latest, record, qualifier }: Target,
  payload: Buffer,
  { ClientContext }: Invocation,
  { requestId }: FunctionsContext,
): ExecutionRequest {
  const named = qualifier === undefined ? {} : { qualifier };
  const run = { record, requestId, payload, ...named, ...limitOf(latest) };
  if (ClientContext === undefined) return run;
  // Decoded to one line: it travels to the function in a header.
  const clientContext = Buffer.from(ClientContext, "base64").toString();
  try {
    return { ...run, clientContext: oneLine(clientContext) };
  } catch {
    throw fault(
      "InvalidRequestContentException",
      "Client context must be a valid Base64-encoded JSON object.",
    );
  }
}

function oneLine(json: string): string {
  const context: unknown = JSON.parse(json);
  if (typeof context !== "object" || context === null) throw new TypeError("no JSON object");
  const text = JSON.stringify(context);
  return text.replace(
    /[^\x20-\x7e]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function respond({ outcome, tail }: Done, { record }: Target, { LogType }: Invocation) {
  switch (outcome.kind) {
    case "throttled":
      throw outcome.isReserved
        ? beyondReserved(outcome.reason)
        : tooMany("Rate Exceeded.", outcome.reason);
    case "unable":
      throw fault("InvalidRuntimeException", outcome.reason);
    default:
      return {
        StatusCode: 200,
        ExecutedVersion: record.version,
        Payload: outcome.payload,
        ...(outcome.kind === "threw" ? { FunctionError: "Unhandled" } : {}),
        ...(LogType === "Tail" ? { LogResult: tail.toString("base64") } : {}),
      };
  }
}

function tooMany(message: string, received = message) {
  return fault("TooManyRequestsException", message, {
    members: { Reason: "ConcurrentInvocationLimitExceeded" },
    reason: {
      check: "concurrency",
      expected: "a process that is free for the event",
      received,
      change: "send fewer events at once, or let the server run more processes",
    },
  });
}

function beyondReserved(received: string) {
  return fault("TooManyRequestsException", "Rate Exceeded.", {
    members: { Reason: "ReservedFunctionConcurrentInvocationLimitExceeded" },
    reason: {
      check: "reserved concurrency",
      expected: "fewer events than the function may work on at once",
      received,
      change: "raise it (PutFunctionConcurrency) or take it away (DeleteFunctionConcurrency)",
    },
  });
}

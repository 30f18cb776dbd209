/** How one part of the server runs a function without knowing the part that keeps them. */
export type Invoke = (request: InvokeRequest) => Promise<InvokeResult>;

export interface InvokeRequest {
  /** The function's ARN, with or without a version or alias. */
  functionArn: string;
  /** For whom it runs, which must be permitted. */
  source: InvokeSource;
  /** The event, as JSON text in UTF-8. */
  payload: Buffer | string;
  /** Gives up after this long; the function's own time-out applies besides. */
  timeoutMs: number;
}

export type InvokeSource = ServiceSource | FunctionUrlSource;

/** A service that runs a function, and the resource for which it does. */
export interface ServiceSource {
  kind: "service";
  /** Such as `apigateway.amazonaws.com`. */
  principal: string;
  sourceArn: string;
  /** The role under which the service acts; it needs the function's own permission without. */
  credentialsArn?: string;
}

/** The URL of a function, through which somebody runs it. */
export interface FunctionUrlSource {
  kind: "function-url";
  authType: FunctionUrlAuthType;
  /** Who signed the call; nobody counts where the URL asks for no signature. */
  caller?: { account: string; arn: string };
}

/** Whether calls of a function's URL must be signed. */
export type FunctionUrlAuthType = "NONE" | "AWS_IAM";

/**
 * `failed` means that the function could not be run; `threw` that it ran and failed, also by its
 * own time-out; `timed-out` that the caller's time was over; `throttled` that it got no turn;
 * `not-permitted` that the source may not run it.
 * A `warning` is for the person who wrote the function, and belongs into the trace. The
 * `requestId` is what the function's log calls the run.
 */
export type InvokeResult = InvokeOutcome & { requestId?: string };

export type InvokeOutcome =
  | { kind: "answered"; payload: string; warning?: string }
  | { kind: "threw"; payload: string; reason: string; warning?: string }
  | { kind: "timed-out"; reason: string }
  | { kind: "throttled"; reason: string }
  | { kind: "not-permitted"; reason: string; change: string }
  | { kind: "failed"; reason: string };

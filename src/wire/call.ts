import { Fault } from "../foundation/fault.ts";
import type { Caller, Refusal } from "./authenticate.ts";
import { readAwsHost } from "./aws-host.ts";
import type { WireRequest } from "./exchange.ts";
import type { Found } from "./find-service.ts";
import type { Call } from "./operation.ts";
import { refusalCode, refusalStatus } from "./refusal-codes.ts";
import type { Protocol } from "./shape.ts";

interface Circumstances {
  readonly requestId: string;
  readonly found: Extract<Found, { kind: "operation" }>;
  readonly defaults: { readonly account: string; readonly region: string };
}

/**
 * Who calls. A public operation may be called by anybody: a signature that does not hold counts
 * as none there.
 * @throws Fault when the operation must be signed and is not, or not well
 */
export function callOf(
  authentication: Caller | Refusal,
  request: WireRequest,
  { requestId, found, defaults }: Circumstances,
): Call {
  const { operation, service } = found;
  if ("kind" in authentication) {
    if (operation.access !== "public") throw refusal(service.shapes.protocol, authentication);
    const region = readAwsHost(request.headers.host)?.region ?? defaults.region;
    const tenant = { account: defaults.account, region };
    return { tenant, callerArn: "anonymous", requestId };
  }
  const { account, region, callerArn, accessKeyId } = authentication;
  return { tenant: { account, region }, callerArn, accessKeyId, requestId };
}

function refusal(protocol: Protocol, { kind, message, reason }: Refusal): Fault {
  const status = refusalStatus(protocol);
  return new Fault(refusalCode(protocol, kind), message, { status, reason });
}

import { Fault } from "../../foundation/fault.ts";
import type { Log } from "../../foundation/log.ts";
import type { Random } from "../../foundation/random.ts";
import { ResourceFailure } from "../resource.ts";
import { TemplateError } from "../template/index.ts";

/** Why a resource failed, as CloudFormation words it. What is a bug goes to the log. */
export function reasonOf(error: unknown, { random, log }: { random: Random; log: Log }): string {
  if (error instanceof TemplateError || error instanceof ResourceFailure) return error.message;
  const token = `RequestToken: ${random.uuid()}`;
  if (error instanceof Fault) {
    return handlerMessage(error.message, `${token}, HandlerErrorCode: ${handlerCode(error.code)}`);
  }
  log.error({ err: error }, "a resource failed by a bug");
  return handlerMessage("Internal failure", `${token}, HandlerErrorCode: InternalFailure`);
}

function handlerMessage(message: string, details: string): string {
  return `Resource handler returned message: "${message}" (${details})`;
}

/** AWS: Handler error codes. */
function handlerCode(code: string): string {
  if (/NotFound|NoSuch/.test(code)) return "NotFound";
  if (/AlreadyExists|Conflict|Duplicate|EntityExists/.test(code)) return "AlreadyExists";
  if (/Limit|TooMany|Throttl/.test(code)) return "ServiceLimitExceeded";
  if (/AccessDenied|NotAuthorized|Forbidden/.test(code)) return "AccessDenied";
  return "InvalidRequest";
}

/** Whether an error says that something is not there. */
export function isGone(error: unknown): boolean {
  return error instanceof Fault && handlerCode(error.code) === "NotFound";
}

/** CloudFormation's sentence about the resources that failed. */
export function failedResources(verb: string, failed: readonly string[]): string {
  return `The following resource(s) failed to ${verb}: [${failed.join(", ")}].`;
}

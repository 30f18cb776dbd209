import { parseArn } from "../../foundation/arn.ts";
import type { Integration } from "../domain/integration.ts";
import { functionArnOf } from "../domain/integration-uri.ts";
import { badRequest, notServed } from "../domain/refusal.ts";
import type { HttpApiContext } from "./contract.ts";

/** No integration of an HTTP API may take longer. */
const timeoutMsMax = 30_000;
/** Who asks for more than this share of it expects slow answers. */
const slowShare = 0.8;

/**
 * The gateway calls under a role of the API's own account, and functions of that account only:
 * nobody is to reach another account's function by naming its ARN.
 *
 * @throws Fault for a role or a function of another account
 */
export function checkOwner(integration: Integration, account: string): void {
  const { integrationType, integrationUri, credentialsArn } = integration;
  if (credentialsArn !== undefined && parseArn(credentialsArn)?.account !== account) {
    throw foreignRole(credentialsArn, account);
  }
  if (integrationType !== "AWS_PROXY") return;
  if (parseArn(functionArnOf(integrationUri, {}))?.account === account) return;
  throw notServed("integrationUri", integrationUri, `call a function of account ${account}`);
}

/** Who sets a time-out near the most that there is would like to have more, which nobody gets. */
export function noteTimeout(
  { note, requestId }: HttpApiContext,
  operation: "CreateIntegration" | "UpdateIntegration",
  integrationId: string,
  timeoutMs: number | undefined,
): void {
  if (timeoutMs === undefined || timeoutMs <= slowShare * timeoutMsMax) return;
  note({
    requestId,
    subject: `${operation} ${integrationId}`,
    outcome: "kept, with a time-out near the ceiling",
    check: "timeoutInMillis",
    detail:
      `${timeoutMs} ms of at most ${timeoutMsMax}: whatever takes longer is answered by 503, ` +
      "even if the function may take longer. Answer long work at once, and tell its end later.",
  });
}

function foreignRole(received: string, account: string) {
  return badRequest("Cross-account pass role is not allowed.", {
    check: "credentialsArn",
    expected: `a role of account ${account}`,
    received,
    change: "name a role of the account that owns the API",
  });
}

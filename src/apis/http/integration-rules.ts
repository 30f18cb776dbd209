import { parseArn } from "../../foundation/arn.ts";
import type { Integration } from "../domain/integration.ts";
import { functionArnOf } from "../domain/integration-uri.ts";
import { badRequest, notServed } from "../domain/refusal.ts";

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

function foreignRole(received: string, account: string) {
  return badRequest("Cross-account pass role is not allowed.", {
    check: "credentialsArn",
    expected: `a role of account ${account}`,
    received,
    change: "name a role of the account that owns the API",
  });
}

import type { AuthFlowType } from "@aws-sdk/client-cognito-identity-provider";
import { fault } from "../contract.ts";
import { invalidParameter } from "../domain/faults.ts";
import { enabledFlows, flows, rotates } from "../domain/flows.ts";
import type { ClientRecord } from "../domain/records.ts";
import type { Target } from "./target.ts";

/**
 * @throws InvalidParameterException unless the client is allowed this flow, and
 *   UnsupportedOperationException for a refresh that would not rotate although it has to
 */
export function refuseDisabledFlow({ client, family }: Target, flow: AuthFlowType): void {
  if (flows[flow].method === "refresh" && rotates(client.settings)) throw wouldNotRotate(client);
  const enabled = enabledFlows(client.settings);
  if (flows[flow].flags.some((flag) => enabled.includes(flag))) return;
  const [flag] = flows[flow].flags;
  throw invalidParameter(disabledText(flow, family), {
    check: "auth flow",
    expected: `${flag} among the ExplicitAuthFlows of client ${client.id}`,
    received: `a client with ${enabled.join(", ")}`,
    change:
      `Add ${flag} to the client (UpdateUserPoolClient replaces all settings: send the others ` +
      "too), or use a flow that it has.",
  });
}

function disabledText(flow: AuthFlowType, family: string): string {
  if (flow === "CUSTOM_AUTH") return "CUSTOM_AUTH is not enabled for the client.";
  const isAdminOnly = family === "admin" && flows[flow].method === "password";
  return isAdminOnly
    ? "Auth flow not enabled for this client"
    : `${flow} flow not enabled for this client`;
}

function wouldNotRotate({ id }: ClientRecord) {
  const message = "REFRESH_TOKEN_AUTH is not supported when refresh token rotation is enabled.";
  return fault("UnsupportedOperationException", message, {
    reason: {
      check: "auth flow",
      expected: `GetTokensFromRefreshToken: client ${id} rotates its refresh tokens`,
      received: "REFRESH_TOKEN_AUTH",
      change:
        "Call GetTokensFromRefreshToken, and keep the RefreshToken of each answer; or disable " +
        "RefreshTokenRotation and allow ALLOW_REFRESH_TOKEN_AUTH.",
    },
  });
}

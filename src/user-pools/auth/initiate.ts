import type { AuthFlowType, InitiateAuthResponse } from "@aws-sdk/client-cognito-identity-provider";
import type { Context } from "../contract.ts";
import { invalidParameter, notSupported } from "../domain/faults.ts";
import { flows } from "../domain/flows.ts";
import { refuseDisabledFlow } from "./enabled-flow.ts";
import type { AuthParameters } from "./parameters.ts";
import { signInWithPassword } from "./password.ts";
import { refreshTokens } from "./refresh.ts";
import type { Target } from "./target.ts";

/** Starts a flow that the client is allowed; refuses every other one by its name. */
export async function initiate(
  context: Context,
  target: Target,
  flow: AuthFlowType,
  parameters: AuthParameters = {},
): Promise<InitiateAuthResponse> {
  refuseOtherFamily(target, flow);
  refuseDisabledFlow(target, flow);
  const answer = await carryOut(context, target, flow, parameters);
  if (answer.ChallengeName) noteChallenge(context, target, answer.ChallengeName);
  return answer;
}

function carryOut(
  context: Context,
  target: Target,
  flow: AuthFlowType,
  parameters: AuthParameters,
): Promise<InitiateAuthResponse> {
  const { method } = flows[flow];
  if (method === "password") return signInWithPassword(context, target, parameters);
  if (method === "refresh") return refreshTokens(context, target, parameters);
  throw flow === "CUSTOM_AUTH" ? noTrigger() : notSupported(`AuthFlow ${flow}`, flow);
}

/** A challenge is no refusal, and yet people ask why there are no tokens. */
function noteChallenge(
  { call, note }: Context,
  { family, client }: Target,
  challenge: string,
): void {
  const prefix = family === "admin" ? "Admin" : "";
  note({
    requestId: call.requestId,
    subject: `${prefix}InitiateAuth by client ${client.id}`,
    outcome: challenge,
    check: "password",
    detail:
      "It is right, but temporary: there are no tokens before the user has chosen their own. " +
      `Answer with ${prefix}RespondToAuthChallenge: ChallengeName NEW_PASSWORD_REQUIRED, the ` +
      "Session of this answer, and ChallengeResponses USERNAME and NEW_PASSWORD (with " +
      "userAttributes.NAME for each of requiredAttributes). `gatepool token` does that for you; " +
      "AdminSetUserPassword with Permanent spares the user the step.",
  });
}

function refuseOtherFamily({ family }: Target, flow: AuthFlowType): void {
  if (flows[flow].families.includes(family)) return;
  const [here, there] =
    family === "admin"
      ? ["AdminInitiateAuth", "InitiateAuth"]
      : ["InitiateAuth", "AdminInitiateAuth"];
  const stop = family === "admin" ? "" : ".";
  throw invalidParameter(`Initiate Auth method not supported${stop}`, {
    check: "auth flow",
    expected: `a flow that ${here} has`,
    received: flow,
    change: `Call ${there} for ${flow}.`,
  });
}

/** Triggers cannot be configured yet, so that no pool has this one. */
function noTrigger() {
  return invalidParameter("Custom auth lambda trigger is not configured for the user pool.", {
    check: "auth flow",
    expected: "a flow that this server has",
    received: "CUSTOM_AUTH",
    change: "Use USER_PASSWORD_AUTH or ADMIN_USER_PASSWORD_AUTH; triggers are not there yet.",
  });
}

import type {
  ChallengeNameType,
  RespondToAuthChallengeResponse,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Parts } from "../contract.ts";
import { notSupported } from "../domain/faults.ts";
import { answerNewPassword } from "./answer-new-password.ts";
import { type AuthParameters, requireParameter } from "./parameters.ts";
import type { Target } from "./target.ts";

/** An answer to a challenge, as it came. */
export interface ChallengeAnswer {
  readonly name: ChallengeNameType;
  readonly session: string | undefined;
  readonly responses: AuthParameters | undefined;
}

/** Takes the answer to a challenge; refuses challenges that this server never asks. */
export function respond(
  parts: Parts,
  target: Target,
  { name, session, responses = {} }: ChallengeAnswer,
): Promise<RespondToAuthChallengeResponse> {
  if (name !== "NEW_PASSWORD_REQUIRED") throw notSupported(`ChallengeName ${name}`, name);
  const given = requireParameter({ ...(session ? { Session: session } : {}) }, "Session");
  return answerNewPassword(parts, target, given, responses);
}

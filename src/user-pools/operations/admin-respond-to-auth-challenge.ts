import { respond } from "../auth/respond.ts";
import { adminTarget } from "../auth/target.ts";
import { operation } from "../contract.ts";

/** Takes the answer to a challenge that AdminInitiateAuth gave. */
export const adminRespondToAuthChallenge = operation("AdminRespondToAuthChallenge", {
  access: "iam",
  async run({ UserPoolId, ClientId, ChallengeName, Session, ChallengeResponses }, context) {
    const target = await adminTarget(context, UserPoolId, ClientId);
    const answer = { name: ChallengeName, session: Session, responses: ChallengeResponses };
    return respond(context, target, answer);
  },
});

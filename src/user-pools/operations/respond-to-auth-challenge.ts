import { respond } from "../auth/respond.ts";
import { publicTarget } from "../auth/target.ts";
import { operation } from "../contract.ts";

/** Takes the answer to a challenge that InitiateAuth gave. */
export const respondToAuthChallenge = operation("RespondToAuthChallenge", {
  access: "public",
  async run({ ClientId, ChallengeName, Session, ChallengeResponses }, context) {
    const target = await publicTarget(context, ClientId);
    const answer = { name: ChallengeName, session: Session, responses: ChallengeResponses };
    return respond(context, target, answer);
  },
});

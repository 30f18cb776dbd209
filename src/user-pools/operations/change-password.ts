import { bearerOf, type TokenBearer } from "../auth/access-token.ts";
import { countAttempt } from "../auth/attempts.ts";
import { guess, guessSubject } from "../auth/guesses.ts";
import { refuseWeakPassword } from "../auth/password-rules.ts";
import { type Context, operation } from "../contract.ts";
import { invalidParameter, notAuthorized } from "../domain/faults.ts";

/** Gives the bearer of an access token another password. Sessions that are open stay so. */
export const changePassword = operation("ChangePassword", {
  access: "public",
  async run({ AccessToken, PreviousPassword, ProposedPassword }, context) {
    const bearer = await bearerOf(context, AccessToken);
    await countAttempt(context, subjectOf(bearer), "ChangePassword");
    await provePrevious(context, bearer, PreviousPassword);
    refuseWeakPassword(bearer.pool, ProposedPassword);
    await write(context, bearer, AccessToken, ProposedPassword);
    return {};
  },
});

function subjectOf({ pool, user: { value: user } }: TokenBearer) {
  return guessSubject(pool, user, user.username);
}

/** A token alone may be stolen: guesses lock the user as those of sign-ins do. */
async function provePrevious(
  context: Context,
  bearer: TokenBearer,
  previous: string | undefined,
): Promise<void> {
  const { value: user } = bearer.user;
  if (previous === undefined) {
    if (!user.password) return;
    throw invalidParameter("Missing required parameter PreviousPassword", {
      check: "previous password",
      expected: `the password that user ${user.username} has now`,
      received: "no PreviousPassword",
      change: "Send it. Only a user who has no password yet may leave it out.",
    });
  }
  const isRight = () => context.passwords.isRight(user, previous);
  if (!(await guess(context, subjectOf(bearer), isRight))) throw wrongPassword(bearer);
}

function wrongPassword({ user: { value: user } }: TokenBearer) {
  return notAuthorized("Incorrect username or password.", {
    check: "previous password",
    expected: user.password
      ? `the password of user ${user.username}`
      : "none: there is no password",
    received: "another one",
    change: "Send the password that the user signs in with now as PreviousPassword.",
  });
}

/** What was proven must hold still: the user may be signed out, or change, at the same time. */
async function write(
  context: Context,
  proven: TokenBearer,
  accessToken: string,
  proposed: string,
): Promise<void> {
  const { users, passwords, clock } = context;
  const password = passwords.make(proven.user.value, proposed);
  for (let bearer = proven; ; bearer = await bearerOf(context, accessToken)) {
    const { pool, user: before } = bearer;
    if (before.value.password?.salt !== proven.user.value.password?.salt) {
      throw wrongPassword(bearer);
    }
    const after = { ...before.value, password, modifiedAt: clock.now() };
    if (!(await users.replace(pool, before, after))) return;
  }
}

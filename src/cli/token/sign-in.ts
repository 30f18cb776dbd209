import { createHmac } from "node:crypto";
import type {
  AuthenticationResultType,
  UserPoolClientType,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Attribute } from "../attribute.ts";
import type { Client } from "../client.ts";
import { Failure } from "../failure.ts";
import { askNewPassword, canAsk } from "../prompt.ts";

export interface SignIn {
  readonly userPoolId: string;
  /** With its settings: they say which flow to take, and hold the secret. */
  readonly appClient: UserPoolClientType;
  readonly username: string;
  readonly password: string;
  /** For a user who still has a temporary password. */
  readonly newPassword: string | undefined;
  readonly attributes: readonly Attribute[];
}

/**
 * Signs in by a password flow that the app client allows, and replaces a temporary password on
 * the way.
 */
export async function signIn(client: Client, request: SignIn): Promise<AuthenticationResultType> {
  const { userPoolId: UserPoolId, appClient, username, password } = request;
  const ClientId = appClient.ClientId ?? "";
  const AuthParameters = {
    USERNAME: username,
    PASSWORD: password,
    ...secretHash(appClient, username),
  };
  const first =
    flowOf(appClient) === "ADMIN_USER_PASSWORD_AUTH"
      ? await client.cognito("AdminInitiateAuth", {
          UserPoolId,
          ClientId,
          AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
          AuthParameters,
        })
      : await client.cognito("InitiateAuth", {
          ClientId,
          AuthFlow: "USER_PASSWORD_AUTH",
          AuthParameters,
        });
  if (first.AuthenticationResult) return first.AuthenticationResult;
  if (first.ChallengeName !== "NEW_PASSWORD_REQUIRED") throw cannotAnswer(first.ChallengeName);
  return setNewPassword(client, request, {
    session: first.Session,
    parameters: first.ChallengeParameters ?? {},
  });
}

interface NewPasswordChallenge {
  readonly session: string | undefined;
  readonly parameters: Readonly<Record<string, string>>;
}

async function setNewPassword(
  client: Client,
  request: SignIn,
  { session, parameters }: NewPasswordChallenge,
): Promise<AuthenticationResultType> {
  const { userPoolId: UserPoolId, appClient, attributes } = request;
  refuseMissing(parameters.requiredAttributes, attributes);
  const username = parameters.USER_ID_FOR_SRP ?? request.username;
  const answer = {
    ClientId: appClient.ClientId ?? "",
    ChallengeName: "NEW_PASSWORD_REQUIRED" as const,
    Session: session,
    ChallengeResponses: {
      USERNAME: username,
      NEW_PASSWORD: await newPasswordOf(request),
      ...Object.fromEntries(attributes.map(({ Name, Value }) => [`userAttributes.${Name}`, Value])),
      ...secretHash(appClient, username),
    },
  };
  const next =
    flowOf(appClient) === "ADMIN_USER_PASSWORD_AUTH"
      ? await client.cognito("AdminRespondToAuthChallenge", { UserPoolId, ...answer })
      : await client.cognito("RespondToAuthChallenge", answer);
  if (next.AuthenticationResult) return next.AuthenticationResult;
  throw cannotAnswer(next.ChallengeName);
}

async function newPasswordOf({ username, newPassword }: SignIn): Promise<string> {
  console.error(
    `${username} has a temporary password and must replace it now (NEW_PASSWORD_REQUIRED).`,
  );
  if (newPassword !== undefined) return newPassword;
  if (canAsk()) return askNewPassword(username);
  throw new Failure("Give the password that takes its place: --new-password PASSWORD");
}

/** The server lists them as JSON: `["userAttributes.email"]`. */
function refuseMissing(required: string | undefined, given: readonly Attribute[]): void {
  const names: string[] = JSON.parse(required ?? "[]");
  const missing = names
    .map((name) => name.replace(/^userAttributes\./, ""))
    .filter((name) => !given.some(({ Name }) => Name === name));
  if (missing.length === 0) return;
  const options = missing.map((name) => `--attribute ${name}=VALUE`).join(" ");
  throw new Failure(`The pool requires attributes with the new password; add ${options}`);
}

function flowOf(appClient: UserPoolClientType): "ADMIN_USER_PASSWORD_AUTH" | "USER_PASSWORD_AUTH" {
  const flows: readonly string[] = appClient.ExplicitAuthFlows ?? [];
  const allows = (...names: readonly string[]) => names.some((name) => flows.includes(name));
  // The second name of each is how it was written before 2019.
  if (allows("ALLOW_ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH")) {
    return "ADMIN_USER_PASSWORD_AUTH";
  }
  if (allows("ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH")) return "USER_PASSWORD_AUTH";
  throw new Failure(
    `The app client ${appClient.ClientId} allows no sign-in by password, only: ` +
      `${flows.join(", ") || "its defaults"}.\n` +
      "Add ALLOW_ADMIN_USER_PASSWORD_AUTH to its ExplicitAuthFlows, or name another --client-id.",
  );
}

/** What a client that has a secret sends along. */
function secretHash(
  { ClientId, ClientSecret }: UserPoolClientType,
  username: string,
): Record<string, string> {
  if (ClientSecret === undefined) return {};
  const hmac = createHmac("sha256", ClientSecret).update(username + ClientId);
  return { SECRET_HASH: hmac.digest("base64") };
}

function cannotAnswer(challenge: string | undefined): Failure {
  return new Failure(`The server asks for ${challenge}, which this command cannot answer.`);
}

import type { UserPoolClientType } from "@aws-sdk/client-cognito-identity-provider";
import type { Client } from "./client.ts";
import { Failure } from "./failure.ts";

/** More pools than this are not listed; whoever has them names one. */
const listedMax = 60;

/** Where a pool lives stands before the `_` of its id. Says nothing when no pool is named. */
export function regionOf(userPoolId: string | undefined): { region?: string } {
  const region = userPoolId?.split("_")[0];
  return region ? { region } : {};
}

/** The pool that is meant: the one that is named, or the only one that there is. */
export async function chooseUserPool(client: Client, named: string | undefined): Promise<string> {
  if (named !== undefined) return named;
  const { UserPools = [] } = await client.cognito("ListUserPools", { MaxResults: listedMax });
  const [only] = UserPools;
  if (UserPools.length === 1 && only?.Id !== undefined) return only.Id;
  if (UserPools.length === 0) {
    throw new Failure(
      `${client.url} has no user pool in ${client.region}.\n` +
        "Deploy one (`npm start` in a clone of Gatepool does), or set AWS_REGION to where it is.",
    );
  }
  const listed = UserPools.map(({ Id, Name }) => `  --user-pool-id ${Id}   ${Name}`);
  throw new Failure(["There are several user pools: say which.", ...listed].join("\n"));
}

/** The app client that is meant, with its settings and its secret. */
export async function chooseClient(
  client: Client,
  UserPoolId: string,
  named: string | undefined,
): Promise<UserPoolClientType> {
  const ClientId = named ?? (await onlyClientOf(client, UserPoolId));
  const answer = await client.cognito("DescribeUserPoolClient", { UserPoolId, ClientId });
  return { ...answer.UserPoolClient, ClientId };
}

async function onlyClientOf(client: Client, UserPoolId: string): Promise<string> {
  const input = { UserPoolId, MaxResults: listedMax };
  const { UserPoolClients = [] } = await client.cognito("ListUserPoolClients", input);
  const [only] = UserPoolClients;
  if (UserPoolClients.length === 1 && only?.ClientId !== undefined) return only.ClientId;
  if (UserPoolClients.length === 0) {
    throw new Failure(`The user pool ${UserPoolId} has no app client: nobody can sign in yet.`);
  }
  const listed = UserPoolClients.map(
    ({ ClientId, ClientName }) => `  --client-id ${ClientId}   ${ClientName}`,
  );
  throw new Failure(["There are several app clients: say which.", ...listed].join("\n"));
}

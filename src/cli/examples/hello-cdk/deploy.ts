import { createClient } from "../../client.ts";
import { deployApi } from "./api.ts";
import { deployFunction } from "./function.ts";
import { deployUserPool } from "./user-pool.ts";

/** What a person needs to try the example. */
export interface HelloCdk {
  readonly userPoolId: string;
  readonly clientId: string;
  /** Address of the route, such as `http://127.0.0.1:4566/_api/a1b2c3d4e5/api/hello`. */
  readonly helloUrl: string;
}

/** The user that the example makes. For development only, so that everybody may know it. */
export const exampleUser = { username: "ada", password: "Right-1234" };

/**
 * Puts the stack of examples/hello-cdk in place by the operations that any client would use. What
 * is there already is found by its names and kept, so that this may run at every start.
 */
export async function deployHelloCdk(serverUrl: string, region: string): Promise<HelloCdk> {
  const client = createClient(serverUrl, { region });
  const { roleArn, functionArn } = await deployFunction(client);
  const pool = await deployUserPool(client, exampleUser);
  const apiId = await deployApi(client, { roleArn, functionArn, ...pool });
  return { ...pool, helloUrl: `${serverUrl}/_api/${apiId}/api/hello` };
}

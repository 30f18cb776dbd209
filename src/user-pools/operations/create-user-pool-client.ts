import { newClientId, newClientSecret } from "../../foundation/ids.ts";
import { operation } from "../contract.ts";
import { chosenClientId, idTaken } from "../domain/chosen-ids.ts";
import { clientSettings } from "../domain/client-settings.ts";
import { describeClient } from "../domain/describe.ts";
import { invalidParameter, poolNotFound } from "../domain/faults.ts";
import { type ClientRecord, secretContext } from "../domain/records.ts";
import { poolOf } from "../lookup.ts";
import { noteUnreadAttributes } from "../unread-attributes.ts";

/** Creates an app client, with a secret if asked for. */
export const createUserPoolClient = operation("CreateUserPoolClient", {
  access: "iam",
  async run(input, context) {
    const { UserPoolId, ClientName, GenerateSecret, ClientSecret, ...settings } = input;
    const { value: pool } = await poolOf(context, UserPoolId);
    if (GenerateSecret && ClientSecret !== undefined) {
      throw invalidParameter("Only one of GenerateSecret and ClientSecret can be set.");
    }
    const { clients, secrets, random, clock } = context;
    const secret = GenerateSecret ? newClientSecret(random) : ClientSecret;
    const id = chosenClientId(pool.settings.UserPoolTags ?? {}, ClientName) ?? newClientId(random);
    const now = clock.now();
    const client: ClientRecord = {
      id,
      poolId: pool.id,
      name: ClientName,
      createdAt: now,
      modifiedAt: now,
      ...(secret === undefined ? {} : { sealedSecret: secrets.seal(secret, secretContext(id)) }),
      settings: clientSettings(settings, pool, secret !== undefined),
    };
    const conflict = await clients.create(client);
    if (conflict === "taken") throw idTaken("User pool client", id);
    if (conflict) throw poolNotFound(pool.id, context.call.tenant);
    noteUnreadAttributes(context, "CreateUserPoolClient", client, pool);
    return { UserPoolClient: describeClient(client, secret) };
  },
});

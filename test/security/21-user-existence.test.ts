import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf } from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { createClient, createPoolWithUser, createUser } from "../fixtures/users.ts";
import { callCognito } from "../fixtures/wire.ts";

const rounds = 25;

describe("pitfall 21: answers do not tell whether a user exists", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let clientId: string;

  beforeAll(async () => {
    server = await temporaryServer();
    const { idp } = clientsOf(server.url);
    const { poolId } = await createPoolWithUser(idp);
    await createUser(idp, poolId, "eve");
    const settings = { PreventUserExistenceErrors: "ENABLED" } as const;
    clientId = (await createClient(idp, poolId, settings)).ClientId;
  });
  afterAll(() => server.close());

  const attempt = (USERNAME: string) =>
    callCognito(server.url, "InitiateAuth", {
      ClientId: clientId,
      AuthFlow: "USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME, PASSWORD: "Wrong-1234" },
    });

  it("same text, same shape", async () => {
    const known = await attempt("ada");
    const unknown = await attempt("nobody");
    expect(unknown.status).toBe(known.status);
    expect(unknown.body).toEqual(known.body);
    expect(known.body).toEqual({
      __type: "NotAuthorizedException",
      message: "Incorrect username or password.",
    });
    const names = (headers: Headers) => [...headers.keys()].sort();
    expect(names(unknown.headers)).toEqual(names(known.headers));
  });

  it("locks out unknown names as it does known ones", async () => {
    const textsOf = async (username: string) => {
      const texts: unknown[] = [];
      for (let index = 0; index < rounds; index++) texts.push((await attempt(username)).body);
      return texts;
    };
    const known = await textsOf("eve");
    expect(known.at(-1)).toMatchObject({ message: "Password attempts exceeded" });
    expect(await textsOf("somebody-else")).toEqual(known);
  });
});

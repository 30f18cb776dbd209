import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  functionRoute,
  newIssuer,
  noon,
  type ServedGateway,
  serveGateway,
  serveHttp,
} from "../../../test/fixtures/gateway.ts";
import type { KeySet } from "../../tokens/key-set.ts";

const awsIssuer = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_poolAAAAA";
const seconds = noon / 1000;
const pool = newIssuer(awsIssuer);
const answer = async () => ({ kind: "answered", payload: '"let through"' }) as const;

let served: ServedGateway;
let localKeys: (issuer: string) => Promise<KeySet | undefined>;

beforeAll(async () => {
  const routes = [functionRoute("GET /hello", { authorizer: pool.authorizer })];
  served = await serveGateway([{ routes }], {
    invoke: answer,
    localKeys: (issuer) => localKeys(issuer),
  });
});
afterAll(() => served.close());
beforeEach(() => {
  served.now = noon;
  localKeys = async (issuer) => (issuer === awsIssuer ? pool.keySet : undefined);
  served.gateway.dropIssuer(awsIssuer);
});

const call = (token: string) => fetch(`${served.url}/hello`, { headers: { authorization: token } });

async function outcome(token: string) {
  const response = await call(token);
  const challenge = response.headers.get("www-authenticate");
  return { status: response.status, body: await response.text(), challenge };
}

describe("a token that was verified before", () => {
  test("is refused once it expires", async () => {
    const token = pool.token({ exp: seconds + 10 });
    expect((await call(token)).status).toBe(200);
    served.now += 9_999;
    expect((await call(token)).status).toBe(200);
    served.now += 1;
    expect((await outcome(token)).challenge).toContain("the token has expired");
  });

  test("is refused when the clock goes back behind its nbf", async () => {
    const token = pool.token({ nbf: seconds });
    expect((await call(token)).status).toBe(200);
    served.now -= 1000;
    expect((await call(token)).status).toBe(401);
  });

  test("is refused when its key is gone", async () => {
    const token = pool.token();
    expect((await call(token)).status).toBe(200);
    localKeys = async () => ({ keys: new Map(), readAt: noon });
    served.gateway.dropIssuer(awsIssuer);
    expect((await outcome(token)).challenge).toContain("unknown signing key");
  });

  test("is refused when its pool is gone, within seconds even if nobody says so", async () => {
    const token = pool.token();
    expect((await call(token)).status).toBe(200);
    localKeys = async () => undefined;
    served.now += 5_000;
    await call(token);
    expect((await call(token)).status).toBe(401);
  });

  test("is refused by an authorizer that takes other audiences", async () => {
    const token = pool.token();
    expect((await call(token)).status).toBe(200);
    const authorizer = { ...pool.authorizer, audience: ["client2"] };
    const [plan] = [served.plans.get("api1", "$default")];
    if (!plan) throw new Error("no plan");
    served.plans.replaceApi("api1", [
      { ...plan, routes: [functionRoute("GET /hello", { authorizer })] },
    ]);
    expect((await outcome(token)).challenge).toContain("valid audience");
    served.plans.replaceApi("api1", [plan]);
    expect((await call(token)).status).toBe(200);
  });

  test("is not believed of another issuer that has a key of the same name", async () => {
    const twin = newIssuer(`${awsIssuer}x`, pool.kid);
    expect((await call(pool.token())).status).toBe(200);
    expect((await call(twin.token({ iss: awsIssuer }))).status).toBe(401);
  });
});

describe("keys", () => {
  test("that were added are found, though the others are known already", async () => {
    expect((await call(pool.token())).status).toBe(200);
    const next = newIssuer(awsIssuer, "key-2");
    const both = new Map([...pool.keySet.keys, ...next.keySet.keys]);
    localKeys = async () => ({ keys: both, readAt: noon });
    served.now += 1_000;
    expect((await call(next.token())).status).toBe(200);
    expect((await call(pool.token())).status).toBe(200);
  });

  test("are read once for all requests that wait for them", async () => {
    let reads = 0;
    localKeys = async () => {
      reads++;
      await new Promise(setImmediate);
      return pool.keySet;
    };
    const statuses = await Promise.all(
      [1, 2, 3, 4, 5].map(async (at) => (await call(pool.token({ at }))).status),
    );
    expect(statuses).toEqual([200, 200, 200, 200, 200]);
    expect(reads).toBe(1);
  });

  test("are not read again for each token with an unknown kid", async () => {
    let reads = 0;
    localKeys = async () => {
      reads++;
      return pool.keySet;
    };
    for (let at = 0; at < 20; at++) await call(pool.token({}, { kid: `unknown-${at}` }));
    expect(reads).toBe(1);
  });

  test("that cannot be read are this server's fault: 500", async () => {
    localKeys = async () => {
      throw new Error("the disk is gone");
    };
    expect(await outcome(pool.token())).toMatchObject({
      status: 500,
      body: '{"message":"Internal Server Error"}',
    });
    expect(served.logged.join()).toContain("keys of an issuer not read");
  });

  test("of a pool at AWS are never asked for over the network", async () => {
    localKeys = async () => undefined;
    const response = await call(pool.token());
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toContain("OIDC discovery endpoint");
    expect(served.traceOf(response).steps.at(-1)?.detail).toContain("no user pool of this server");
  });
});

test("a foreign issuer's keys are read by discovery, and kept", async () => {
  const asked: string[] = [];
  const provider = await serveHttp((request, response) => {
    asked.push(request.url ?? "");
    const discovery = { issuer: foreign.issuer, jwks_uri: `${provider.url}/keys` };
    response.end(JSON.stringify(request.url === "/keys" ? foreign.jwks : discovery));
  });
  const foreign = newIssuer(provider.url);
  const routes = [functionRoute("GET /hello", { authorizer: foreign.authorizer })];
  const gateway = await serveGateway([{ routes }], { invoke: answer });
  try {
    for (let at = 0; at < 3; at++) {
      const headers = { authorization: foreign.token({ at }) };
      expect((await fetch(`${gateway.url}/hello`, { headers })).status).toBe(200);
    }
    expect(asked).toEqual(["/.well-known/openid-configuration", "/keys"]);
  } finally {
    await gateway.close();
    await provider.close();
  }
});

import { CreateRouteCommand } from "@aws-sdk/client-apigatewayv2";
import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Trace } from "../../src/diagnostics/trace.ts";
import { movableClock } from "../fixtures/clock.ts";
import {
  clientsOf,
  createHelloPool,
  createHelloStack,
  type HelloClients,
  type HelloStack,
  present,
} from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { createClient, createUser, signIn } from "../fixtures/users.ts";
import { getJson } from "../fixtures/wire.ts";

const day = 24 * 60 * 60 * 1000;

describe("each wrong turn of journey 1 says what to change", () => {
  const clock = movableClock();
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let clients: HelloClients;
  let stack: HelloStack;

  beforeAll(async () => {
    server = await temporaryServer({}, clock);
    clients = clientsOf(server.url);
    stack = await createHelloStack(clients);
    await createUser(clients.idp, stack.poolId);
  });

  afterAll(() => server.close());

  const call = (path: string, token?: string) =>
    fetch(`${server.url}/_api/${stack.apiId}${path}`, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });

  /** The refused step of the trace that the answer points to. */
  async function refusalOf(answer: Response) {
    const path = present(answer.headers.get("x-gatepool-trace") ?? undefined);
    const trace: Trace = await getJson(`${server.url}${path}`);
    const refused = trace.steps.filter((step) => step.outcome === "refused");
    expect(refused).toHaveLength(1);
    return present(refused[0]?.reason);
  }

  it("a first sign-in with the temporary password: what next", async () => {
    const user = { UserPoolId: stack.poolId, Username: "new" };
    const create = { ...user, TemporaryPassword: "Temp-1234" };
    await clients.idp.send(new AdminCreateUserCommand(create));
    const client = { UserPoolId: stack.poolId, ClientId: stack.clientId };
    const challenge = await clients.idp.send(
      new AdminInitiateAuthCommand({
        ...client,
        AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
        AuthParameters: { USERNAME: "new", PASSWORD: "Temp-1234" },
      }),
    );
    expect(challenge.ChallengeName).toBe("NEW_PASSWORD_REQUIRED");
    const id = present(challenge.$metadata.requestId);
    const trace: Trace = await getJson(`${server.url}/_gatepool/traces/${id}`);
    expect(JSON.stringify(trace)).toMatch(/NEW_PASSWORD/);
    const answer = await clients.idp.send(
      new AdminRespondToAuthChallengeCommand({
        ...client,
        ChallengeName: "NEW_PASSWORD_REQUIRED",
        Session: challenge.Session,
        ChallengeResponses: { USERNAME: "new", NEW_PASSWORD: "Right-5678" },
      }),
    );
    expect(answer.AuthenticationResult?.IdToken).toBeDefined();
  });

  it("an access token passes where the audience lists the client", async () => {
    const { access } = await signIn(clients.idp, stack.poolId, stack.clientId);
    expect((await call("/api/hello", access)).status).toBe(200);
  });

  it("an ID token of another client: 401, naming both", async () => {
    const { ClientId: other } = await createClient(clients.idp, stack.poolId);
    const { id } = await signIn(clients.idp, stack.poolId, other);
    const answer = await call("/api/hello", id);
    expect(answer.status).toBe(401);
    expect(await answer.text()).toBe('{"message":"Unauthorized"}');
    expect(answer.headers.get("www-authenticate")).toBe(
      'Bearer scope="" error="invalid_token" ' +
        'error_description="the token does not have a valid audience"',
    );
    const reason = await refusalOf(answer);
    expect(reason).toMatchObject({ check: "audience" });
    expect(reason.expected).toContain(stack.clientId);
    expect(reason.received).toContain(other);
    expect(reason.change).not.toBe("");
  });

  it("an expired token: 401, saying since when", async () => {
    const { id } = await signIn(clients.idp, stack.poolId, stack.clientId);
    expect((await call("/api/hello", id)).status).toBe(200);
    clock.advance(day + 1000);
    const answer = await call("/api/hello", id);
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toBe(
      'Bearer scope="" error="invalid_token" error_description="the token has expired"',
    );
    expect(await refusalOf(answer)).toMatchObject({ check: "times" });
  });

  it("a token of another pool: 401, with both issuers", async () => {
    const other = await createHelloPool(clients.idp);
    await createUser(clients.idp, other.poolId);
    const { id } = await signIn(clients.idp, other.poolId, other.clientId);
    const answer = await call("/api/hello", id);
    expect(answer.status).toBe(401);
    const reason = await refusalOf(answer);
    expect(reason.check).toBe("issuer");
    expect(reason.expected).toContain(stack.poolId);
    expect(reason.received).toContain(other.poolId);
  });

  it("no token at all: 401, saying where one is looked for", async () => {
    const answer = await call("/api/hello");
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    expect((await refusalOf(answer)).expected).toMatch(/authorization/i);
  });

  it("the stage's name left out of the URL: 404, naming the stages", async () => {
    const answer = await call("/hello");
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('{"message":"Not Found"}');
    const reason = await refusalOf(answer);
    expect(reason.check).toBe("stage");
    expect(reason.expected).toContain("api");
  });

  it("a route that is not deployed: 404, saying so", async () => {
    await clients.apis.send(
      new CreateRouteCommand({
        ApiId: stack.apiId,
        RouteKey: "GET /later",
        Target: `integrations/${stack.integrationId}`,
      }),
    );
    const answer = await call("/api/later");
    expect(answer.status).toBe(404);
    const reason = await refusalOf(answer);
    expect(reason.check).toBe("route");
    expect(JSON.stringify(reason)).toMatch(/GET \/later/);
    expect(reason.change).toMatch(/deploy/i);
  });

  it("leaves no token and no password in any trace", async () => {
    const { id, access } = await signIn(clients.idp, stack.poolId, stack.clientId);
    await call("/api/hello", id);
    await call("/api/hello", `${access}x`);
    const traces = await (await fetch(`${server.url}/_gatepool/traces?limit=1000`)).text();
    for (const secret of [id, access, "Right-1234", "Temp-1234", "Right-5678"]) {
      expect(traces).not.toContain(secret);
    }
    expect(traces).not.toMatch(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{20}/);
  });
});

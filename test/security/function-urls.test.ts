import { CreateAliasCommand } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Trace } from "../../src/diagnostics/trace.ts";
import { createEcho, sendCall, signCall, type UrlCall } from "../fixtures/function-urls.ts";
import { temporaryServer } from "../fixtures/server.ts";

const owner = { accessKeyId: "AKIAOWNER", secretAccessKey: "secret", account: "111122223333" };
const stranger = { accessKeyId: "AKIAOTHER", secretAccessKey: "hidden", account: "444455556666" };
const present = { now: () => Date.now() };
const forbidden = /^\{"Message":"Forbidden\. For troubleshooting Function URL authorization issues/;

describe("the URL of a function", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let echo: Awaited<ReturnType<typeof createEcho>>;
  let urlId: string;

  beforeAll(async () => {
    server = await temporaryServer({ credentials: [owner, stranger] }, present);
    echo = await createEcho(server.url, owner);
    urlId = await echo.createUrl({ AuthType: "AWS_IAM" });
  });
  afterAll(async () => {
    echo.close();
    await server.close();
  });

  const here = (more: Partial<UrlCall> = {}): UrlCall => ({ path: `/_url/${urlId}/x`, ...more });
  const sign = (call: UrlCall, keys: object = {}, now?: number) =>
    signCall(server.url, call, { ...owner, ...keys }, now);
  const send = (call: UrlCall) => sendCall(server.url, call);

  /** The refusing step of a trace, which only those with keys may read. */
  async function stepOf(answer: Awaited<ReturnType<typeof send>>) {
    const id = answer.headers["x-amzn-requestid"];
    const found = await send(sign({ path: `/_gatepool/traces/${id}` }));
    const trace: Trace = JSON.parse(found.text);
    return trace.steps.at(-1);
  }

  it("lets in its own account, under either of its names", async () => {
    const host = `${urlId}.lambda-url.us-east-1.on.aws`;
    for (const call of [here(), { host, path: "/x?b=2&a=1" }]) {
      const answer = await send(sign({ ...call, method: "POST", body: "hello" }));
      expect(answer.status).toBe(200);
      const { requestContext, rawPath } = JSON.parse(answer.text);
      expect(rawPath).toBe("/x");
      expect(requestContext.authorizer.iam).toMatchObject({
        accessKey: owner.accessKeyId,
        accountId: owner.account,
        userArn: `arn:aws:iam::${owner.account}:root`,
      });
    }
  });

  it.each<[string, Record<string, string>]>([
    ["nothing", {}],
    ["a token", { authorization: "Bearer x" }],
    ["an empty header", { authorization: "" }],
  ])("refuses a call with %s instead of a signature", async (_, headers) => {
    const answer = await send(here({ headers }));
    expect(answer.status).toBe(403);
    expect(answer.text).toMatch(forbidden);
    expect((await stepOf(answer))?.detail).toContain("a request without a signature");
  });

  const minutes = 60_000;
  it.each<[string, object, number, string, string]>([
    ["a guessed secret", { secretAccessKey: "guess" }, 0, "InvalidSignature", "signature"],
    ["a key that is not known", { accessKeyId: "AKIANOBODY" }, 0, "UnrecognizedClient", "access"],
    ["another's key id", { accessKeyId: stranger.accessKeyId }, 0, "InvalidSignature", "signature"],
    ["a token that was made up", { sessionToken: "x" }, 0, "UnrecognizedClient", "access"],
    ["a time long ago", {}, -6 * minutes, "InvalidSignature", "signature date"],
    ["a time to come", {}, 6 * minutes, "InvalidSignature", "signature date"],
    ["another service", { service: "execute-api" }, 0, "InvalidSignature", "signature scope"],
    ["another region", { region: "eu-west-1" }, 0, "InvalidSignature", "signature scope"],
  ])("refuses a signature with %s", async (_, keys, laterMs, code, check) => {
    const answer = await send(sign(here(), keys, Date.now() + laterMs));
    expect(answer.status).toBe(403);
    expect(answer.headers["x-amzn-errortype"]).toBe(`${code}Exception`);
    expect(await stepOf(answer)).toMatchObject({ outcome: "refused" });
    expect((await stepOf(answer))?.reason?.check).toContain(check);
  });

  it.each<[string, Partial<UrlCall>]>([
    ["body", { body: "evil" }],
    ["path", { path: "/_url/URL_ID/other" }],
    ["query", { path: "/_url/URL_ID/x?admin=1" }],
    ["method", { method: "PUT" }],
    ["host", { host: "localhost" }],
  ])("refuses a signed call whose %s was changed", async (_, change) => {
    const signed = sign(here({ method: "POST", body: "hello" }));
    const path = (change.path ?? signed.path).replace("URL_ID", urlId);
    const answer = await send({ ...signed, ...change, path });
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain("requestContext");
  });

  it("refuses a signature for another URL of the same function", async () => {
    const other = await echo.createUrl({ AuthType: "AWS_IAM", Qualifier: await alias("other") });
    const signed = sign(here());
    const answer = await send({ ...signed, path: signed.path.replace(urlId, other) });
    expect(answer.status).toBe(403);
    const dotted = await send({ ...sign(here()), path: `/_url/${other}/../${urlId}/x` });
    expect(dotted.status).toBe(400);
  });

  it("refuses a signed body that is declared as unsigned", async () => {
    const call = here({ method: "POST", body: "evil" });
    const { headers = {}, ...rest } = sign({ ...call, body: "" });
    const declared = { ...headers, "x-amz-content-sha256": "UNSIGNED-PAYLOAD" };
    const answer = await send({ ...rest, headers: declared, body: "evil" });
    expect(answer.status).toBe(403);
  });

  it("refuses a signature in the query that was made up, or is none", async () => {
    expect((await send(here({ path: `/_url/${urlId}/x?X-Amz-Signature=00` }))).status).toBe(403);
    const forged = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-SignedHeaders=host&X-Amz-Expires=60";
    const credential = `${owner.accessKeyId}/20261120/us-east-1/lambda/aws4_request`;
    const answer = await send(
      here({
        path:
          `/_url/${urlId}/x?${forged}&X-Amz-Date=20261120T200000Z&X-Amz-Signature=00` +
          `&X-Amz-Credential=${encodeURIComponent(credential)}`,
      }),
    );
    expect(answer.status).toBe(403);
  });

  it("lets another account in once its policy does, and that account only", async () => {
    const refused = await send(sign(here(), stranger));
    expect(refused.status).toBe(403);
    expect(refused.text).toMatch(forbidden);
    const step = await stepOf(refused);
    expect(step?.detail).toContain("lambda:InvokeFunctionUrl");
    expect(step?.reason?.change).toContain("aws lambda add-permission");
    await echo.allow("AWS_IAM", "999999999999");
    expect((await send(sign(here(), stranger))).status).toBe(403);
    await echo.allow("AWS_IAM", stranger.account);
    expect((await send(sign(here(), stranger))).status).toBe(200);
  });

  it("that is open needs a permission for everybody; one for signed calls is none", async () => {
    const Qualifier = await alias("open");
    const open = await echo.createUrl({ Qualifier });
    await echo.allow("AWS_IAM", "*", Qualifier);
    const refused = await send({ path: `/_url/${open}/` });
    expect(refused.status).toBe(403);
    expect(refused.text).toMatch(forbidden);
    await echo.allow("NONE", "*", Qualifier);
    const answer = await send({ path: `/_url/${open}/` });
    expect(JSON.parse(answer.text).requestContext.accountId).toBe("anonymous");
    const forged = await send({ path: `/_url/${open}/`, headers: { authorization: "AWS4-x" } });
    expect(JSON.parse(forged.text).requestContext.authorizer).toBeUndefined();
  });

  it("is told like any other that is not there", async () => {
    for (const id of ["a".repeat(32), "", "__proto__", urlId.slice(1)]) {
      const answer = await send({ path: `/_url/${id}/` });
      expect(answer.status).toBe(403);
      expect(answer.text).toMatch(forbidden);
    }
  });

  async function alias(Name: string): Promise<string> {
    await echo.lambda.send(
      new CreateAliasCommand({ FunctionName: "echo", FunctionVersion: "1", Name }),
    );
    return Name;
  }
});

describe("on a development server, the URL of a function", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let echo: Awaited<ReturnType<typeof createEcho>>;
  let path: string;

  beforeAll(async () => {
    server = await temporaryServer();
    echo = await createEcho(server.url, { accessKeyId: "test", secretAccessKey: "test" });
    path = `/_url/${await echo.createUrl({ AuthType: "AWS_IAM" })}/`;
  });
  afterAll(async () => {
    echo.close();
    await server.close();
  });

  const keys = { accessKeyId: "any", secretAccessKey: "any" };

  it("takes any signature, but not none, nor one for another service", async () => {
    expect((await sendCall(server.url, signCall(server.url, { path }, keys))).status).toBe(200);
    expect((await sendCall(server.url, { path })).status).toBe(403);
    const other = signCall(server.url, { path }, { ...keys, service: "execute-api" });
    expect((await sendCall(server.url, other)).status).toBe(403);
  });

  it.each([
    ["origin", "https://evil.example"],
    ["sec-fetch-site", "cross-site"],
  ])("takes none that the page of another site made up: %s", async (name, value) => {
    const { headers, ...call } = signCall(server.url, { path }, keys);
    const answer = await sendCall(server.url, { ...call, headers: { ...headers, [name]: value } });
    expect(answer.status).toBe(403);
  });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryStorage } from "../../test/fixtures/storage.ts";
import { secureRandom } from "../foundation/random.ts";
import { createSessions, type Sessions } from "./sessions.ts";

let now = Date.now();
const clock = { now: () => now };
let storage: Awaited<ReturnType<typeof temporaryStorage>>;
let sessions: Sessions;

beforeAll(async () => {
  storage = await temporaryStorage();
  sessions = createSessions({ keyring: storage.keyring, clock, random: secureRandom });
});

afterAll(() => storage.close());

const request = {
  account: "000000000000",
  roleName: "hello",
  sessionName: "ada",
  durationSeconds: 900,
};

test("a token tells whose session it is, and holds the secret", () => {
  const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = sessions.issue(request);
  expect(sessions.find(accessKeyId, sessionToken)).toEqual({
    secretAccessKey,
    account: "000000000000",
    callerArn: "arn:aws:sts::000000000000:assumed-role/hello/ada",
    expiresAt,
  });
  expect(sessionToken).not.toContain(secretAccessKey);
});

test("a token that was altered anywhere is not recognised", () => {
  const { accessKeyId, sessionToken } = sessions.issue(request);
  for (let at = 0; at < sessionToken.length - 1; at += 7) {
    const other = sessionToken[at] === "A" ? "B" : "A";
    const altered = sessionToken.slice(0, at) + other + sessionToken.slice(at + 1);
    expect(sessions.find(accessKeyId, altered)).toBeUndefined();
  }
});

test("a token that was made up, or is missing, is not recognised", () => {
  const { accessKeyId } = sessions.issue(request);
  expect(sessions.find(accessKeyId, "")).toBeUndefined();
  expect(sessions.find(accessKeyId, "FwoGZXIvYXdzEXAMPLE")).toBeUndefined();
  expect(sessions.find(accessKeyId, undefined)).toBeUndefined();
});

test("a token goes with its own access key only", () => {
  const [one, other] = [sessions.issue(request), sessions.issue(request)];
  expect(sessions.find(one.accessKeyId, other.sessionToken)).toBeUndefined();
});

test("a token of another kind of secret is not recognised", () => {
  const { accessKeyId } = sessions.issue(request);
  const sealed = storage.keyring.seal("{}", "user-pools/clients/secret");
  expect(sessions.find(accessKeyId, sealed)).toBeUndefined();
});

test("a token of another server is not recognised", async () => {
  const elsewhere = await temporaryStorage();
  const others = createSessions({ keyring: elsewhere.keyring, clock, random: secureRandom });
  const { accessKeyId, sessionToken } = others.issue(request);
  expect(sessions.find(accessKeyId, sessionToken)).toBeUndefined();
  await elsewhere.close();
});

test("a token expires to the second", () => {
  const { accessKeyId, sessionToken, expiresAt } = sessions.issue(request);
  now = expiresAt - 1;
  expect(sessions.find(accessKeyId, sessionToken)).toMatchObject({ account: "000000000000" });
  now = expiresAt;
  expect(sessions.find(accessKeyId, sessionToken)).toBe("expired");
});

import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { temporaryStorage } from "../../../test/fixtures/storage.ts";
import { systemClock } from "../../foundation/clock.ts";
import { secureRandom } from "../../foundation/random.ts";
import { ExpectedResponseStore } from "./expected-response-store.ts";
import { parseResponse } from "./response.ts";
import { Responses, responsesPath } from "./responses.ts";

async function open() {
  const { records, keyring, close } = await temporaryStorage();
  const store = new ExpectedResponseStore(records, keyring);
  const endpointUrl = () => "http://127.0.0.1:4566";
  const parts = { store, clock: systemClock, random: secureRandom, endpointUrl };
  return { store, responses: new Responses(parts), again: new Responses(parts), close };
}

const success = Buffer.from(
  JSON.stringify({ Status: "SUCCESS", PhysicalResourceId: "thing", Data: { Word: "secret" } }),
);
const read = { succeeded: true, physicalId: "thing", data: { Word: "secret" } };

/** What comes behind the path at which answers are taken. */
function pathOf(url: string): string {
  const { origin, pathname } = new URL(url);
  expect(`${origin}${pathname}`).toContain(`http://127.0.0.1:4566${responsesPath}`);
  return pathname.slice(responsesPath.length);
}

test("an answer reaches who waits for it, once, and nobody can answer again", async () => {
  const { responses, close } = await open();
  const { url, response } = await responses.expect("hello-Thing-1", 60_000);
  const both = [1, 2].map(() => responses.receive(pathOf(url), success));
  expect((await Promise.all(both)).sort()).toEqual([false, true]);
  expect(await response).toEqual(read);
  expect(await responses.receive(pathOf(url), success)).toBe(false);
  await close();
});

test("what is kept is neither the token nor, in clear text, the answer", async () => {
  const { store, responses, close } = await open();
  const { url } = await responses.expect("hello-Thing-1", 60_000);
  const token = pathOf(url).split("/")[1] ?? "";
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  await responses.receive(pathOf(url), success);
  const stored = await store.get("hello-Thing-1");
  const hash = createHash("sha256").update(token).digest("base64url");
  expect(stored?.value.tokenHash).toBe(hash);
  expect(JSON.stringify(stored)).not.toContain(token);
  expect(JSON.stringify(stored)).not.toContain("secret");
  await close();
});

test("only the address that was given out last is answered at", async () => {
  const { responses, close } = await open();
  const { url: former } = await responses.expect("hello-Thing-1", 60_000);
  const { url } = await responses.expect("hello-Thing-1", 60_000);
  const wrong = ["", "hello-Thing-1", "hello-Thing-1/", "other/x", "%zz/%zz", `${pathOf(url)}/x`];
  for (const path of [...wrong, pathOf(former), `${pathOf(url)}x`]) {
    expect(await responses.receive(path, success)).toBe(false);
  }
  expect(await responses.receive(pathOf(url), success)).toBe(true);
  await close();
});

test("whoever waits learns when the time is over, and another server what has come", async () => {
  const { responses, again, close } = await open();
  const { url, response } = await responses.expect("hello-Thing-1", 1);
  expect(await response).toBeUndefined();
  expect(await again.last("hello-Thing-1")).toBe("none yet");
  expect(await again.last("hello-Thing-2")).toBeUndefined();
  expect(await again.receive(pathOf(url), success)).toBe(true);
  expect(await again.last("hello-Thing-1")).toEqual(read);
  await close();
});

test.each([
  ["is no JSON", "<html>", "Response is not valid JSON"],
  ["is no object", "[]", "Response is not valid JSON"],
  ["is too long", JSON.stringify({ Data: "x".repeat(4096) }), "Response object is too long."],
  ["names no status", "{}", "Invalid Status"],
  ["names no resource", '{"Status":"SUCCESS"}', "Invalid PhysicalResourceId"],
  [
    "says why it failed",
    '{"Status":"FAILED","Reason":"no luck"}',
    "Received response status [FAILED] from custom resource. Message returned: no luck " +
      "(RequestId: r1)",
  ],
])("an answer that %s is a failure", (_, text, reason) => {
  expect(parseResponse(text, "r1")).toEqual({ succeeded: false, reason });
});

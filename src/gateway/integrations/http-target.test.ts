import { afterEach, expect, test } from "vitest";
import { httpRoute, serveGateway } from "../../../test/fixtures/gateway.ts";
import { readSeen, serveEcho } from "../../../test/fixtures/http-echo.ts";
import type { RoutePlan, StagePlan } from "../plan.ts";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(stage: Partial<StagePlan>) {
  const served = await serveGateway([stage]);
  closers.push(served.close);
  return served;
}

async function seenBy(url: string) {
  return readSeen(await (await fetch(url)).text());
}

async function echo() {
  const backend = await serveEcho();
  closers.push(backend.close);
  return backend;
}

type Case = [name: string, route: (backend: string) => RoutePlan, path: string, called: string];

const cases: Case[] = [
  ["the URI as it stands", (url) => httpRoute("GET /a", `${url}/x/y`), "/a", "/x/y"],
  ["the URI's root", (url) => httpRoute("GET /a", url), "/a", "/"],
  ["path variables", (url) => httpRoute("GET /p/{id}", `${url}/pets/{id}`), "/p/7", "/pets/7"],
  [
    "a variable that must be encoded",
    (url) => httpRoute("GET /p/{id}", `${url}/pets/{id}?id={id}`),
    "/p/a%20%26b%3Fc%252F",
    "/pets/a%20&b%3Fc%252F?id=a%20%26b%3Fc%252F",
  ],
  [
    "a greedy variable",
    (url) => httpRoute("ANY /p/{proxy+}", `${url}/base/{proxy}`),
    "/p/a/b%2Fc//d?e=f&e=%20",
    "/base/a/b/c//d?e=f&e=%20",
  ],
  [
    "the whole path for $default",
    (url) => httpRoute("$default", `${url}/base/`),
    "/a/b?c",
    "/base/a/b?c",
  ],
  [
    "both queries",
    (url) => httpRoute("GET /a", `${url}/x?own=1`),
    "/a?theirs=2",
    "/x?own=1&theirs=2",
  ],
  [
    "stage variables",
    () => httpRoute("GET /a", `http://\${stageVariables.host}/\${stageVariables.v}`),
    "/a",
    "/v2",
  ],
];

test.each(cases)("%s", async (_, route, path, called) => {
  const { url: backend } = await echo();
  const variables = { host: backend.replace("http://", ""), v: "v2" };
  const { url } = await serve({ routes: [route(backend)], variables });
  expect((await seenBy(`${url}${path}`)).url).toBe(called);
});

test("has no stage in it", async () => {
  const { url: backend } = await echo();
  const { url } = await serve({ stage: "api", routes: [httpRoute("$default", backend)] });
  expect((await seenBy(`${url}/api/a/b`)).url).toBe("/a/b");
});

test("has the integration's own method", async () => {
  const { url: backend } = await echo();
  const { url } = await serve({ routes: [httpRoute("GET /a", backend, { method: "POST" })] });
  const seen = await seenBy(`${url}/a`);
  expect(seen.method).toBe("POST");
  expect(seen.headers).toContainEqual(["content-length", "0"]);
});

test("cannot be made up when a stage variable is missing", async () => {
  const route = httpRoute("GET /a", `http://\${stageVariables.host}/`);
  const served = await serve({ routes: [route] });
  const response = await fetch(`${served.url}/a`);
  expect(response.status).toBe(500);
  const { steps } = served.traceOf(response);
  expect(steps.at(-1)?.detail).toBe("the stage has no variable host");
});

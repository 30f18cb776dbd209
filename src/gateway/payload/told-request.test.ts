import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type MappedFunction,
  serveMappedFunction,
} from "../../../test/fixtures/mapped-function.ts";

let mapped: MappedFunction;
beforeAll(async () => {
  mapped = await serveMappedFunction();
});
afterAll(() => mapped.close());

describe("the event of a mapped request", () => {
  const request = {
    "append:header.x-many": "$request.path.id",
    "overwrite:header.x-user": "$context.stage",
    "remove:header.x-gone": "",
    "overwrite:header.cookie": "a=1; b=2",
    "overwrite:header.content-type": "text/x-mapped",
    "overwrite:querystring.user": "$request.path.id",
    "remove:querystring.gone": "",
    "append:querystring.tag": "$request.body.tag",
    "overwrite:path": `/v2/\${request.path.id}/\${stageVariables.env}`,
  };
  const init = {
    method: "POST",
    headers: { "x-many": "1", "x-user": "forged", x_user: "forged", "x-gone": "1", cookie: "c=3" },
    body: JSON.stringify({ tag: "new&old" }),
  };
  const path = "/dev/pets/a%20b?tag=first&use%72=forged&gone=1";
  const query = "tag=first&user=a%20b&tag=new%26old";

  test("has other headers, another query and another path in format 2.0", async () => {
    const event = await mapped.eventOf(path, { request }, init);
    expect(event).toMatchObject({
      rawPath: "/v2/a b/blue",
      rawQueryString: query,
      queryStringParameters: { tag: "first,new&old", user: "a b" },
      headers: { "x-many": "1,a b", "x-user": "dev", "content-type": "text/x-mapped" },
      cookies: ["a=1", "b=2"],
    });
    expect(JSON.stringify(event)).not.toMatch(/forged|gone/);
  });

  test("has the same in format 1.0", async () => {
    const event = await mapped.eventOf(path, { request, format: "1.0" }, init);
    expect(event).toMatchObject({
      path: "/v2/a%20b/blue",
      queryStringParameters: { tag: "new&old", user: "a b" },
      multiValueQueryStringParameters: { tag: ["first", "new&old"], user: ["a b"] },
      headers: { "x-user": "dev", cookie: "a=1; b=2", "content-type": "text/x-mapped" },
      multiValueHeaders: { "x-many": ["1", "a b"] },
    });
    expect(JSON.stringify(event)).not.toMatch(/forged|gone/);
  });

  test("says of the request itself what it was", async () => {
    const event = await mapped.eventOf(path, { request }, init);
    expect(event).toMatchObject({
      routeKey: "ANY /pets/{id}",
      pathParameters: { id: "a b" },
      body: init.body,
      requestContext: { http: { method: "POST", path: "/dev/pets/a b" } },
    });
  });

  test("can lose the stage from its path", async () => {
    const event = await mapped.eventOf("/dev/pets/7", {
      request: { "overwrite:path": "$request.path" },
    });
    expect(event.rawPath).toBe("/pets/7");
  });

  test("has text, where a backend would get bytes", async () => {
    const event = await mapped.eventOf("/pets/J%C3%BCrgen", {
      request: { "append:header.x-name": "$request.path.id" },
    });
    expect(event.headers).toMatchObject({ "x-name": "Jürgen" });
  });

  test("has one spelling of a header in format 1.0", async () => {
    const event = await mapped.eventOf(
      "/pets/7",
      { format: "1.0", request: { "append:header.user-agent": "mapped" } },
      { headers: { "User-Agent": "test" } },
    );
    expect(event.multiValueHeaders).toMatchObject({ "User-Agent": ["test", "mapped"] });
    expect(event.headers).not.toHaveProperty("user-agent");
  });

  test("may name another host", async () => {
    const event = await mapped.eventOf("/pets/7", {
      request: { "overwrite:header.host": "pets.example" },
    });
    expect(event.headers).toMatchObject({ host: "pets.example" });
  });
});

test.each<[string, string, Record<string, string>]>([
  ["a line end", "/pets/7?a=%0d%0a", { "append:header.a": "$request.querystring.a" }],
  ["a way out of its folder", "/pets/7?a=..", { "overwrite:path": `/b/\${request.querystring.a}` }],
  ["a host that is none", "/pets/7?a=b/c", { "overwrite:header.host": "$request.querystring.a" }],
  ["no host", "/pets/7", { "overwrite:header.host": "$request.querystring.a" }],
])("%s is refused, and the function does not run", async (_, path, request) => {
  const before = mapped.calls();
  const response = await mapped.call(path, { request });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ message: "Bad Request" });
  expect(mapped.served.traceOf(response).steps.at(-1)?.reason?.check).toBe("mapping");
  expect(mapped.calls()).toBe(before);
});

import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type MappedGateway,
  type Seen,
  serveMapped,
} from "../../../test/fixtures/mapped-backend.ts";
import { contextNames } from "../../apis/domain/mapping-value.ts";

let mapped: MappedGateway;
let call: MappedGateway["call"];
let seen: MappedGateway["seen"];
beforeAll(async () => {
  mapped = await serveMapped();
  ({ call, seen } = mapped);
});
afterAll(() => mapped.close());

describe("headers of a request", () => {
  test("are appended, overwritten and removed", async () => {
    const { headers, rawHeaders } = await seen(
      "/pets/7",
      {
        request: {
          "append:header.x-many": "$request.path.id",
          "overwrite:header.x-user": "$context.requestId",
          "remove:header.x-gone": "",
        },
      },
      { headers: { "x-many": "1", "X-User": "forged", x_user: "forged", "x-gone": "1" } },
    );
    expect(headers["x-many"]).toBe("1, 7");
    expect(headers["x-user"]).toMatch(/^[\w-]{15}=$/);
    expect(headers).not.toHaveProperty("x-gone");
    expect(rawHeaders.join()).not.toContain("forged");
  });

  test("are made of everything that a request has", async () => {
    const { headers } = await seen(
      "/pets/a%20b?q=1&q=%C3%A4&Q=no",
      {
        request: {
          "append:header.h": "$request.header.x-in",
          "append:header.q": "$request.querystring.q",
          "append:header.p": "$request.path",
          "append:header.v": "$request.path.id",
          "append:header.b": "$request.body.pet.names[1]",
          "append:header.o": "$request.body.pet",
          "append:header.s": "$stageVariables.env",
          "append:header.m": `\${request.path.id}-\${context.stage}!`,
          "append:header.none": "$request.header.absent",
          "append:header.null": "$request.body.constructor.name",
        },
      },
      {
        method: "POST",
        headers: { "x-in": "in" },
        body: JSON.stringify({ pet: { names: ["Rex", "Tom"] } }),
      },
    );
    expect(headers).toMatchObject({
      h: "in",
      p: "/pets/a b",
      v: "a b",
      b: "Tom",
      o: '{"names":["Rex","Tom"]}',
      s: "blue",
      m: "a b-$default!",
    });
    expect(Buffer.from(headers.q ?? "", "latin1").toString()).toBe("1,ä");
    expect(headers).not.toHaveProperty("none");
    expect(headers).not.toHaveProperty("null");
  });

  test("that are overwritten go even when there is nothing to put in", async () => {
    const { headers } = await seen(
      "/pets/7",
      { request: { "overwrite:header.x-user": "$context.authorizer.claims.sub" } },
      { headers: { "x-user": "root" } },
    );
    expect(headers).not.toHaveProperty("x-user");
  });

  test("tell a backend who was authorized", async () => {
    const { headers } = await seen(
      "/pets/7",
      { request: { "overwrite:header.x-user": "$context.authorizer.claims.sub" } },
      { headers: { "x-user": "root", authorization: mapped.pool.token() } },
      { authorizer: mapped.pool.authorizer },
    );
    expect(headers["x-user"]).toBe("ada");
  });

  test("may name another host", async () => {
    const { headers } = await seen("/pets/7", {
      request: { "overwrite:header.host": "pets.example:8080" },
    });
    expect(headers.host).toBe("pets.example:8080");
    const mapping = { request: { "overwrite:header.host": "$request.querystring.h" } };
    expect((await call("/pets/7", mapping)).status).toBe(400);
    expect((await call("/pets/7?h=a/b", mapping)).status).toBe(400);
  });

  test("know every variable that can be mapped", async () => {
    const entries = contextNames.map((name) => [`append:header.x-${name}`, `$context.${name}`]);
    const { headers } = await seen("/pets/7", { request: Object.fromEntries(entries) });
    for (const name of contextNames) expect(headers).toHaveProperty([`x-${name.toLowerCase()}`]);
    expect(headers["x-routekey"]).toBe("ANY /pets/{id}");
  });
});

describe("the address of a request", () => {
  test("gets parameters, and loses them in every spelling", async () => {
    const { url } = await seen("/pets/7?keep=a%2Fb&use%72=1&user=2&gone=3", {
      request: {
        "overwrite:querystring.user": "$request.path.id",
        "remove:querystring.gone": "",
        "append:querystring.new": "a&b=c",
      },
    });
    expect(url).toBe("/base/7?own=1&keep=a%2Fb&user=7&new=a%26b%3Dc");
  });

  test("gets another path, which a value cannot end", async () => {
    const mapping = { request: { "overwrite:path": `/v2/\${request.header.x-in}/pets` } };
    const { url } = await seen("/pets/7?a=b", mapping, { headers: { "x-in": "c?d=e#f%41" } });
    expect(url).toBe("/v2/c%3Fd=e%23f%2541/pets?own=1&a=b");
    const odd = await seen("/pets/7", { request: { "overwrite:path": "$stageVariables.odd" } });
    expect(odd.url).toBe("/a%3Fb%23c?own=1");
  });

  test.each(["../admin", "..", "a/../../admin", ".", "..;x=1", "..\\admin"])(
    "cannot be led out of its folder by %s",
    async (value) => {
      const mapping = { request: { "overwrite:path": `/pets/\${request.header.x-in}` } };
      const response = await call("/pets/7", mapping, { headers: { "x-in": value } });
      expect(response.status).toBe(400);
      expect(mapped.served.traceOf(response).steps.at(-1)?.reason?.check).toBe("mapping");
    },
  );
});

describe("a body that values are taken from", () => {
  const mapping = { request: { "append:header.a": "$request.body.a" } };

  test("still reaches the backend whole", async () => {
    const body = JSON.stringify({ a: "b" });
    const { headers, body: received } = await seen("/pets/7", mapping, { method: "POST", body });
    expect(headers.a).toBe("b");
    expect(received).toBe(body);
  });

  test("may come in chunks, even empty", async () => {
    for (const sent of ['{"a":"b"}', ""]) {
      const { headers, body } = await new Promise<Seen>((resolve) => {
        const client = request(`${mapped.served.url}/pets/7`, { method: "POST" }, (response) => {
          let text = "";
          response.on("data", (part) => {
            text += part;
          });
          response.on("end", () => resolve(JSON.parse(text)));
        });
        client.setHeader("transfer-encoding", "chunked");
        client.flushHeaders();
        client.end(sent);
      });
      expect(body).toBe(sent);
      expect(headers.a).toBe(sent === "" ? undefined : "b");
    }
  });

  test.each([
    ["no JSON", "a=b"],
    ["no such member", "{}"],
    ["null", '{"a":null}'],
    ["more than 100 KB", JSON.stringify({ fill: "x".repeat(110_000), a: "b" })],
  ])("gives nothing when it has %s", async (_, body) => {
    const { headers } = await seen("/pets/7", mapping, { method: "POST", body });
    expect(headers).not.toHaveProperty("a");
  });

  test("gives nothing too long for a header", async () => {
    const body = JSON.stringify({ a: "x".repeat(10_241) });
    expect((await call("/pets/7", mapping, { method: "POST", body })).status).toBe(400);
  });

  test("is refused when it is too long", async () => {
    const body = Buffer.alloc(10 * 1024 * 1024 + 1);
    expect((await call("/pets/7", mapping, { method: "POST", body })).status).toBe(413);
  });
});

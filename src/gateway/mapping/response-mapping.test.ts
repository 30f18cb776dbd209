import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type MappedGateway,
  type Parameters,
  serveMapped,
} from "../../../test/fixtures/mapped-backend.ts";

let mapped: MappedGateway;
beforeAll(async () => {
  mapped = await serveMapped();
});
afterAll(() => mapped.close());

function answered(status: number, response: Record<string, Parameters>) {
  return mapped.call("/pets/7", { response }, { headers: { "x-answer": String(status) } });
}

test("an answer gets headers and another status, by its status", async () => {
  const mapping = {
    404: {
      "overwrite:statuscode": "200",
      "append:header.x-was": "$response.header.X-Own",
      "remove:header.x-own": "",
      "overwrite:header.content-type": "text/plain",
      "append:header.x-id": `id \${context.requestId}`,
      "append:header.x-url": "$response.body.url",
    },
  };
  const found = await answered(404, mapping);
  expect(found.status).toBe(200);
  expect(found.headers.get("x-was")).toBe("from-backend");
  expect(found.headers.has("x-own")).toBe(false);
  expect(found.headers.get("content-type")).toBe("text/plain");
  expect(found.headers.get("x-id")).toBe(`id ${found.headers.get("apigw-requestid")}`);
  expect(found.headers.get("x-url")).toBe("/base/7?own=1");
  expect(await found.json()).toMatchObject({ method: "GET" });
  const other = await answered(403, mapping);
  expect(other.status).toBe(403);
  expect(other.headers.get("x-own")).toBe("from-backend");
});

test("an answer loses its body with a status that has none, and gains none", async () => {
  const emptied = await answered(200, { 200: { "overwrite:statuscode": "204" } });
  expect(emptied.status).toBe(204);
  expect(emptied.headers.has("content-length")).toBe(false);
  expect(await emptied.text()).toBe("");
  const filled = await answered(204, { 204: { "overwrite:statuscode": "200" } });
  expect(filled.status).toBe(200);
  expect(await filled.text()).toBe("");
});

test("an answer is 500 when its new status is none", async () => {
  const response = await answered(200, {
    200: { "overwrite:statuscode": "$response.header.x-own" },
  });
  expect(response.status).toBe(500);
  expect(mapped.served.traceOf(response).steps.at(-1)?.detail).toContain(
    "mapped to the status code",
  );
});

test("an answer of the gateway's own is not mapped", async () => {
  const response = await mapped.call(
    "/pets/7",
    { response: { 401: { "overwrite:statuscode": "200" } } },
    {},
    { authorizer: mapped.pool.authorizer },
  );
  expect(response.status).toBe(401);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { type MappedGateway, serveMapped } from "../../../test/fixtures/mapped-backend.ts";

let mapped: MappedGateway;
beforeAll(async () => {
  mapped = await serveMapped();
});
afterAll(() => mapped.close());

async function notesOf(...call: Parameters<MappedGateway["call"]>): Promise<string[]> {
  const { steps } = mapped.served.traceOf(await mapped.call(...call));
  return steps.filter(({ check }) => check === "mapping").map(({ detail }) => detail);
}

test("a trace tells what of a request was mapped, and by no value", async () => {
  const request = {
    "append:header.x-key": "secret",
    "append:querystring.key": "secret",
    "overwrite:path": "/elsewhere",
  };
  const response = await mapped.call("/pets/7", { request });
  const { steps } = mapped.served.traceOf(response);
  expect(steps.at(-1)?.detail).toBe("requestParameters change the request's headers, query, path");
  expect(steps.at(-2)?.detail).toContain("/elsewhere answered 200");
  expect(JSON.stringify(steps)).not.toContain("secret");
  expect(JSON.stringify(steps)).not.toContain("no path variable");
});

test("a trace tells what became of the backend's answer", async () => {
  const response = { 404: { "overwrite:statuscode": "200" }, 500: { "append:header.a": "b" } };
  const answered = (status: string) =>
    notesOf("/pets/7", { response }, { headers: { "x-answer": status } });
  expect(await answered("404")).toEqual(["the backend answered 404, mapped to 200"]);
  expect(await answered("500")).toEqual(["responseParameters for 500 change the answer's headers"]);
  expect(await answered("403")).toEqual([
    "the backend answered 403: responseParameters are for 404, 500 only, and change nothing",
  ]);
});

test("a request that could not be mapped tells why", async () => {
  const request = { "append:header.x-a": "$request.querystring.a" };
  expect(await notesOf("/pets/7?a=%0d%0aevil:1", { request })).toEqual([
    "the value mapped to the header x-a has a control character",
  ]);
});

test("a call that is not mapped says nothing of it", async () => {
  expect(await notesOf("/pets/7", {})).toEqual([]);
});

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

describe("a mapped answer of a function", () => {
  const response = {
    404: {
      "overwrite:statuscode": "200",
      "append:header.x-was": "$response.header.X-Own",
      "remove:header.x-own": "",
      "overwrite:header.content-type": "text/x-mapped",
      "append:header.x-pet": "$response.body.pet",
      "append:header.x-stage": `on \${context.stage}`,
    },
    500: { "overwrite:statuscode": "$response.body.status" },
  };
  const answered = (statusCode: number, body: unknown = {}, format: "1.0" | "2.0" = "2.0") => {
    const result = { statusCode, headers: { "X-Own": "own" }, body: JSON.stringify(body) };
    return mapped.call("/pets/7", { response, format }, {}, result);
  };

  test.each(["1.0", "2.0"] as const)("gets headers and another status, in %s", async (format) => {
    const answer = await answered(404, { pet: "Rex" }, format);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "x-was": "own",
      "content-type": "text/x-mapped",
      "x-pet": "Rex",
      "x-stage": "on $default",
    });
    expect(answer.headers.has("x-own")).toBe(false);
    expect(await answer.json()).toEqual({ pet: "Rex" });
  });

  test("stays as it is when it has another status", async () => {
    const answer = await answered(201, { pet: "Rex" });
    expect(answer.status).toBe(201);
    expect(answer.headers.get("x-own")).toBe("own");
    expect(answer.headers.has("x-stage")).toBe(false);
  });

  test("loses its body to a status that has none", async () => {
    const answer = await answered(500, { status: 204 });
    expect(answer.status).toBe(204);
    expect(answer.headers.has("content-length")).toBe(false);
    expect(await answer.text()).toBe("");
  });

  test("with a value that does not fit is refused", async () => {
    const answer = await answered(500, { status: "many" });
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ message: "Internal Server Error" });
    const step = mapped.served.traceOf(answer).steps.at(-1);
    expect(step?.detail).toContain("its answer could not be mapped");
    expect((await answered(404, { pet: "a\r\nx-evil: 1" })).status).toBe(500);
  });

  test("is told of in the trace", async () => {
    const notesOf = (answer: Response) =>
      mapped.served
        .traceOf(answer)
        .steps.filter(({ check }) => check === "mapping")
        .map(({ detail }) => detail);
    expect(notesOf(await answered(404))).toEqual(["the function answered 404, mapped to 200"]);
    expect(notesOf(await answered(403))).toEqual([
      "the function answered 403: responseParameters are for 404, 500 only, and change nothing",
    ]);
  });

  test("is none of the gateway's own", async () => {
    const answer = await mapped.call("/pets/7", { response }, {}, { statusCode: 0 });
    expect(answer.status).toBe(500);
    expect(answer.headers.get("content-type")).toBe("application/json");
  });
});

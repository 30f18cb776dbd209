import { expect, test } from "vitest";
import { Fault } from "../../foundation/fault.ts";
import { parseRouteKey } from "./route-key.ts";

test.each([
  ["$default", "$default", []],
  ["GET /", "GET /", []],
  ["ANY /pets", "ANY /pets", []],
  ["GET /pets/{id}/toys/{toy-id}", "GET /pets/{}/toys/{}", ["id", "toy-id"]],
  ["POST /{proxy+}", "POST /{+}", ["proxy"]],
  ["GET /v1.0/a_b:c-d~e", "GET /v1.0/a_b:c-d~e", []],
])("%s is a route key", (text, shape, variables) => {
  expect(parseRouteKey(text)).toEqual({ shape, variables });
});

test.each(["", "/pets", "GET", "get /pets", "TRACE /pets", "GET  /pets", "GET pets", "GET /a b"])(
  "%j is refused in AWS's words",
  (text) => {
    expect(() => parseRouteKey(text)).toThrow(
      "The provided route key is not formatted properly for HTTP protocol. " +
        'Format should be "<HTTP METHOD> /<RESOURCE PATH>" or "$default"',
    );
  },
);

test.each([
  ["GET /pets/", "ends in a slash"],
  ["GET //pets", "an empty part"],
  ["GET /pets/../admin", "it has the part .."],
  ["GET /{proxy+}/more", "may only be the last part"],
  ["GET /{id}/{id}", "{id} stands in it twice"],
  ["GET /pets%2Fdog", "its part pets%2Fdog is no literal"],
  ["GET /{}", "its part {} is no literal"],
  ["GET /pre{id}", "its part pre{id} is no literal"],
])("%s is refused: %s", (text, problem) => {
  expect(reasonFor(() => parseRouteKey(text))?.change).toContain(problem);
});

test("an endless route key is refused, quickly and shortened", () => {
  const reason = reasonFor(() => parseRouteKey(`GET /${"{a".repeat(100_000)}`));
  expect(reason?.received).toHaveLength(200);
});

function reasonFor(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) return error.details.reason;
    throw error;
  }
  return undefined;
}

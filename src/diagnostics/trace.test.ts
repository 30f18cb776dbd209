import { expect, test } from "vitest";
import { type Traceable, TraceLog } from "./trace.ts";

function decision(id: string, isRefusal: boolean): Traceable {
  const outcome = { status: isRefusal ? 401 : 200, text: "" };
  const trace = { id, at: 0, kind: "gateway", subject: "GET /", outcome, steps: [] } as const;
  return { traceId: id, isRefusal, trace: () => trace };
}

test("the latest come newest first, whether they let through or refused", () => {
  const log = new TraceLog(8);
  log.record(decision("1", true));
  log.record(decision("2", false));
  log.record(decision("3", true));
  expect(log.latest(2).map(({ id }) => id)).toEqual(["3", "2"]);
  expect(log.find("1")?.id).toBe("1");
  expect(log.find("4")).toBeUndefined();
});

test("what went well does not push a refusal out", () => {
  const log = new TraceLog(8);
  log.record(decision("refused", true));
  for (let index = 0; index < 1000; index++) log.record(decision(`fine ${index}`, false));
  expect(log.find("refused")?.id).toBe("refused");
  expect(log.find("fine 999")?.id).toBe("fine 999");
  expect(log.find("fine 900")).toBeUndefined();
});

test("it keeps no more than it has room for", () => {
  const log = new TraceLog(8);
  for (let index = 0; index < 1000; index++) log.record(decision(`${index}`, index % 2 === 0));
  expect(log.latest(1000)).toHaveLength(8);
});

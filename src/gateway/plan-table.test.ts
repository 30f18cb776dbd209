import { expect, test } from "vitest";
import { functionRoute, stagePlan } from "../../test/fixtures/gateway.ts";
import { PlanTable } from "./plan-table.ts";

test("replaces an API whole, and keeps what did not change", () => {
  const plans = new PlanTable();
  const [live, dev] = [stagePlan({}), stagePlan({ stage: "dev" })];
  plans.replaceApi("api1", [live, dev]);
  const before = plans.api("api1");
  plans.replaceApi("api1", [live]);
  expect(plans.get("api1", "$default")).toBe(live);
  expect(plans.get("api1", "dev")).toBeUndefined();
  expect(plans.api("api1")?.stages.get("$default")).toBe(before?.stages.get("$default"));
  expect(before?.stages.get("dev")?.plan).toBe(dev);
});

test("leaves all as it was when a plan cannot be served", () => {
  const plans = new PlanTable();
  const good = stagePlan({});
  plans.replaceApi("api1", [good]);
  const bad = stagePlan({ routes: [functionRoute("nonsense")] });
  expect(() => plans.replaceApi("api1", [bad])).toThrow("route key nonsense");
  expect(plans.get("api1", "$default")).toBe(good);
});

test("tells which APIs there are", () => {
  const plans = new PlanTable();
  plans.replaceApi("api1", []);
  plans.replaceApi("api2", []);
  plans.removeApi("api1");
  expect(plans.apiIds()).toEqual(["api2"]);
  expect(plans.api("api1")).toBeUndefined();
});

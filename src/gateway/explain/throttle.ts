import type { Step } from "../../diagnostics/trace.ts";
import type { Decision } from "../decision.ts";
import { passed, refusedStep } from "./wording.ts";

/** Whether the route was called more often than its stage lets it be. */
export function throttleSteps({ route, stage, problem }: Decision): Step[] {
  const limit = route?.plan.throttle;
  if (!limit || !stage) return [];
  const { routeKey } = route.plan;
  const allowed = `${limit.ratePerSecond} requests a second, ${limit.burst} at once`;
  if (problem?.kind !== "throttled") return [passed("throttling", `within ${allowed}`)];
  const settings = `throttlingRateLimit and throttlingBurstLimit of stage ${stage.name}`;
  if (problem.waitMs === Number.POSITIVE_INFINITY) {
    return [
      refusedStep(`the limits of ${routeKey} let nothing through`, {
        check: "throttling",
        expected: "a rate above 0 and a burst of at least 1",
        received: allowed,
        change: `raise ${settings}, in routeSettings of ${routeKey} or in defaultRouteSettings`,
      }),
    ];
  }
  return [
    refusedStep(`${routeKey} was called too often`, {
      check: "throttling",
      expected: `at most ${allowed}`,
      received: "one more",
      change: `wait ${problem.waitMs} ms, or raise ${settings}`,
    }),
  ];
}

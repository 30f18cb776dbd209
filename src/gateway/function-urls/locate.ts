import { breakOff, refuse } from "../answers.ts";
import type { Call } from "../call.ts";
import type { Api } from "../plan-table.ts";

/**
 * Finds the URL of a function, which is an API with one route.
 *
 * @param resume is called once the URL was read, when it was not known yet
 */
export function locateUrl(
  call: Call,
  resume: (decide: () => "next" | "answered") => void,
): "next" | "answered" | "waiting" {
  const { decision, shared } = call;
  const found = shared.functionUrls.api(decision.apiId);
  if (!(found instanceof Promise)) return settle(call, found);
  found.then(
    (api) => resume(() => settle(call, api)),
    (error) => breakOff(call, error),
  );
  return "waiting";
}

/** Nobody is told whether a URL is not there, or not for them. */
function settle(call: Call, api: Api | undefined): "next" | "answered" {
  call.decision.api = api;
  if (api) return "next";
  refuse(call, 403, { kind: "unknown-url" });
  return "answered";
}

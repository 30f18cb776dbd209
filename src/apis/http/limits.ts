import { badRequest } from "../domain/refusal.ts";
import type { Listed } from "../part-store.ts";

/**
 * How many parts an API may have. AWS stops at 300 routes, 300 integrations, 10 authorizers and
 * 10 stages, and raises that on request; these only keep a mistake from filling the server.
 */
const counts = { routes: 1000, integrations: 1000, authorizers: 100, stages: 100 } as const;

/** @throws Fault when the API has as many parts of the kind as it may have */
export async function checkCount(
  parts: { page(apiId: string, limit: number): Promise<Listed<unknown>> },
  apiId: string,
  kind: keyof typeof counts,
): Promise<void> {
  const most = counts[kind];
  const { items } = await parts.page(apiId, most);
  if (items.length < most) return;
  throw badRequest(`Maximum number of ${kind} for this API has been reached`, {
    check: kind,
    expected: `at most ${most} ${kind}`,
    received: `${most} that are there, and one more`,
    change: `delete ${kind} that nothing needs, or divide the API`,
  });
}

import type { FunctionsContext } from "./contract.ts";
import { codeOf } from "./domain/record.ts";

/** Lambda's limit on how many events all functions of an account work on at once. */
export const concurrencyMax = 1000;

const pageSize = 100;

/** What the functions of an account have taken of its limits, in one region. */
export async function usageOf({ functions, tenant }: FunctionsContext) {
  const usage = { count: 0, codeBytes: 0, reserved: new Map<string, number>() };
  let after: string | undefined;
  do {
    const page = await functions.list(tenant, pageSize, after);
    for (const { value } of page.items) {
      usage.count += 1;
      usage.codeBytes += codeOf(value).reduce((sum, { size }) => sum + size, 0);
      if (value.reservedConcurrency) usage.reserved.set(value.name, value.reservedConcurrency);
    }
    after = page.next;
  } while (after !== undefined);
  return usage;
}

import { concurrencyMax, usageOf } from "../account.ts";
import { operation } from "../contract.ts";

/** Shows Lambda's limits, and what the account has taken of them. */
export const getAccountSettings = operation("GetAccountSettings", {
  access: "iam",
  async run(_, context) {
    const { count, codeBytes, reserved } = await usageOf(context);
    const taken = [...reserved.values()].reduce((sum, each) => sum + each, 0);
    return {
      AccountLimit: {
        TotalCodeSize: 80_530_636_800,
        CodeSizeUnzipped: 262_144_000,
        CodeSizeZipped: 52_428_800,
        ConcurrentExecutions: concurrencyMax,
        UnreservedConcurrentExecutions: concurrencyMax - taken,
      },
      AccountUsage: { TotalCodeSize: codeBytes, FunctionCount: count },
    };
  },
});

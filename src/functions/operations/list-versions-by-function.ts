import { operation } from "../contract.ts";
import { describeFunction } from "../domain/configuration.ts";
import { findFunction } from "../lookup.ts";
import { pageOf } from "../pages.ts";

/** Lists `$LATEST`, then the versions of a function in the order of their numbers. */
export const listVersionsByFunction = operation("ListVersionsByFunction", {
  access: "iam",
  async run({ FunctionName, ...page }, context) {
    const { value: latest } = await findFunction(FunctionName, undefined, context);
    const { tenant, name } = latest;
    const numbers = Object.keys(latest.versions).sort((one, other) => Number(one) - Number(other));
    const all = ["$LATEST", ...numbers].map((version) => [sortKey(version), version] as const);
    const { items, next } = pageOf(all, `versions/${name}`, page, context);
    const records = await Promise.all(
      items.map((version) =>
        version === "$LATEST" ? latest : context.functions.getVersion(tenant, name, version),
      ),
    );
    // One that was removed since the function was read is left out.
    const there = records.filter((record) => record !== undefined);
    return { Versions: there.map((record) => describeFunction(record, record.version)), ...next };
  },
});

function sortKey(version: string): string {
  return version === "$LATEST" ? "" : version.padStart(10, "0");
}

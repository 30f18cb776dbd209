import { Fault } from "../../foundation/fault.ts";
import { describeParameter } from "../answers.ts";
import { operation } from "../contract.ts";
import { invalid } from "../domain/faults.ts";
import { pageOf } from "../pages.ts";

/** Returns the parameters below a path, with their values: its own level, or all levels. */
export const getParametersByPath = operation("GetParametersByPath", {
  access: "iam",
  async run(input, context) {
    const { Path, Recursive = false, ParameterFilters = [], WithDecryption = false } = input;
    const [filter] = ParameterFilters;
    if (filter) {
      const message = `Gatepool does not support the filter ${filter.Key} of paths yet.`;
      throw new Fault("InvalidFilterKey", message);
    }
    if (!Path.startsWith("/")) {
      throw invalid(`The parameter path must begin with a slash: ${Path}`);
    }
    const prefix = Path.endsWith("/") ? Path : `${Path}/`;
    const list = `by-path/${Recursive}${prefix}`;
    const { MaxResults: limit = 10, NextToken: token } = input;
    const { items, ...rest } = await pageOf({ prefix, limit, token, list }, context);
    const isBelow = (name: string) => Recursive || !name.slice(prefix.length).includes("/");
    const found = items.filter(({ name }) => isBelow(name));
    return {
      Parameters: found.map((each) => describeParameter(each, context, WithDecryption)),
      ...rest,
    };
  },
});

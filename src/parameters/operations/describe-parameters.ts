import { Fault } from "../../foundation/fault.ts";
import { describeMetadata } from "../answers.ts";
import { operation } from "../contract.ts";
import type { ParameterRecord } from "../domain/parameter.ts";
import { pageOf } from "../pages.ts";

/** Lists parameters without their values. */
export const describeParameters = operation("DescribeParameters", {
  access: "iam",
  async run(input, context) {
    const { ParameterFilters = [], Filters = [], Shared, MaxResults: limit = 50 } = input;
    const [old] = Filters;
    if (old) throw unsupported(`Filters ${old.Key}`);
    if (Shared) return { Parameters: [] };
    const tests = ParameterFilters.map(testOf);
    const list = `describe/${JSON.stringify(ParameterFilters)}`;
    const page = { prefix: "", limit, token: input.NextToken, list };
    const { items, ...rest } = await pageOf(page, context);
    const found = items.filter((parameter) => tests.every((test) => test(parameter)));
    return { Parameters: found.map(describeMetadata), ...rest };
  },
});

interface Filter {
  readonly Key: string;
  readonly Option?: string | undefined;
  readonly Values?: readonly string[] | undefined;
}

const comparisons: Readonly<Record<string, (text: string, value: string) => boolean>> = {
  Equals: (text, value) => text === value,
  BeginsWith: (text, value) => text.startsWith(value),
  Contains: (text, value) => text.includes(value),
};

function testOf({ Key, Option = "Equals", Values = [] }: Filter) {
  if (Key !== "Name" && Key !== "Type") throw unsupported(`the filter ${Key}`);
  const compare = comparisons[Option];
  if (!compare) {
    const options = Object.keys(comparisons).join(", ");
    throw new Fault("InvalidFilterOption", `The option ${Option} is none of ${options}.`);
  }
  return ({ name, type }: ParameterRecord) =>
    Values.some((value) => compare(Key === "Name" ? name : type, value));
}

function unsupported(what: string): Fault {
  return new Fault("InvalidFilterKey", `Gatepool does not support ${what} of parameters yet.`);
}

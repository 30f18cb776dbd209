import { templateFunction } from "../function-call.ts";
import { TemplateError } from "../template-error.ts";
import { isList } from "../value.ts";
import { argumentList, argumentText } from "./arguments.ts";
import { cidrBlocks } from "./cidr.ts";

const selectWords =
  "Template error: Fn::Select requires a list argument with two elements: " +
  "an integer index and a list";

/** `{ "Fn::Select": [0, [...]] }` */
export const select = templateFunction(
  (argument) => {
    const [index, list, ...others] = isList(argument) ? argument : [];
    const isSound = index !== undefined && typeof list === "object";
    if (isSound && others.length === 0) return { index, list };
    throw new TemplateError(selectWords);
  },
  ({ index, list }, evaluator) => {
    const text = argumentText(index, evaluator, selectWords);
    if (!/^\d{1,9}$/.test(text)) throw new TemplateError(selectWords);
    const found = argumentList(list, evaluator, selectWords)[Number(text)];
    if (found !== undefined) return found;
    throw new TemplateError(
      `Template error: Fn::Select cannot select nonexistent value at index ${text}`,
    );
  },
);

/** `{ "Fn::GetAZs": "region" }`: three zones, as most regions have at least. */
export const getAZs = templateFunction(
  (argument) => argument,
  (argument, evaluator) => {
    const words = "Template error: every Fn::GetAZs object must have a single String value.";
    const region = argumentText(argument, evaluator, words);
    const prefix = region === "" ? evaluator.scope.pseudo.tenant.region : region;
    return ["a", "b", "c"].map((zone) => `${prefix}${zone}`);
  },
);

const lengthWords = "Template error: every Fn::Length object must have a list";

/** `{ "Fn::Length": [...] }` */
export const length = templateFunction(
  (argument) => {
    if (typeof argument === "object") return argument;
    throw new TemplateError(lengthWords);
  },
  (argument, evaluator) => argumentList(argument, evaluator, lengthWords).length,
);

const cidrWords =
  "Template error: every Fn::Cidr object requires three parameters, (1) an IP block, " +
  "(2) a count of blocks from 1 to 256 and (3) a number of bits of each";

/** `{ "Fn::Cidr": ["10.0.0.0/16", 6, 8] }` */
export const cidr = templateFunction(
  (argument) => {
    const [block, count, bits = 8, ...others] = isList(argument) ? argument : [];
    const isSound = block !== undefined && count !== undefined && others.length === 0;
    if (isSound) return { block, count, bits };
    throw new TemplateError(cidrWords);
  },
  ({ block, count, bits }, evaluator) => {
    const [ipBlock = "", countText = "", bitsText = ""] = [block, count, bits].map((value) =>
      argumentText(value, evaluator, cidrWords),
    );
    const blocks = cidrBlocks(ipBlock, Number(countText), Number(bitsText));
    if (blocks) return blocks;
    throw new TemplateError(cidrWords);
  },
);

import { operation } from "../contract.ts";
import { prepareRead } from "../reading.ts";

/** Gives an object, or a part of it. */
export const getObject = operation("GetObject", {
  access: "iam",
  async run(input, context) {
    const { object, range, head } = await prepareRead(input, context);
    const { start, end } = range;
    return { ...head, Body: context.keeper.read(object.contents, start, end) };
  },
});

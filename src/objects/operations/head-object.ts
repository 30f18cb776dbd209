import { operation } from "../contract.ts";
import { prepareRead } from "../reading.ts";

/** Says of an object what GetObject says, without its bytes. */
export const headObject = operation("HeadObject", {
  access: "iam",
  async run(input, context) {
    return (await prepareRead(input, context)).head;
  },
});

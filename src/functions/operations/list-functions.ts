import { fault, operation } from "../contract.ts";
import { describeFunction } from "../domain/configuration.ts";

/** Lambda gives no more at once, however many are asked for. */
const pageMax = 50;

/** Lists functions in the order of their names. */
export const listFunctions = operation("ListFunctions", {
  access: "iam",
  async run({ Marker, MaxItems }, { tenant, functions, markers }) {
    const limit = Math.min(MaxItems ?? pageMax, pageMax);
    const after = Marker ? markers.open(Marker) : undefined;
    if (Marker && after === undefined) {
      throw fault("InvalidParameterValueException", "Invalid Marker");
    }
    const { items, next } = await functions.list(tenant, limit, after);
    const Functions = items.map(({ value }) => describeFunction(value));
    return next === undefined ? { Functions } : { Functions, NextMarker: markers.seal(next) };
  },
});

import type { Parameter } from "@aws-sdk/client-ssm";
import { Fault } from "../../foundation/fault.ts";
import { describeParameter } from "../answers.ts";
import { operation } from "../contract.ts";
import { invalid } from "../domain/faults.ts";
import { parameterOf } from "../lookup.ts";

/** Returns several parameters, and says which of them are not there. */
export const getParameters = operation("GetParameters", {
  access: "iam",
  async run({ Names, WithDecryption = false }, context) {
    if (new Set(Names).size < Names.length) {
      throw invalid("Parameter names in the request must be unique.");
    }
    const Parameters: Parameter[] = [];
    const InvalidParameters: string[] = [];
    for (const name of Names) {
      try {
        const parameter = await parameterOf(name, context);
        Parameters.push(describeParameter(parameter, context, WithDecryption));
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        InvalidParameters.push(name);
      }
    }
    return { Parameters, InvalidParameters };
  },
});

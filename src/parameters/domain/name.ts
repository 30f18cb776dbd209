import { Fault } from "../../foundation/fault.ts";
import { invalid } from "./faults.ts";

const levelsMax = 15;
const nameLengthMax = 1011;

/**
 * Checks the name that a parameter is to have.
 * @throws Fault ValidationException, HierarchyLevelLimitExceededException, AccessDeniedException
 */
export function checkName(name: string): void {
  if (name.includes("/") && !name.startsWith("/")) {
    throw invalid("Parameter name must be a fully qualified name.", {
      check: "parameter name",
      expected: "a name without slashes, or one that begins with a slash",
      received: name,
      change: `Call it /${name}.`,
    });
  }
  const parts = name.replace(/^\//, "").split("/");
  if (/^\/?aws/i.test(name)) {
    throw new Fault("AccessDeniedException", `No access to reserved parameter name: ${name}.`);
  }
  const isPlain = parts.every((part) => /^[\w.-]+$/.test(part));
  if (/^\/?ssm/i.test(name) || !isPlain || name.length > nameLengthMax) {
    throw invalid(
      'Parameter name: can\'t be prefixed with "ssm" (case-insensitive). If formed as a path, it ' +
        "can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix " +
        "of letters, numbers and the following 3 symbols .-_",
    );
  }
  if (parts.length > levelsMax) {
    throw new Fault(
      "HierarchyLevelLimitExceededException",
      `A hierarchy can have a maximum of ${levelsMax} levels.`,
    );
  }
}

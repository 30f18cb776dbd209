import { Fault } from "../../foundation/fault.ts";
import type { Change } from "../resource.ts";

/**
 * Refuses to take away what an operation can set and change only. A replacement would do it, but
 * is more than whoever deletes a line of a template can want.
 *
 * @throws Fault naming the first such property
 */
export function refuseRemoval<P extends object>(
  { previous, properties }: Change<P>,
  names: readonly (keyof P & string)[],
): void {
  const name = names.find(
    (name) => Object.hasOwn(previous, name) && !Object.hasOwn(properties, name),
  );
  if (name === undefined) return;
  const message = `${name} can be changed but not taken away: give it another value`;
  throw new Fault("BadRequestException", message);
}

import { Fault } from "../foundation/fault.ts";
import type { Random } from "../foundation/random.ts";
import type { Call, GivenInput, OperationName, Output } from "./operation.ts";
import type { LazyService, Service } from "./service.ts";
import { validate } from "./validate.ts";

/** The operations of one service, called as an SDK client calls them, typed by its SDK package. */
export type Calls<Sdk> = <Name extends OperationName<Sdk> & string>(
  name: Name,
  input: GivenInput<Sdk, Name>,
) => Promise<Output<Sdk, Name>>;

/** On whose behalf operations are called. */
export type InProcessCaller = Pick<Call, "tenant" | "callerArn">;

/** Gives parts of this server the operations of all services, without the way over the network. */
export interface InProcess {
  /** @param service as its shapes call it, such as `cognito-idp` */
  calls<Sdk>(service: string, caller: InProcessCaller): Calls<Sdk>;
}

/**
 * Makes operations callable inside the process. Input is validated as a client's is, and a
 * refusal is the same `Fault`.
 */
export function createInProcess(
  services: readonly Service[],
  random: Random,
  lazyServices: readonly LazyService[] = [],
): InProcess {
  const known = new Map(services.map((service) => [service.shapes.service, service]));
  const loaders = new Map(lazyServices.map(({ name, load }) => [name, load]));

  async function run(service: string, name: string, input: object, caller: InProcessCaller) {
    const found = known.get(service) ?? (await loaders.get(service)?.());
    const operation = found?.operation(name);
    if (!found || !operation) throw new Error(`${service} ${name} is not served`);
    const shape = found.shapes.operations[name]?.input;
    const violation = shape === undefined ? undefined : validate(found.shapes, shape, input);
    if (violation !== undefined) throw new Fault(found.constraintFault, violation);
    return operation.run(input, { ...caller, requestId: random.uuid() });
  }

  return {
    calls:
      <Sdk>(service: string, caller: InProcessCaller): Calls<Sdk> =>
      async (name, input) =>
        // The operation's own type says what it answers; the table of operations has lost it.
        (await run(service, name, input as object, caller)) as never,
  };
}

import type { ParametersContext } from "./contract.ts";
import { notFound, versionNotFound } from "./domain/faults.ts";
import { type ParameterRecord, parseReference } from "./domain/parameter.ts";

/**
 * The version of a parameter that a request names, or its latest.
 * @throws Fault ParameterNotFound or ParameterVersionNotFound
 */
export async function parameterOf(
  text: string,
  { tenant, parameters }: ParametersContext,
): Promise<ParameterRecord> {
  const { name, selector } = parseReference(text, tenant);
  const latest = (await parameters.byName(tenant, name))?.value;
  if (!latest) throw notFound(name);
  if (selector === undefined) return latest;
  const isNumber = /^\d{1,9}$/.test(selector);
  const version = isNumber && (await parameters.version(tenant, name, Number(selector)));
  if (!version) throw versionNotFound(name, selector);
  return version;
}

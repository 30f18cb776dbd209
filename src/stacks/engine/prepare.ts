import type { Tenant } from "../../foundation/arn.ts";
import type { StackDefinition } from "../domain/stack.ts";
import type { ExportStore } from "../export-store.ts";
import { type AnyResourceType, findType } from "../resource.ts";
import { checkProperties } from "../schema/check-properties.ts";
import {
  activeResources,
  checkRules,
  checkTemplate,
  type Dependencies,
  dependenciesOf,
  evaluateConditions,
  evaluateMembers,
  expandTemplate,
  type GivenParameter,
  type ParameterLookup,
  parameterValues,
  parseTemplate,
  type ResolvedParameter,
  resolveParameters,
  type Scope,
  type Template,
  TemplateError,
  type TemplateResource,
} from "../template/index.ts";

/** What is needed to look at a definition. */
export interface PrepareParts {
  readonly types: ReadonlyMap<string, AnyResourceType>;
  readonly exports: ExportStore;
  /** Reads the Parameter Store of a stack's owner. */
  lookup(tenant: Tenant): ParameterLookup;
}

/** Whose definition it is. */
export interface PreparedFor {
  readonly tenant: Tenant;
  readonly stackId: string;
  readonly stackName: string;
}

/** A definition as it is asked for: parameters may be left to what they were. */
export interface AskedDefinition extends Omit<StackDefinition, "parameters"> {
  readonly given: readonly GivenParameter[];
  readonly previous?: readonly ResolvedParameter[];
}

/** A definition of which everything is known that can be known before anything is made. */
export interface Prepared {
  readonly definition: StackDefinition;
  readonly template: Template;
  /** Resources whose condition holds. */
  readonly active: ReadonlyMap<string, TemplateResource>;
  readonly dependencies: Dependencies;
  readonly scope: Omit<Scope, "resource" | "unknown">;
  /** Names of the exports that have been read by now. */
  readonly imported: ReadonlySet<string>;
  readonly lookup: ParameterLookup;
}

const exportsMax = 1000;

/**
 * Reads a definition, and refuses whatever can be seen to fail: nothing has been made by then.
 *
 * @throws TemplateError in AWS's words; InvalidProperties
 */
export async function prepare(
  parts: PrepareParts,
  { tenant, stackId, stackName }: PreparedFor,
  { given, previous = [], ...asked }: AskedDefinition,
): Promise<Prepared> {
  const written = parseTemplate(asked.templateBody);
  checkTemplate(written);
  const lookup = parts.lookup(tenant);
  const sources = { previous, lookup: (name: string) => lookup(name, undefined) };
  const resolved = await resolveParameters(written, given, sources);
  const parameters = parameterValues(written, resolved);
  const { notificationArns } = asked;
  const pseudo = { tenant, stackId, stackName, notificationArns };
  const template = expandTemplate(written, { parameters, pseudo });
  if (template !== written) checkTemplate(template);
  checkRules(template, parameters, pseudo);
  const conditions = evaluateConditions(template, parameters, pseudo);
  const ids = activeResources(template, conditions);
  const active = new Map([...template.resources].filter(([id]) => ids.has(id)));
  const dependencies = dependenciesOf(template, conditions);
  const { imports, imported } = await importsOf(parts.exports, tenant);
  const scope = { parameters, pseudo, mappings: template.mappings, conditions, imports };
  const definition = { ...asked, parameters: resolved };
  const prepared = { definition, template, active, dependencies, scope, imported, lookup };
  checkTypes(active, parts.types);
  checkKnownProperties(prepared, parts.types);
  return prepared;
}

/** Functions do not wait, so exports are read before they are asked for. */
async function importsOf(exports: ExportStore, tenant: Tenant) {
  const { items } = await exports.list(tenant, exportsMax);
  const exported = new Map(items.map(({ value }) => [value.name, value.value]));
  const imported = new Set<string>();
  const imports = (name: string) => {
    imported.add(name);
    return exported.get(name);
  };
  return { imports, imported };
}

function checkTypes(
  active: ReadonlyMap<string, TemplateResource>,
  types: ReadonlyMap<string, AnyResourceType>,
): void {
  const missing = [...active].filter(([, { type }]) => !findType(types, type));
  if (missing.length === 0) return;
  const names = [...new Set(missing.map(([, { type }]) => type))].join(", ");
  throw new TemplateError(`Template format error: Unrecognized resource types: [${names}]`, {
    check: "resource types of the template",
    expected: "types that docs/compatibility.md lists",
    received: missing.map(([id, { type }]) => `${id} (${type})`).join(", "),
    change: "take these resources out, or put them under a condition that does not hold here",
  });
}

/** Stands for what only the creation of a resource tells. */
export const unknown = "{{known-after-creation}}";

/** Properties are checked before anything is made, as far as they are known. */
function checkKnownProperties(
  { active, scope }: Prepared,
  types: ReadonlyMap<string, AnyResourceType>,
): void {
  const ahead = { ...scope, unknown, resource: () => undefined };
  for (const [logicalId, { type, properties }] of active) {
    const values = evaluateMembers(properties, ahead);
    const checked = checkProperties(type, logicalId, values, unknown);
    findType(types, type)?.refuseUnsupported(logicalId, checked);
  }
}

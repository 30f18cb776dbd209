import { isDeepStrictEqual } from "node:util";
import type {
  ChangeDetail,
  Replacement,
  ResourceChange,
  StackOutput,
  StackResource,
} from "../domain/stack.ts";
import { type AnyResourceType, findType } from "../resource.ts";
import { checkProperties } from "../schema/check-properties.ts";
import { replacementOf } from "../schema/replacement.ts";
import {
  evaluateMembers,
  type ResourceValues,
  resolveDynamicReferences,
  type Scope,
  type Template,
  TemplateError,
  type TemplateResource,
} from "../template/index.ts";
import { valuesOf } from "./apply.ts";
import { evaluateOutputs } from "./outputs.ts";
import { type Prepared, unknown } from "./prepare.ts";

/** A stack as it stands. */
export interface Standing {
  readonly resources: readonly StackResource[];
  /** What it was made from; absent where there is nothing yet. */
  readonly template?: Template;
}

/** What a definition would change. */
export interface Plan {
  readonly changes: readonly ResourceChange[];
  /** What the stack would put out, with `unknown` for what is not known yet. */
  readonly outputs: readonly StackOutput[];
}

/**
 * Looks at what a definition would change, without changing anything.
 *
 * @throws TemplateError when a resource would become one of another type
 */
export async function planOf(
  types: ReadonlyMap<string, AnyResourceType>,
  standing: Standing,
  prepared: Prepared,
): Promise<Plan> {
  const existing = new Map(standing.resources.map((each) => [each.logicalId, each]));
  refuseOtherTypes(existing, prepared);
  const values = new Map<string, ResourceValues | undefined>();
  const scope = { ...prepared.scope, unknown, resource: (id: string) => values.get(id) };
  const changes = new Map<string, ResourceChange>();
  for (const id of inOrder(prepared)) {
    const wanted = wantedOf(prepared, id);
    const found = existing.get(id);
    const change = found
      ? await changeOf(found, { wanted, scope, prepared, types, before: standing.template })
      : { action: "Add" as const, logicalId: id, type: wanted.type, details: [] };
    if (change) changes.set(id, change);
    values.set(id, found && valuesAfter(found, change));
  }
  const added = [...prepared.active.keys()].flatMap((id) => changes.get(id) ?? []);
  const removed = standing.resources.filter(({ logicalId }) => !prepared.active.has(logicalId));
  return {
    changes: [...added, ...removed.map(removalOf)],
    outputs: evaluateOutputs(prepared, scope),
  };
}

/** As at AWS: a logical id stands for one type of resource for as long as it is there. */
function refuseOtherTypes(existing: ReadonlyMap<string, StackResource>, { active }: Prepared) {
  const others = [...active].filter(([id, { type }]) => {
    const found = existing.get(id);
    return found && found.type !== type;
  });
  if (others.length === 0) return;
  throw new TemplateError(
    "Update of resource type is not permitted. The new template modifies resource type of the " +
      `following resources: [${others.map(([id]) => id).join(", ")}]`,
  );
}

/** Each resource after those that it needs. */
function inOrder({ active, dependencies }: Prepared): Set<string> {
  const ordered = new Set<string>();
  const visit = (id: string) => {
    if (ordered.has(id)) return;
    for (const before of dependencies.get(id) ?? []) visit(before);
    ordered.add(id);
  };
  for (const id of active.keys()) visit(id);
  return ordered;
}

function wantedOf({ active }: Prepared, logicalId: string): TemplateResource {
  const wanted = active.get(logicalId);
  if (!wanted) throw new Error(`${logicalId} is not in the template`);
  return wanted;
}

interface Outlook {
  readonly wanted: TemplateResource;
  readonly scope: Scope;
  readonly prepared: Prepared;
  readonly types: ReadonlyMap<string, AnyResourceType>;
  readonly before: Template | undefined;
}

/** Undefined when nothing would change. */
async function changeOf(
  existing: StackResource,
  { wanted, scope, prepared, types, before }: Outlook,
): Promise<ResourceChange | undefined> {
  const { logicalId, physicalId, type, properties } = existing;
  const evaluated = evaluateMembers(wanted.properties, scope);
  const resolved = await resolveDynamicReferences(evaluated, prepared.lookup);
  const after = checkProperties(type, logicalId, resolved, unknown);
  const { changed } = replacementOf(type, properties, after, unknown);
  const inPlace = findType(types, type)?.update !== undefined;
  const details = [
    ...changed.map((name) => propertyDetail(type, name, properties, after, inPlace)),
    ...attributeDetails(before?.resources.get(logicalId), wanted),
  ];
  if (details.length === 0) return undefined;
  const replacement = strongest(details);
  const retains = existing.updateReplacePolicy !== "Delete";
  return {
    ...{ action: "Modify", logicalId, physicalId, type, replacement, details },
    ...(replacement === "True" && {
      policyAction: retains ? "ReplaceAndRetain" : "ReplaceAndDelete",
    }),
  };
}

function propertyDetail(
  type: string,
  name: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  inPlace: boolean,
): ChangeDetail {
  const isUnknown = JSON.stringify(after[name] ?? "").includes(unknown);
  const [old, young] = [{ [name]: before[name] }, { [name]: after[name] }];
  const { replacement } = replacementOf(type, old, young, unknown);
  const always = isUnknown ? "Conditional" : "True";
  const whole = inPlace ? replacement : always;
  return { attribute: "Properties", name, replacement: whole, isUnknown };
}

/** What is written beside the properties of a resource changes nothing that it is. */
function attributeDetails(
  before: TemplateResource | undefined,
  after: TemplateResource,
): ChangeDetail[] {
  if (!before) return [];
  const attributes = [
    ["Metadata", before.metadata, after.metadata],
    ["DeletionPolicy", before.deletionPolicy, after.deletionPolicy],
    ["UpdateReplacePolicy", before.updateReplacePolicy, after.updateReplacePolicy],
  ] as const;
  return attributes
    .filter(([, old, young]) => !isDeepStrictEqual(old, young))
    .map(([attribute]) => ({ attribute, replacement: "False", isUnknown: false }));
}

function strongest(details: readonly ChangeDetail[]): Replacement {
  const all = details.map(({ replacement }) => replacement);
  return all.find((each) => each === "True") ?? all.find((each) => each !== "False") ?? "False";
}

/**
 * What others will see of a resource. One that is changed in place keeps its id, and answers
 * something else where an attribute is one of the properties that change.
 */
function valuesAfter(
  existing: StackResource,
  change: ResourceChange | undefined,
): ResourceValues | undefined {
  const values = valuesOf(existing);
  if (!change || !values) return values;
  if (change.replacement !== "False") return undefined;
  const changed = new Set(change.details.flatMap(({ name }) => name ?? []));
  if (changed.size > 0 && isOpen(existing.type)) return { ref: values.ref, attributes: {} };
  const kept = Object.entries(values.attributes).filter(
    ([name]) => !changed.has(name.split(".")[0] ?? name),
  );
  return { ref: values.ref, attributes: Object.fromEntries(kept) };
}

/** Whether a resource answers whatever its maker likes. */
function isOpen(type: string): boolean {
  return type.startsWith("Custom::") || type.startsWith("AWS::CloudFormation::");
}

function removalOf({ logicalId, physicalId, type, deletionPolicy }: StackResource): ResourceChange {
  const policyAction = deletionPolicy === "Delete" ? "Delete" : "Retain";
  return { action: "Remove", logicalId, physicalId, type, policyAction, details: [] };
}

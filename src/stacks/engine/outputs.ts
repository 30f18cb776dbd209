import type { Stack, StackOutput } from "../domain/stack.ts";
import { type Export, exportWrites, type Import, importWrites } from "../export-store.ts";
import { evaluate, type Scope, TemplateError, type Value } from "../template/index.ts";
import { scopeOf } from "./apply.ts";
import type { Prepared } from "./prepare.ts";
import type { Run } from "./run.ts";

/**
 * What a stack answers when it stands, and the writes that let others know.
 *
 * @throws TemplateError when an output is no text, when the name of an export is taken, or when
 *   another stack uses what is to change
 */
export async function outputsOf(run: Run, prepared: Prepared) {
  const outputs = evaluateOutputs(prepared, scopeOf(run, prepared));
  const { id: stackId, tenant } = run.stack;
  const exported = outputs.flatMap(({ exportName: name, value }): Export[] =>
    name === undefined ? [] : [{ tenant, name, value, stackId }],
  );
  return { outputs, writes: await writesFor(run, exported, [...prepared.imported]) };
}

/**
 * The writes by which a stack that goes offers and uses nothing any more.
 *
 * @throws TemplateError when another stack uses what it exports
 */
export function deletionWrites(run: Run) {
  return writesFor(run, [], []);
}

/** @throws TemplateError when an output is no text */
export function evaluateOutputs({ template }: Prepared, scope: Scope): StackOutput[] {
  const text = (value: Value, name: string): string => {
    const found = evaluate(value, scope);
    if (found === undefined || typeof found === "object") throw notText(name);
    return String(found);
  };
  return [...template.outputs].flatMap(([key, output]) => {
    const { condition, value, description, exportName } = output;
    if (condition !== undefined && scope.conditions.get(condition) !== true) return [];
    return {
      key,
      value: text(value, key),
      ...(description !== undefined && { description }),
      ...(exportName !== undefined && { exportName: text(exportName, key) }),
    };
  });
}

function notText(name: string): TemplateError {
  return new TemplateError(
    `Template format error: Output ${name} is malformed. The Value field of every Outputs member ` +
      "must evaluate to a String.",
  );
}

async function writesFor(run: Run, after: readonly Export[], names: readonly string[]) {
  const { stack, parts } = run;
  const { id: stackId, name: stackName, tenant } = stack;
  for (const { name } of after) {
    const taken = await parts.exports.find(tenant, name);
    if (taken && taken.stackId !== stackId) throw exportTaken(name, taken.stackId);
  }
  const before = await exportsOf(run, stack);
  for (const each of before) {
    const next = after.find(({ name }) => name === each.name);
    if (next?.value !== each.value) await checkUnused(run, each, next ? "updated" : "deleted");
  }
  const imports = names.map((name): Import => ({ tenant, name, stackId, stackName }));
  const importsBefore = await parts.exports.importsOf(stackId);
  return [...exportWrites(before, after), ...importWrites(importsBefore, imports)];
}

async function exportsOf({ parts }: Run, { id, tenant, outputs }: Stack): Promise<Export[]> {
  const names = outputs.flatMap(({ exportName }) => exportName ?? []);
  const found = await Promise.all(names.map((name) => parts.exports.find(tenant, name)));
  return found.flatMap((each) => (each?.stackId === id ? each : []));
}

async function checkUnused(run: Run, { tenant, name }: Export, fate: string): Promise<void> {
  const [user] = await run.parts.exports.importers(tenant, name);
  if (!user) return;
  throw new TemplateError(`Export ${name} cannot be ${fate} as it is in use by ${user.stackName}`);
}

function exportTaken(name: string, stackId: string): TemplateError {
  const stackName = stackId.split("/")[1] ?? stackId;
  return new TemplateError(`Export with name ${name} is already exported by stack ${stackName}.`);
}

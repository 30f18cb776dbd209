import { Failure, UsageError } from "../failure.ts";
import type { StackSource } from "./stack-source.ts";

/**
 * Stacks in the order in which they are made, each after those that it depends on.
 *
 * @param names stacks that are wanted, with all that they depend on; none for all stacks
 */
export function inOrder(
  stacks: readonly StackSource[],
  names: readonly string[] = [],
): StackSource[] {
  const ordered: StackSource[] = [];
  const visit = (stack: StackSource, above: readonly StackSource[]) => {
    if (ordered.includes(stack)) return;
    if (above.includes(stack)) throw new Failure(`The stack ${stack.id} depends on itself.`);
    for (const next of dependenciesOf(stacks, stack)) visit(next, [...above, stack]);
    ordered.push(stack);
  };
  for (const stack of named(stacks, names)) visit(stack, []);
  return ordered;
}

/** Stacks in the order in which they are removed: those that are wanted, and what needs them. */
export function inReverse(
  stacks: readonly StackSource[],
  names: readonly string[] = [],
): StackSource[] {
  const wanted = new Set(named(stacks, names));
  for (const stack of inOrder(stacks)) {
    if (dependenciesOf(stacks, stack).some((needed) => wanted.has(needed))) wanted.add(stack);
  }
  return inOrder(stacks)
    .filter((stack) => wanted.has(stack))
    .reverse();
}

function dependenciesOf(stacks: readonly StackSource[], stack: StackSource): StackSource[] {
  return stacks.filter(({ id }) => stack.dependencies.includes(id));
}

function named(stacks: readonly StackSource[], names: readonly string[]): readonly StackSource[] {
  if (stacks.length === 0) throw new Failure("There are no stacks in it.");
  if (names.length === 0) return stacks;
  const known = stacks.map(({ stackName }) => stackName).join(", ");
  return names.flatMap((name) => {
    const found = stacks.filter(({ id, stackName, displayName }) =>
      [id, stackName, displayName].includes(name),
    );
    if (found.length === 0) throw new UsageError(`There is no stack ${name}, only: ${known}.`);
    return found;
  });
}

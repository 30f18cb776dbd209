/**
 * Finds the route of a request. Compiled from route keys into a tree of path segments, so that the
 * number of routes hardly matters. AWS: Routes for HTTP APIs; the order of selection is
 *
 * 1. a whole path, segment by segment literal before `{variable}`, the method before ANY;
 * 2. a greedy path, the longest and most literal prefix first, the method before ANY;
 * 3. `$default`.
 */
export class Router<Target> {
  readonly #root = newNode<Target>();
  #fallback: Target | undefined;

  /** @throws Error when a route key is neither `$default` nor a method and a path */
  constructor(routes: Iterable<readonly [routeKey: string, target: Target]>) {
    for (const [routeKey, target] of routes) this.#add(routeKey, target);
  }

  /**
   * The route for a method and a decoded path that starts with a slash.
   *
   * @param values is filled with what the route's path variables stand for, in order
   */
  find(method: string, path: string, values: string[]): Target | undefined {
    return (
      findWhole(this.#root, path, 1, method, values) ??
      findGreedy(this.#root, path, 1, method, values) ??
      this.#fallback
    );
  }

  #add(routeKey: string, target: Target): void {
    if (routeKey === "$default") {
      this.#fallback = target;
      return;
    }
    const [, method, path] = /^([A-Z]+) (\/.*)$/.exec(routeKey) ?? [];
    if (method === undefined || path === undefined) throw new Error(`route key ${routeKey}`);
    let node = this.#root;
    for (const segment of path.slice(1).split("/")) node = step(node, segment);
    node.targets.set(method, target);
  }
}

/** Names of the variables in a route key, in order; the greedy one without its `+`. */
export function variableNames(routeKey: string): string[] {
  return [...routeKey.matchAll(/\{([^}+]+)\+?\}/g)].map(([, name]) => name ?? "");
}

interface Node<Target> {
  readonly literals: Map<string, Node<Target>>;
  variable: Node<Target> | undefined;
  greedy: Node<Target> | undefined;
  /** Targets of the paths that end here, by method, `ANY` among them. */
  readonly targets: Map<string, Target>;
}

function newNode<Target>(): Node<Target> {
  return { literals: new Map(), variable: undefined, greedy: undefined, targets: new Map() };
}

function step<Target>(node: Node<Target>, segment: string): Node<Target> {
  if (/^\{[^}]+\+\}$/.test(segment)) {
    node.greedy ??= newNode();
    return node.greedy;
  }
  if (/^\{[^}]+\}$/.test(segment)) {
    node.variable ??= newNode();
    return node.variable;
  }
  const next = node.literals.get(segment) ?? newNode();
  node.literals.set(segment, next);
  return next;
}

/** @param start of the next segment; behind the end of the path when all segments are used */
function findWhole<Target>(
  node: Node<Target>,
  path: string,
  start: number,
  method: string,
  values: string[],
): Target | undefined {
  if (start > path.length) return targetFor(node, method);
  const end = endOf(path, start);
  const segment = path.slice(start, end);
  const literal = node.literals.get(segment);
  const found = literal && findWhole(literal, path, end + 1, method, values);
  if (found !== undefined) return found;
  if (!node.variable || segment === "") return undefined;
  values.push(segment);
  const varied = findWhole(node.variable, path, end + 1, method, values);
  if (varied === undefined) values.pop();
  return varied;
}

/** A greedy variable takes all that is left, even if that is nothing behind a slash. */
function findGreedy<Target>(
  node: Node<Target>,
  path: string,
  start: number,
  method: string,
  values: string[],
): Target | undefined {
  if (start > path.length) return undefined;
  const end = endOf(path, start);
  const segment = path.slice(start, end);
  const literal = node.literals.get(segment);
  const found = literal && findGreedy(literal, path, end + 1, method, values);
  if (found !== undefined) return found;
  if (node.variable && segment !== "") {
    values.push(segment);
    const varied = findGreedy(node.variable, path, end + 1, method, values);
    if (varied !== undefined) return varied;
    values.pop();
  }
  const target = node.greedy && targetFor(node.greedy, method);
  if (target !== undefined) values.push(path.slice(start));
  return target;
}

function targetFor<Target>(node: Node<Target>, method: string): Target | undefined {
  return node.targets.get(method) ?? node.targets.get("ANY");
}

function endOf(path: string, start: number): number {
  const slash = path.indexOf("/", start);
  return slash < 0 ? path.length : slash;
}

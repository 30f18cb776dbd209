import { badRequest, invalid } from "./refusal.ts";

/** What a route answers to. */
export interface RouteKey {
  /** The key with its variables nameless: two routes of one shape could not be told apart. */
  readonly shape: string;
  /** Names of the path's variables, in order. */
  readonly variables: readonly string[];
}

const form = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY) (\/\S*)$/;
const literal = /^[\w.~!$&'()*+,;=:@-]+$/;
const variable = /^\{([\w.-]+)(\+?)\}$/;
const keyLengthMax = 512;

/**
 * Reads `$default`, or a method and a path such as `GET /pets/{id}` or `ANY /{proxy+}`.
 * AWS: Routes for HTTP APIs.
 *
 * @throws Fault when it is neither
 */
export function parseRouteKey(text: string): RouteKey {
  if (text === "$default") return { shape: text, variables: [] };
  const [, method, path] = text.length > keyLengthMax ? [] : (form.exec(text) ?? []);
  if (method === undefined || path === undefined) throw malformed(text);
  if (path === "/") return { shape: text, variables: [] };
  const variables: string[] = [];
  const segments = path.slice(1).split("/");
  const shapes = segments.map((segment, index) => {
    const [, name, greedy] = variable.exec(segment) ?? [];
    if (name === undefined) return literalSegment(text, segment);
    if (greedy && index < segments.length - 1) throw malformedPath(text, greedyInside);
    if (variables.includes(name)) throw malformedPath(text, `{${name}} stands in it twice`);
    variables.push(name);
    return `{${greedy}}`;
  });
  return { shape: `${method} /${shapes.join("/")}`, variables };
}

const greedyInside = "a greedy variable such as {proxy+} may only be the last part";

function literalSegment(text: string, segment: string): string {
  if (segment === "") throw malformedPath(text, "it has an empty part, or ends in a slash");
  if (segment === "." || segment === "..") throw malformedPath(text, `it has the part ${segment}`);
  if (!literal.test(segment)) throw malformedPath(text, `its part ${segment} is no literal`);
  return segment;
}

function malformed(text: string) {
  const expected = 'Format should be "<HTTP METHOD> /<RESOURCE PATH>" or "$default"';
  return badRequest(
    `The provided route key is not formatted properly for HTTP protocol. ${expected}`,
    {
      check: "routeKey",
      expected: "$default, or a method, one space and a path, such as GET /pets/{id}",
      received: text.slice(0, 200),
      change: "write the method in capitals (ANY for all) and start the path with a slash",
    },
  );
}

function malformedPath(text: string, problem: string) {
  const expected = "literals and {variables} between single slashes, as in GET /pets/{id}";
  return invalid("routeKey", text, expected, `change the path: ${problem}`);
}

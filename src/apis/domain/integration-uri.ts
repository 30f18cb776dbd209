import { invalid } from "./refusal.ts";
import { blankVariables, resolveVariables } from "./stage-variables.ts";

const functionArn =
  /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(:([\w-]+|\$LATEST))?$/;
const invocations =
  /^arn:aws[a-z-]*:apigateway:[a-z0-9-]+:lambda:path\/2015-03-31\/functions\/(.+)\/invocations$/;
const pathVariable = /\{([\w.-]+)\+?\}/g;

/**
 * Checks the URI of a function: its ARN, plain or inside API Gateway's `invocations` form, with
 * stage variables in the name or the alias.
 *
 * @throws Fault when it names no function
 */
export function checkFunctionUri(uri: string): void {
  if (functionArn.test(blankVariables(innerArn(uri), "v"))) return;
  const expected =
    "arn:aws:lambda:REGION:ACCOUNT:function:NAME, or that inside arn:aws:apigateway:" +
    "REGION:lambda:path/2015-03-31/functions/ARN/invocations";
  throw invalid("integrationUri", uri, expected, "give the ARN of the function to call");
}

/** The ARN of the function that a checked URI calls on a stage with these variables. */
export function functionArnOf(uri: string, variables: Readonly<Record<string, string>>): string {
  return resolveVariables(innerArn(uri), variables);
}

function innerArn(uri: string): string {
  return invocations.exec(uri)?.[1] ?? uri;
}

/**
 * Checks the URL of an HTTP backend. Its path and query may hold `{name}` from the route's path;
 * stage variables may stand anywhere behind the scheme.
 *
 * @throws Fault when it is no absolute URL, or carries what a backend would never see
 */
export function checkHttpUri(uri: string): void {
  const text = blankVariables(uri, "v");
  const [, authority] = /^https?:\/\/([^/?#]+)/.exec(text) ?? [];
  const plain = text.replace(pathVariable, "v");
  const isRight =
    authority !== undefined &&
    !/[{}@]/.test(authority) &&
    !/[{}#\\]|[^\x21-\x7e]/.test(plain) &&
    URL.canParse(plain);
  if (isRight) return;
  const expected = "http:// or https://, a host, and a path that may hold {variables}";
  const change = "give the backend's address without user name, fragment or braces in the host";
  throw invalid("integrationUri", uri, expected, change);
}

/** Names of the path variables that a backend's URL asks its route for. */
export function pathVariablesOf(uri: string): string[] {
  const text = blankVariables(uri, "v");
  return [...text.matchAll(pathVariable)].map(([, name]) => name ?? "");
}

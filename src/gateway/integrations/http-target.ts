import { type Origin, originOf } from "../hop/origin.ts";
import { compileRequestMapping, type RequestMapping } from "../mapping/request-mapping.ts";
import { compileResponseMappings, type ResponseMapping } from "../mapping/response-mapping.ts";
import { encodePath } from "../path.ts";
import type { HttpIntegrationPlan, StagePlan } from "../plan.ts";

/** Where an HTTP integration sends its requests: a plan's URI, read once. */
export interface HttpTarget {
  readonly kind: "http";
  readonly plan: HttpIntegrationPlan;
  readonly origin: Origin;
  /** For the Host header. */
  readonly host: string;
  readonly path: Template;
  /** Without `?`. */
  readonly query: Template;
  /** `$default` routes hand the whole path on, behind the URI's own. */
  readonly appendsPath: boolean;
  readonly requests: RequestMapping | undefined;
  /** By the status code of the answer. */
  readonly responses: ReadonlyMap<number, ResponseMapping> | undefined;
}

/** Text, and the places (in order of the route's variables) of what stands between. */
export type Template = readonly (string | number)[];

const form = /^(https?:\/\/[^/?#]+)([^?#]*)\??([^#]*)$/;

/**
 * Reads the URI of an HTTP integration. Stage variables must be resolved.
 *
 * @param variables names of the route's path variables, in order
 * @throws Error that says why no request can be sent there
 */
export function readHttpTarget(
  plan: HttpIntegrationPlan,
  uri: string,
  routeKey: string,
  variables: readonly string[],
  stageVariables: StagePlan["variables"] = {},
): HttpTarget {
  const [, address, path = "", query = ""] = form.exec(uri) ?? [];
  const url = URL.parse(address ?? "");
  if (!url) throw new Error(`${uri} is not an http or https address`);
  const { requestMapping, responseMapping } = plan;
  const names = { pathVariables: variables, stageVariables };
  return {
    kind: "http",
    plan,
    origin: originOf(url, plan.timeoutMs),
    host: url.host,
    path: readTemplate(path, variables),
    query: readTemplate(query, variables),
    appendsPath: routeKey === "$default",
    requests: requestMapping && compileRequestMapping(requestMapping, names),
    responses: responseMapping && compileResponseMappings(responseMapping, names),
  };
}

/**
 * What follows the host in the request to the backend.
 *
 * @param path of the request, decoded, without the stage
 * @param query of the request, as sent
 */
export function targetFor(
  target: HttpTarget,
  values: readonly string[],
  path: string,
  query: string,
): string {
  const own = fill(target.path, values, encodePath);
  const whole = target.appendsPath ? own.replace(/\/$/, "") + encodePath(path) : own || "/";
  const ownQuery = fill(target.query, values, encodeURIComponent);
  if (ownQuery === "" && query === "") return whole;
  return `${whole}?${ownQuery}${ownQuery !== "" && query !== "" ? "&" : ""}${query}`;
}

function fill(template: Template, values: readonly string[], encode: (text: string) => string) {
  let text = "";
  for (const part of template) {
    text += typeof part === "string" ? part : encode(values[part] ?? "");
  }
  return text;
}

function readTemplate(text: string, variables: readonly string[]): Template {
  if (/[^\x21-\x7e]/.test(text)) throw new Error(`${text} has characters that must be encoded`);
  return text
    .split(/(\{[^{}]+\})/)
    .filter((part) => part !== "")
    .map((part) => {
      if (!part.startsWith("{")) return part;
      const place = variables.indexOf(part.slice(1, -1).replace(/\+$/, ""));
      if (place < 0) throw new Error(`the route's path has no variable ${part}`);
      return place;
    });
}

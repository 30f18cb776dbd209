// Lets functions answer CloudFormation as they are. AWS's own modules, and all that was made after
// them, take only host and path of an event's ResponseURL and send their answer there by HTTPS to
// the usual port, where this server does not listen. Their answers go to the whole address instead.
import http from "node:http";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";

const { request } = https;
/** Where the answer to the current event is to go. */
let expected;

/** Looks whether an event is to be answered so. */
export function expectStackResponse(event) {
  const { ResponseURL: text } = event;
  const url = typeof text === "string" && URL.canParse(text) ? new URL(text) : undefined;
  const isHere =
    url?.protocol === "http:" && url.pathname.startsWith("/_gatepool/stack-responses/");
  expected = isHere ? url : undefined;
  if (!isHere || https.request !== request) return;
  https.request = (...given) => {
    const { options, callback } = inOrder(given);
    return isAnswer(options) ? http.request(corrected(options), callback) : request(...given);
  };
  syncBuiltinESMExports();
}

/** From `request(url, options, callback)`, in which all but one may be missing. */
function inOrder(given) {
  const callback = given.find((value) => typeof value === "function");
  const [first, second] = given;
  if (typeof first !== "string" && !(first instanceof URL)) return { options: first, callback };
  const { hostname, pathname, search } = new URL(first);
  const more = typeof second === "object" ? second : {};
  return { options: { hostname, path: pathname + search, ...more }, callback };
}

function isAnswer({ host, hostname = host, path }) {
  return expected !== undefined && hostname === expected.hostname && path === expected.pathname;
}

function corrected({ agent: _, ...options }) {
  const { hostname, port } = expected;
  return { ...options, protocol: "http:", hostname: hostname.replace(/^\[|\]$/g, ""), port };
}

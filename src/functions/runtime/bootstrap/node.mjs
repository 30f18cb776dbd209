// Runs a Node.js function: asks Lambda's runtime API for events, one after the other. Ends when
// the server is gone. Started with the function's own Node.js, from version 18 on.
import { existsSync, writeSync } from "node:fs";
import { Agent, request } from "node:http";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { format } from "node:util";

const { env } = process;
const [host, ...root] = env.AWS_LAMBDA_RUNTIME_API.split("/");
const [hostname, port] = host.split(":");
const prefix = `${root.map((part) => `/${part}`).join("")}/2018-06-01/runtime`;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** The event that is being worked on. */
let current;

/** Something that the runtime itself has to say, under a name that Lambda gave it. */
class Failure extends Error {
  constructor(kind, message) {
    super(message);
    this.name = kind;
  }
}

/** Sends a request; the process ends when nobody answers, because then the server is gone. */
function ask(method, path, body) {
  return new Promise((done) => {
    const headers = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
    const options = { agent, hostname, port, method, path: prefix + path, headers };
    const sent = request(options, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", () => process.exit(0));
      response.on("end", () => {
        const { statusCode, headers: received } = response;
        done({ statusCode, headers: received, body: Buffer.concat(parts).toString() });
      });
    });
    sent.on("error", () => process.exit(0));
    sent.end(body);
  });
}

const levels = { debug: "DEBUG", error: "ERROR", info: "INFO", log: "INFO", warn: "WARN" };

/** Lambda's form of a line: time, request, level. A line feed within would begin another line. */
function write(level, message) {
  const line = `${new Date().toISOString()}\t${current?.id}\t${level}\t${message}`;
  writeAll(`${line.replaceAll("\n", "\r")}\n`);
}

/** Waits while the reader is slow, as it is on purpose when a function floods its log. */
function writeAll(text) {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if (error.code !== "EAGAIN") return;
    }
  }
}

function takeConsole() {
  const methods = Object.entries(levels).map(([name, level]) => [
    name,
    (...values) => write(level, format(...values)),
  ]);
  const trace = (...values) => write("TRACE", new Error(format(...values)).stack);
  Object.assign(globalThis.console, Object.fromEntries(methods), { trace });
}

/** Reads `folder/file.path.to.handler`. */
async function loadHandler(name) {
  if (name.includes("..")) throw new Failure("Runtime.MalformedHandlerName", badHandler(name));
  const [, moduleName, path] = /^([^.]*)\.(.*)$/.exec(basename(name)) ?? [];
  if (!moduleName || !path) throw new Failure("Runtime.MalformedHandlerName", "Bad handler");
  const folder = resolve(env.LAMBDA_TASK_ROOT, name.slice(0, name.length - basename(name).length));
  let handler = await loadModule(join(folder, moduleName));
  for (const part of path.split(".")) handler = handler?.[part];
  if (handler === undefined) {
    throw new Failure("Runtime.HandlerNotFound", `${name} is undefined or not exported`);
  }
  if (typeof handler !== "function") {
    throw new Failure("Runtime.HandlerNotFound", `${name} is not a function`);
  }
  refuseCallbacks(handler);
  return handler;
}

function badHandler(name) {
  const advice = "Use absolute paths when specifying root directories in handler names.";
  return `'${name}' is not a valid handler name. ${advice}`;
}

/** Lambda's Node.js 24 knows promises only. */
function refuseCallbacks(handler) {
  if (env.AWS_EXECUTION_ENV !== "AWS_Lambda_nodejs24.x" || handler.length < 3) return;
  const message =
    "AWS Lambda has removed support for callback-based function handlers starting with Node.js " +
    "24. You need to modify this function to use a supported handler signature to use Node.js " +
    "24 or later.";
  throw new Failure("Runtime.CallbackHandlerDeprecated", message);
}

async function loadModule(path) {
  const file = ["", ".js", ".mjs", ".cjs"].map((end) => path + end).find(isFile);
  try {
    if (!file) throw missing(path);
    if (file.endsWith(".mjs")) return await import(pathToFileURL(file).href);
    return await requireOrImport(file);
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw Object.assign(new Failure("Runtime.UserCodeSyntaxError", String(error)), {
        stack: error.stack,
      });
    }
    if (/^(ERR_)?MODULE_NOT_FOUND$/.test(error?.code)) {
      throw new Failure("Runtime.ImportModuleError", String(error));
    }
    throw error;
  }
}

function isFile(path) {
  return existsSync(path) && !existsSync(path + sep);
}

function missing(path) {
  const message = `Cannot find module '${basename(path)}' in ${dirname(path)}`;
  return Object.assign(new Error(message), { code: "MODULE_NOT_FOUND" });
}

/** CommonJS, unless the file says in one way or another that it is an ES module. */
async function requireOrImport(file) {
  try {
    return createRequire(file)(file);
  } catch (error) {
    const isModule = /^ERR_REQUIRE_(ESM|ASYNC_MODULE)$/.test(error?.code);
    if (!isModule) throw error;
    return import(pathToFileURL(file).href);
  }
}

function contextOf({ id, headers }, finish) {
  const deadline = Number(headers["lambda-runtime-deadline-ms"]);
  const given = headers["lambda-runtime-client-context"];
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    awsRequestId: id,
    invokedFunctionArn: headers["lambda-runtime-invoked-function-arn"],
    clientContext: given ? JSON.parse(given) : undefined,
    identity: undefined,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done: finish,
    succeed: (result) => finish(null, result),
    fail: (error) => finish(error ?? new Error("the function failed")),
  };
}

function describe(error) {
  if (!(error instanceof Error)) {
    return { errorType: typeof error, errorMessage: String(error), trace: [] };
  }
  const trace = (error.stack ?? "").split("\n");
  return { errorType: error.name, errorMessage: error.message, trace };
}

function writeError(title, error) {
  const { errorType, errorMessage, trace } = describe(error);
  write("ERROR", `${title} \t${JSON.stringify({ errorType, errorMessage, stack: trace })}`);
}

function encode(result) {
  try {
    return JSON.stringify(result === undefined ? null : result) ?? "null";
  } catch (error) {
    throw new Failure("Runtime.MarshalError", `Unable to stringify response body: ${error}`);
  }
}

/** Answers the current event, once; whatever says more about it comes too late. */
async function settle(error, result) {
  const settled = current;
  if (!settled || settled.isSettled) return;
  settled.isSettled = true;
  const { path, body } = outcome(settled.id, error, result);
  await ask("POST", path, body);
  settled.done();
}

function outcome(id, error, result) {
  try {
    if (error === undefined || error === null) {
      return { path: `/invocation/${id}/response`, body: encode(result) };
    }
    writeError("Invoke Error", error);
    return { path: `/invocation/${id}/error`, body: JSON.stringify(describe(error)) };
  } catch (failure) {
    return outcome(id, failure);
  }
}

/** Lambda answers a callback when nothing is left to do, unless the function says otherwise. */
function callbackFor(context, settled) {
  return (error, result) => {
    if (current !== settled) return;
    if (error || !context.callbackWaitsForEmptyEventLoop) settle(error, result);
    else settled.atRest ??= { result };
  };
}

async function run(handler, event) {
  const finish = callbackFor({ callbackWaitsForEmptyEventLoop: false }, event);
  const context = contextOf(event, finish);
  try {
    const given = JSON.parse(event.body);
    if (given?.ResponseURL) (await import("./stack-response.mjs")).expectStackResponse(given);
    const result = handler(given, context, callbackFor(context, event));
    if (typeof result?.then !== "function") return;
    const answer = await result;
    if (current === event) await settle(null, answer);
  } catch (error) {
    if (current === event) await settle(error ?? new Error(String(error)));
  }
}

async function endWith(code, title, error) {
  writeError(title, error);
  if (current && !current.isSettled) await settle(error);
  process.exit(code);
}

function listen() {
  // Nothing is left to do and the event has no answer: it is what the callback said, or null.
  process.on("beforeExit", () => settle(null, current?.atRest?.result));
  process.on("uncaughtException", (error) => endWith(129, "Uncaught Exception", error));
  process.on("unhandledRejection", (reason) => {
    const error = new Failure("Runtime.UnhandledPromiseRejection", String(reason));
    if (reason?.stack) error.stack = reason.stack;
    endWith(128, "Unhandled Promise Rejection", error);
  });
}

async function next(handler) {
  const { statusCode, headers, body } = await ask("GET", "/invocation/next");
  if (statusCode !== 200) process.exit(1);
  const id = headers["lambda-runtime-aws-request-id"];
  env._X_AMZN_TRACE_ID = headers["lambda-runtime-trace-id"] ?? "";
  return new Promise((done) => {
    current = { id, headers, body, done };
    run(handler, current);
  });
}

async function load() {
  try {
    return await loadHandler(env._HANDLER);
  } catch (error) {
    writeError("Uncaught Exception", error);
    await ask("POST", "/init/error", JSON.stringify(describe(error)));
    return process.exit(1);
  }
}

async function main() {
  takeConsole();
  const handler = await load();
  listen();
  while (true) await next(handler);
}

main();

import type * as Logs from "@aws-sdk/client-cloudwatch-logs";
import type * as Idp from "@aws-sdk/client-cognito-identity-provider";
import type * as Ssm from "@aws-sdk/client-ssm";
import type { Input, OperationName, Output } from "../wire/operation.ts";
import { type Signer, signRequest } from "../wire/sign-request.ts";
import { credentialsOf } from "./credentials.ts";
import { Failure } from "./failure.ts";
import { reach } from "./http.ts";
import { regionOf } from "./region.ts";

type IdpName = OperationName<typeof Idp> & string;
type LogsName = OperationName<typeof Logs> & string;
type SsmName = OperationName<typeof Ssm> & string;

/** Calls a server's AWS operations, signed with the caller's credentials. */
export interface Client {
  readonly url: string;
  readonly region: string;
  /** An operation of user pools. */
  cognito<Name extends IdpName>(
    name: Name,
    input: Input<typeof Idp, Name>,
  ): Promise<Output<typeof Idp, Name>>;
  /** An operation of CloudWatch Logs. */
  logs<Name extends LogsName>(
    name: Name,
    input: Input<typeof Logs, Name>,
  ): Promise<Output<typeof Logs, Name>>;
  /** An operation of Systems Manager. */
  ssm<Name extends SsmName>(
    name: Name,
    input: Input<typeof Ssm, Name>,
  ): Promise<Output<typeof Ssm, Name>>;
  /** A request to S3, for a path in its own spelling; answers the XML. */
  s3(method: "GET" | "PUT", path: string, body?: Uint8Array<ArrayBuffer>): Promise<string>;
  /** A service that speaks REST and JSON, such as `apigateway` and `lambda`. */
  rest<Answer>(service: string, method: string, path: string, body?: object): Promise<Answer>;
  /** A service that speaks forms and XML, such as `iam`; answers the XML. */
  query(service: string, parameters: Readonly<Record<string, string>>): Promise<string>;
}

/** A refusal by an AWS operation. */
export class AwsError extends Failure {
  override readonly name = "AwsError";
  /** Such as `UserNotFoundException`. */
  readonly code: string;

  constructor(code: string, message: string, requestId: string | null) {
    const hint = requestId === null ? "" : `\nWhy: gatepool why ${requestId}`;
    super(`${code}: ${message}${hint}`);
    this.code = code;
  }
}

/** Whether an AWS operation refused, with one of these codes if any are named. */
export function isAwsError(error: unknown, ...codes: readonly string[]): error is AwsError {
  return error instanceof AwsError && (codes.length === 0 || codes.includes(error.code));
}

/**
 * Credentials come from the variables that every AWS tool reads, and so does the region.
 * @param known the region, where something else tells it, such as the id of a user pool; and the
 * account, for whom nobody has set credentials
 */
export function createClient(
  url: string,
  known?: { region?: string | undefined; account?: string | undefined },
): Client {
  const { env } = process;
  const region = known?.region ?? regionOf(env);
  const credentials = credentialsOf(env, known?.account);
  const send = (service: string, content: Content) =>
    call(url, content, { ...credentials, region, service });
  const sendJson = (service: string, target: string, input: unknown) => {
    const headers = { "content-type": "application/x-amz-json-1.1", "x-amz-target": target };
    return send(service, { method: "POST", path: "/", headers, body: JSON.stringify(input) });
  };
  return {
    url,
    region,
    async cognito(name, input) {
      const target = `AWSCognitoIdentityProviderService.${name}`;
      return JSON.parse(await sendJson("cognito-idp", target, input));
    },
    async logs(name, input) {
      return JSON.parse(await sendJson("logs", `Logs_20140328.${name}`, input));
    },
    async ssm(name, input) {
      return JSON.parse(await sendJson("ssm", `AmazonSSM.${name}`, input));
    },
    s3(method, path, body = new Uint8Array()) {
      return send("s3", { method, path, headers: {}, body });
    },
    async rest(service, method, path, input) {
      const headers = { "content-type": "application/json" };
      const body = input === undefined ? "" : JSON.stringify(input);
      return JSON.parse(await send(service, { method, path, headers, body }));
    },
    query(service, parameters) {
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const body = new URLSearchParams(parameters).toString();
      return send(service, { method: "POST", path: "/", headers, body });
    },
  };
}

interface Content {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/**
 * Asks an address of Gatepool's own, such as a trace, signed as the operations are.
 *
 * @param change what to POST there; without it, the address is read
 */
export async function askOwn<Answer>(url: string, change?: object): Promise<Answer> {
  const { pathname, search, origin } = new URL(url);
  const headers = { accept: "application/json" };
  const body = change === undefined ? "" : JSON.stringify(change);
  const method = change === undefined ? "GET" : "POST";
  const signer = { ...credentialsOf(process.env), region: "us-east-1", service: "gatepool" };
  const content = { method, path: pathname + search, headers, body };
  const answer = await sendSigned(origin, content, signer);
  const text = await answer.text();
  if (!answer.headers.get("content-type")?.startsWith("application/json")) {
    throw new Failure(`${url} answers ${answer.status} and no JSON: is this a Gatepool server?`);
  }
  if (answer.ok) return JSON.parse(text);
  const { message }: { message?: string } = JSON.parse(text);
  throw new Failure(message ?? `${url} answers ${answer.status}`);
}

/** @returns the body of the answer; throws AwsError when it is a refusal */
async function call(url: string, content: Content, signer: Signer): Promise<string> {
  const answer = await sendSigned(url, content, signer);
  const text = await answer.text();
  if (answer.ok) return text || "{}";
  throw errorOf(answer, text);
}

function sendSigned(url: string, { path, ...content }: Content, signer: Signer): Promise<Response> {
  const target = new URL(url + path);
  const { method } = content;
  const request = {
    method,
    path: target.pathname,
    query: target.search.slice(1),
    headers: { ...content.headers, host: target.host },
    body: Buffer.from(content.body),
  };
  const headers = signRequest(request, signer, Date.now());
  const body = content.body.length === 0 ? {} : { body: content.body };
  return reach(target.href, { method, headers, ...body });
}

/** JSON services say what is wrong in `__type` or in a header, the others in XML. */
function errorOf(answer: Response, text: string): Failure {
  const requestId = answer.headers.get("x-amzn-requestid");
  if (text.startsWith("<")) {
    const [code, message] = ["Code", "Message"].map((tag) => elementOf(text, tag));
    if (code !== undefined) return new AwsError(code, message ?? "", requestId);
  } else if (text.startsWith("{")) {
    const body: { __type?: string; message?: string; Message?: string } = JSON.parse(text);
    const code = answer.headers.get("x-amzn-errortype") ?? body.__type;
    if (code) return new AwsError(nameOf(code), body.message ?? body.Message ?? "", requestId);
  }
  const { host } = new URL(answer.url);
  return new Failure(`${host} answers ${answer.status} and nothing that AWS would say.`);
}

/** `com.amazonaws#Name:http://...` is just `Name`. */
function nameOf(code: string): string {
  return code.replace(/:.*$/, "").replace(/^.*#/, "");
}

function elementOf(xml: string, tag: string): string | undefined {
  const text = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1];
  return text?.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? "");
}

const entities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  amp: "&",
};

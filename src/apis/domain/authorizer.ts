import {
  badRequest,
  checkRange,
  checkRanges,
  invalid,
  notServed,
  refuseUnserved,
} from "./refusal.ts";

/** A JWT authorizer: whose tokens pass, and where they stand in the request. */
export interface Authorizer {
  readonly apiId: string;
  readonly authorizerId: string;
  readonly name: string;
  /** `$request.header.Authorization` */
  readonly identitySource: string;
  readonly issuer: string;
  readonly audience: readonly string[];
}

/** An authorizer as clients write it, whole or in part. */
export interface AuthorizerSettings {
  Name?: string | undefined;
  AuthorizerType?: string | undefined;
  IdentitySource?: readonly string[] | undefined;
  JwtConfiguration?:
    | { Issuer?: string | undefined; Audience?: readonly string[] | undefined }
    | undefined;
  AuthorizerUri?: string | undefined;
  AuthorizerCredentialsArn?: string | undefined;
  AuthorizerPayloadFormatVersion?: string | undefined;
  AuthorizerResultTtlInSeconds?: number | undefined;
  EnableSimpleResponses?: boolean | undefined;
  IdentityValidationExpression?: string | undefined;
}

/** Where a request carries its token. */
export interface IdentitySource {
  readonly from: "header" | "querystring";
  readonly name: string;
}

const audiencesMax = 50;
const requestOnly = "leave it out: it belongs to authorizers that are functions";

/** An authorizer made of settings. */
export function newAuthorizer(
  ids: Pick<Authorizer, "apiId" | "authorizerId">,
  settings: AuthorizerSettings,
): Authorizer {
  const { JwtConfiguration = {}, IdentitySource = [], Name = "" } = settings;
  return mergeAuthorizer(
    { ...ids, name: "", identitySource: "", issuer: "", audience: [] },
    { ...settings, JwtConfiguration, IdentitySource, Name },
  );
}

/**
 * The authorizer with the settings that are given; absent ones stay as they are.
 * Whether the issuer can be reached is for the caller to find out.
 *
 * @throws Fault when a setting is wrong, or is one that the gateway does not serve
 */
export function mergeAuthorizer(current: Authorizer, settings: AuthorizerSettings): Authorizer {
  const { AuthorizerType = "JWT", Name = current.name, JwtConfiguration } = settings;
  if (AuthorizerType !== "JWT") {
    throw notServed("authorizerType", AuthorizerType, "use a JWT authorizer");
  }
  refuseUnserved(settings, {
    AuthorizerUri: requestOnly,
    AuthorizerCredentialsArn: requestOnly,
    AuthorizerPayloadFormatVersion: requestOnly,
    AuthorizerResultTtlInSeconds: requestOnly,
    EnableSimpleResponses: requestOnly,
    IdentityValidationExpression: "leave it out: only WebSocket APIs have it",
  });
  checkRanges({ ...settings, Name }, { Name: [1, 128] });
  return {
    apiId: current.apiId,
    authorizerId: current.authorizerId,
    name: Name,
    identitySource: settings.IdentitySource
      ? oneIdentitySource(settings.IdentitySource)
      : current.identitySource,
    issuer: JwtConfiguration ? issuerOf(JwtConfiguration.Issuer ?? current.issuer) : current.issuer,
    audience: JwtConfiguration
      ? audienceOf(JwtConfiguration.Audience ?? current.audience)
      : current.audience,
  };
}

/**
 * Reads `$request.header.NAME` or `$request.querystring.NAME`.
 *
 * @throws Fault for anything else, telling the form
 */
export function parseIdentitySource(text: string): IdentitySource {
  const [, from, name] = identitySourceForm.exec(text) ?? [];
  if ((from === "header" || from === "querystring") && name) return { from, name };
  const change = /^method\.request\./.test(text)
    ? `write $${text.slice("method.".length)}: the form beginning with method. is of REST APIs`
    : "write $request.header.Authorization to take the token from the Authorization header";
  throw invalid("identitySource", text, identitySourceExpected, change);
}

const identitySourceForm = /^\$request\.(header|querystring)\.([\w!#%&'*+.^`|~-]{1,256})$/;
const identitySourceExpected = "$request.header.NAME or $request.querystring.NAME";

function oneIdentitySource(sources: readonly string[]): string {
  const [source, ...others] = sources;
  if (source === undefined || others.length > 0) {
    const expected = `one entry: ${identitySourceExpected}`;
    const change = "name the one place in the request where the token is";
    throw invalid("identitySource", sources.join(", "), expected, change);
  }
  parseIdentitySource(source);
  return source;
}

function issuerOf(issuer: string): string {
  checkRange("issuer", issuer, [1, 2048]);
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  const isHttp = url?.protocol === "https:" || url?.protocol === "http:";
  if (isHttp && !url.username && !url.password && !/[\s?#]/.test(issuer)) return issuer;
  const expected = "a URL without query and fragment";
  throw invalid("issuer", issuer, expected, "write the issuer exactly as its tokens carry it");
}

/** Without an audience any token of the issuer would do, so AWS's optional list is required. */
function audienceOf(audience: readonly string[]): readonly string[] {
  if (audience.length === 0) {
    throw badRequest("jwtConfiguration.audience must name at least one audience", {
      check: "audience",
      expected: "the ids of the app clients whose tokens are meant for this API",
      received: "an empty list",
      change: "list at least one app client id in jwtConfiguration.audience",
    });
  }
  checkRange("audience", audience, [1, audiencesMax]);
  for (const entry of audience) checkRange("audience", entry, [1, 1024]);
  return audience;
}

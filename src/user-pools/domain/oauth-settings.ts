import { invalidParameter } from "./faults.ts";
import type { ClientSettings } from "./records.ts";

/** Scopes that every pool has; others come from its resource servers. */
const standardScopes = ["openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"];

/**
 * Checks the members for OAuth 2.0 of an app client.
 * @throws InvalidParameterException naming what does not fit
 */
export function checkOAuthSettings(settings: ClientSettings, hasSecret: boolean): void {
  const { AllowedOAuthFlows: flows = [], AllowedOAuthScopes: scopes = [] } = settings;
  const { CallbackURLs = [], LogoutURLs = [], DefaultRedirectURI } = settings;
  if (settings.AllowedOAuthFlowsUserPoolClient && (flows.length === 0 || scopes.length === 0)) {
    throw invalidParameter(
      "AllowedOAuthFlows and AllowedOAuthScopes are required " +
        "if user pool client is allowed to use OAuth flows.",
    );
  }
  checkFlows(flows, CallbackURLs, hasSecret);
  const unknown = scopes.find((scope) => !standardScopes.includes(scope));
  if (unknown !== undefined) throw invalidParameter(`Invalid scope requested: ${unknown}`);
  for (const url of [...CallbackURLs, ...LogoutURLs]) checkRedirect(url);
  if (DefaultRedirectURI !== undefined && !CallbackURLs.includes(DefaultRedirectURI)) {
    throw invalidParameter("DefaultRedirectURI must be one of the CallbackURLs.");
  }
}

function checkFlows(flows: readonly string[], callbacks: readonly string[], hasSecret: boolean) {
  if (flows.includes("client_credentials")) {
    if (flows.length > 1) {
      throw invalidParameter(
        "client_credentials flow can not be selected along with code flow or implicit flow.",
      );
    }
    if (!hasSecret) {
      throw invalidParameter(
        "client_credentials flow can not be selected if client does not have a client secret.",
      );
    }
  } else if (flows.length > 0 && callbacks.length === 0) {
    throw invalidParameter("CallbackURLs are required for the code and implicit flows.");
  }
}

const loopback = ["localhost", "127.0.0.1", "[::1]"];

/** Absolute, without fragment, and https; http on loopback only. Apps may use their own schemes. */
function checkRedirect(url: string): void {
  const parsed = URL.parse(url);
  const isPlain = parsed?.protocol === "http:" && !loopback.includes(parsed.hostname);
  const isScript = ["javascript:", "data:", "vbscript:"].includes(parsed?.protocol ?? "");
  if (parsed === null || url.includes("#") || isPlain || isScript || /\s/.test(url)) {
    throw invalidParameter(`cannot use the following URL: ${url}`, {
      check: "callback and sign-out addresses",
      expected: "an absolute address with https (http for localhost and 127.0.0.1), no fragment",
      received: url,
      change: "Correct the address.",
    });
  }
}

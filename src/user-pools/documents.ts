import { type IssuerMode, issuerHost, issuerOf } from "../tokens/issuer.ts";
import { toJsonWebKey } from "../tokens/signing-key.ts";
import type { WireRequest, WireResponse } from "../wire/exchange.ts";
import type { PoolKeys } from "./pool-keys.ts";

interface DocumentDeps {
  readonly keys: PoolKeys;
  readonly issuer: IssuerMode;
}

const documentPath = /^\/([\w-]+_[0-9a-zA-Z]+)\/\.well-known\/(jwks\.json|openid-configuration)$/;

/**
 * Serves the two documents by which others verify the tokens of a pool: its key set and its
 * discovery document. Undefined for every other path.
 */
export function createDocuments({ keys, issuer }: DocumentDeps) {
  return ({ method, path }: WireRequest): Promise<WireResponse> | undefined => {
    const match = documentPath.exec(belowIssuer(issuer, path));
    if (!match || (method !== "GET" && method !== "HEAD")) return undefined;
    const [, poolId = "", name] = match;
    return answer(poolId, name === "jwks.json");
  };

  async function answer(poolId: string, isKeySet: boolean): Promise<WireResponse> {
    const published = await keys.published(poolId);
    if (!published) {
      return json(404, { message: `User pool ${poolId} does not exist.` }, "no-store");
    }
    const document = isKeySet ? { keys: published.map(toJsonWebKey) } : discovery(issuer, poolId);
    return json(200, document, "public, max-age=86400");
  }
}

/** Without a domain, the endpoints are at the pool's host, as at AWS, where nothing answers. */
function discovery(issuer: IssuerMode, poolId: string) {
  const host = issuerHost(issuer, poolId);
  const name = issuerOf(issuer, poolId);
  return {
    authorization_endpoint: `${host}/oauth2/authorize`,
    end_session_endpoint: `${host}/logout`,
    id_token_signing_alg_values_supported: ["RS256"],
    issuer: name,
    jwks_uri: `${name}/.well-known/jwks.json`,
    response_types_supported: ["code", "token"],
    revocation_endpoint: `${host}/oauth2/revoke`,
    scopes_supported: ["openid", "email", "phone", "profile"],
    subject_types_supported: ["public"],
    token_endpoint: `${host}/oauth2/token`,
    token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
    userinfo_endpoint: `${host}/oauth2/userInfo`,
  };
}

/** The issuer may have a path of its own, which requests then begin with. */
function belowIssuer(issuer: IssuerMode, path: string): string {
  const base = issuer === "aws" ? "/" : issuer.pathname;
  const prefix = base.endsWith("/") ? base.slice(0, -1) : base;
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
}

function json(status: number, body: object, cacheControl: string): WireResponse {
  return {
    status,
    headers: { "content-type": "application/json", "cache-control": cacheControl },
    body: JSON.stringify(body),
  };
}

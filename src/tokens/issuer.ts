/** How the issuer of tokens is spelled: as AWS does, or as this server's public address. */
export type IssuerMode = "aws" | URL;

/** What a pool's tokens and its discovery document call their issuer, byte for byte. */
export function issuerOf(mode: IssuerMode, userPoolId: string): string {
  return `${issuerHost(mode, userPoolId)}/${userPoolId}`;
}

/** The issuer without the pool: the address of the pool's documents. No slash at its end. */
export function issuerHost(mode: IssuerMode, userPoolId: string): string {
  if (mode !== "aws") return withoutSlash(mode.href);
  return `https://cognito-idp.${regionOf(userPoolId)}.amazonaws.com`;
}

/**
 * The pool that an issuer names, whether spelled as AWS does (either of its host names) or as one
 * of this server's public addresses; undefined for an issuer that cannot live here.
 */
export function userPoolOfIssuer(
  issuer: string,
  publicUrls: readonly string[],
): string | undefined {
  const slash = issuer.lastIndexOf("/");
  const host = issuer.slice(0, slash);
  const userPoolId = issuer.slice(slash + 1);
  if (!/^[\w-]{1,45}_[0-9a-zA-Z]{1,45}$/.test(userPoolId)) return undefined;
  const region = regionOf(userPoolId);
  const spellings = [
    `https://cognito-idp.${region}.amazonaws.com`,
    `https://issuer-cognito-idp.${region}.amazonaws.com`,
    ...publicUrls.map(withoutSlash),
  ];
  return spellings.includes(host) ? userPoolId : undefined;
}

/** The region is the part of a pool's id before the underscore. */
function regionOf(userPoolId: string): string {
  return userPoolId.slice(0, userPoolId.lastIndexOf("_"));
}

function withoutSlash(url: string): string {
  return url.endsWith("/") ? url.slice(0, -1) : url;
}

import { badRequest, checkRange, invalid } from "./refusal.ts";

/** Which web pages may call an API. AWS: CORS for HTTP APIs. */
export interface Cors {
  readonly allowOrigins?: readonly string[];
  readonly allowMethods?: readonly string[];
  readonly allowHeaders?: readonly string[];
  readonly exposeHeaders?: readonly string[];
  readonly allowCredentials?: boolean;
  /** Seconds; -1 tells browsers not to keep the answer. */
  readonly maxAge?: number;
}

/** A CORS configuration as clients write it. */
export interface CorsSettings {
  AllowOrigins?: readonly string[] | undefined;
  AllowMethods?: readonly string[] | undefined;
  AllowHeaders?: readonly string[] | undefined;
  ExposeHeaders?: readonly string[] | undefined;
  AllowCredentials?: boolean | undefined;
  MaxAge?: number | undefined;
}

const methods = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE", "*"];
const token = /^[\w!#$%&'*+.^`|~-]+$/;
const entriesMax = 100;

/**
 * Checks a CORS configuration.
 *
 * @throws Fault when it cannot be meant, such as credentials for every origin
 */
export function corsOf(settings: CorsSettings): Cors {
  const { AllowOrigins, AllowMethods, AllowHeaders, ExposeHeaders } = settings;
  const { AllowCredentials, MaxAge } = settings;
  checkEach("allowOrigins", AllowOrigins, isOrigin, "scheme://host[:port], scheme://* or *");
  checkEach("allowMethods", AllowMethods, (text) => methods.includes(text), methods.join(", "));
  checkEach("allowHeaders", AllowHeaders, (text) => token.test(text), "the name of a header or *");
  checkEach(
    "exposeHeaders",
    ExposeHeaders,
    (text) => token.test(text),
    "the name of a header or *",
  );
  if (AllowCredentials && AllowOrigins?.includes("*")) throw credentialsForAll();
  return {
    ...(AllowOrigins && { allowOrigins: AllowOrigins }),
    ...(AllowMethods && { allowMethods: AllowMethods }),
    ...(AllowHeaders && { allowHeaders: AllowHeaders }),
    ...(ExposeHeaders && { exposeHeaders: ExposeHeaders }),
    ...(AllowCredentials !== undefined && { allowCredentials: AllowCredentials }),
    ...(MaxAge !== undefined && { maxAge: MaxAge }),
  };
}

function checkEach(
  member: string,
  entries: readonly string[] | undefined,
  isRight: (text: string) => boolean,
  expected: string,
): void {
  if (!entries) return;
  checkRange(member, entries, [0, entriesMax]);
  const wrong = entries.find((text) => !isRight(text));
  if (wrong === undefined) return;
  throw invalid(member, wrong, expected, `write each entry of ${member} in this form`);
}

/** An origin as browsers send it: no path, not even a slash at the end, or it never matches. */
function isOrigin(text: string): boolean {
  if (text === "*" || text === "http://*" || text === "https://*") return true;
  if (text.length > 512) return false;
  return /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#@*]+$/i.test(text);
}

function credentialsForAll() {
  return badRequest("allow-credentials is not supported if 'allow-origin' is *", {
    check: "corsConfiguration",
    expected: "a list of origins where credentials are allowed",
    received: "allowCredentials true and allowOrigins *",
    change: "name the origins, or leave allowCredentials out",
  });
}

import type { FunctionUrlAuthType } from "../../foundation/invoke.ts";
import type { Random } from "../../foundation/random.ts";
import type { Reason } from "../../foundation/reason.ts";
import type { LatestRecord } from "./record.ts";

/** An address under which a function, or an alias of it, is called over HTTP. */
export interface UrlSettings {
  readonly urlId: string;
  readonly authType: FunctionUrlAuthType;
  readonly cors?: UrlCors;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
}

/** Which pages of other origins may call the URL. Members are named as clients write them. */
export interface UrlCors {
  readonly AllowCredentials?: boolean | undefined;
  readonly AllowHeaders?: readonly string[] | undefined;
  readonly AllowMethods?: readonly string[] | undefined;
  readonly AllowOrigins?: readonly string[] | undefined;
  readonly ExposeHeaders?: readonly string[] | undefined;
  /** Seconds. */
  readonly MaxAge?: number | undefined;
}

/** As long as those of AWS. */
export function newUrlId(random: Random): string {
  return random.text("abcdefghijklmnopqrstuvwxyz0123456789", 32);
}

/** The URL of a function, or of an alias; undefined when it has none. */
export function urlOf({ urls = {} }: LatestRecord, qualifier = "$LATEST"): UrlSettings | undefined {
  return Object.hasOwn(urls, qualifier) ? urls[qualifier] : undefined;
}

/** The function with another URL for itself or an alias, or with none. */
export function withUrl(
  latest: LatestRecord,
  qualifier: string | undefined,
  settings: UrlSettings | undefined,
): LatestRecord {
  const { [qualifier ?? "$LATEST"]: _, ...others } = latest.urls ?? {};
  const urls = settings ? { ...others, [qualifier ?? "$LATEST"]: settings } : others;
  return { ...latest, urls };
}

const methods: readonly string[] = ["GET", "PUT", "HEAD", "POST", "PATCH", "DELETE", "*"];

/** What keeps a URL from having these settings; undefined when nothing. */
export function refuseCors({ AllowMethods = [] }: UrlCors): Reason | undefined {
  const unknown = AllowMethods.find((method) => !methods.includes(method));
  return unknown === undefined
    ? undefined
    : {
        check: "AllowMethods",
        expected: `one of ${methods.join(", ")}`,
        received: unknown,
        change: "name methods in capital letters; OPTIONS is always answered",
      };
}

/** Settings that say nothing are none: that is how clients take them away. */
export function corsOf(cors: UrlCors | undefined): UrlCors | undefined {
  const isEmpty = Object.values(cors ?? {}).every((value) => value === undefined);
  return isEmpty ? undefined : cors;
}

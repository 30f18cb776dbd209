import type { FunctionUrlConfig } from "@aws-sdk/client-lambda";
import { changeFunction } from "./changes.ts";
import { type FunctionsContext, fault } from "./contract.ts";
import {
  refuseCors,
  type UrlCors,
  type UrlSettings,
  urlOf,
  withUrl,
} from "./domain/function-url.ts";
import { functionArn, type LatestRecord } from "./domain/record.ts";
import type { Asked } from "./lookup.ts";

/** A function's URL as Lambda's API shows it. */
export function describeUrl(
  { tenant, name }: LatestRecord,
  qualifier: string | undefined,
  { urlId, authType, cors, createdAt, modifiedAt }: UrlSettings,
): FunctionUrlConfig {
  return {
    FunctionUrl: `https://${urlId}.lambda-url.${tenant.region}.on.aws/`,
    FunctionArn: functionArn(tenant, name, qualifier),
    AuthType: authType,
    ...(cors && { Cors: describeCors(cors) }),
    CreationTime: timeText(createdAt),
    LastModifiedTime: timeText(modifiedAt),
    InvokeMode: "BUFFERED",
  };
}

function describeCors({
  AllowHeaders,
  AllowMethods,
  AllowOrigins,
  ExposeHeaders,
  ...cors
}: UrlCors) {
  return {
    ...cors,
    ...(AllowHeaders && { AllowHeaders: [...AllowHeaders] }),
    ...(AllowMethods && { AllowMethods: [...AllowMethods] }),
    ...(AllowOrigins && { AllowOrigins: [...AllowOrigins] }),
    ...(ExposeHeaders && { ExposeHeaders: [...ExposeHeaders] }),
  };
}

/** `2026-11-20T21:33:07.000000Z`: in microseconds, which no other time of Lambda has. */
function timeText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace("Z", "000Z");
}

interface UrlWish {
  readonly InvokeMode?: string | undefined;
  readonly Cors?: UrlCors | undefined;
}

/** Refuses settings that no URL may have here. */
export function checkUrl({ InvokeMode, Cors }: UrlWish): void {
  if (InvokeMode === "RESPONSE_STREAM") {
    const message =
      "Gatepool does not support InvokeMode RESPONSE_STREAM for function URLs yet: see " +
      "docs/compatibility.md.";
    throw fault("InvalidParameterValueException", message, {
      reason: {
        check: "InvokeMode",
        expected: "BUFFERED, or none",
        received: InvokeMode,
        change: "leave InvokeMode out: the answer is sent when the function has ended",
      },
    });
  }
  const reason = Cors && refuseCors(Cors);
  if (!reason) return;
  const message = `Invalid Cors: ${reason.check} has ${reason.received}, not ${reason.expected}.`;
  throw fault("InvalidParameterValueException", message, { reason });
}

/** The URL that a caller named. */
export async function findUrl({ name, qualifier }: Asked, { functions, tenant }: FunctionsContext) {
  const latest = (await functions.get(tenant, name))?.value;
  return { latest, settings: latest && settingsOf(latest, qualifier) };
}

/** Changes the URL that a caller named, or removes it. */
export async function changeUrl<T extends UrlSettings | undefined>(
  asked: Asked,
  context: FunctionsContext,
  decide: (settings: UrlSettings) => T,
) {
  const { name, qualifier } = asked;
  const { settings } = await findUrl(asked, context);
  if (!settings) throw noUrl(asked, context);
  return await changeFunction(name, context, (latest) => {
    const before = settingsOf(latest, qualifier);
    if (!before) throw noUrl(asked, context);
    const after = decide(before);
    const revisionId = context.random.uuid();
    return { record: { ...withUrl(latest, qualifier, after), revisionId }, settings: after };
  });
}

/** That of the function itself is found without a qualifier only, as on Lambda. */
function settingsOf(latest: LatestRecord, qualifier: string | undefined) {
  return qualifier === "$LATEST" ? undefined : urlOf(latest, qualifier);
}

export function noUrl({ name, qualifier }: Asked, { tenant }: FunctionsContext) {
  const message = "The resource you requested does not exist.";
  return fault("ResourceNotFoundException", message, {
    reason: {
      check: "function URL",
      expected: "a function, or an alias of it, that has a URL",
      received: functionArn(tenant, name, qualifier),
      change: "create the URL, or correct the name or the qualifier",
    },
  });
}

export function noFunction({ name, qualifier }: Asked, { tenant }: FunctionsContext) {
  return fault("ResourceNotFoundException", "Function does not exist", {
    reason: {
      check: "function",
      expected: "a function of this name in this account and region, with that alias",
      received: functionArn(tenant, name, qualifier),
      change: "create the function or the alias, or correct the name",
    },
  });
}

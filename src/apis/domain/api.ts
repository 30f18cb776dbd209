import type { Tags } from "../../foundation/tags.ts";
import { type Cors, type CorsSettings, corsOf } from "./cors.ts";
import { checkRanges, invalid, notServed, refuseUnserved } from "./refusal.ts";
import { checkedTags } from "./tags.ts";

/** An HTTP API. */
export interface Api {
  /** Unique over the whole server: the data plane finds APIs by it alone. */
  readonly apiId: string;
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly description?: string;
  /** A label that its owner gives. */
  readonly version?: string;
  readonly cors?: Cors;
  /** Whether requests to the API's own host and path are refused. */
  readonly disableExecuteApiEndpoint: boolean;
  readonly ipAddressType: "ipv4" | "dualstack";
  readonly tags: Tags;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** An API as clients write it, whole or in part. */
export interface ApiSettings {
  Name?: string | undefined;
  Description?: string | undefined;
  Version?: string | undefined;
  CorsConfiguration?: CorsSettings | undefined;
  DisableExecuteApiEndpoint?: boolean | undefined;
  IpAddressType?: Api["ipAddressType"] | undefined;
  ApiKeySelectionExpression?: string | undefined;
  RouteSelectionExpression?: string | undefined;
  DisableSchemaValidation?: boolean | undefined;
}

/** The only values that HTTP APIs have for these two. */
export const apiKeySelection = "$request.header.x-api-key";
export const routeSelection = "$request.method $request.path";

/**
 * An API made of settings.
 *
 * @throws Fault when a setting is wrong, or is one that the gateway does not serve
 */
export function newApi(
  known: Pick<Api, "apiId" | "account" | "region" | "createdAt">,
  settings: ApiSettings & { ProtocolType: string; Tags?: Record<string, string> | undefined },
): Api {
  const { ProtocolType, Tags = {}, ...own } = settings;
  if (ProtocolType !== "HTTP") throw notServed("protocolType", ProtocolType, "use HTTP");
  const empty = { name: "", disableExecuteApiEndpoint: false, ipAddressType: "ipv4" } as const;
  return mergeApi({ ...known, ...empty, tags: checkedTags(Tags) }, { Name: "", ...own });
}

/** The API with the settings that are given; absent ones stay as they are. */
export function mergeApi(current: Api, settings: ApiSettings): Api {
  refuseUnserved(settings, {
    DisableSchemaValidation: "leave it out: only WebSocket APIs have it",
  });
  checkRanges(settings, { Name: [1, 128], Description: [0, 1024], Version: [1, 64] });
  checkFixed("apiKeySelectionExpression", settings.ApiKeySelectionExpression, [apiKeySelection]);
  checkFixed("routeSelectionExpression", settings.RouteSelectionExpression, [
    routeSelection,
    `\${request.method} \${request.path}`,
  ]);
  const { Name = current.name, Description, Version, CorsConfiguration } = settings;
  const { DisableExecuteApiEndpoint, IpAddressType } = settings;
  return {
    ...current,
    name: Name,
    ...(Description !== undefined && { description: Description }),
    ...(Version !== undefined && { version: Version }),
    ...(CorsConfiguration && { cors: corsOf(CorsConfiguration) }),
    disableExecuteApiEndpoint: DisableExecuteApiEndpoint ?? current.disableExecuteApiEndpoint,
    ipAddressType: IpAddressType ?? current.ipAddressType,
  };
}

function checkFixed(member: string, text: string | undefined, allowed: readonly string[]): void {
  if (text === undefined || allowed.includes(text)) return;
  throw invalid(member, text, allowed.join(" or "), `leave ${member} out`);
}

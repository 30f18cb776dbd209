import { fileURLToPath } from "node:url";
import { type AwsSettings, awsVariables } from "../env/shell.ts";
import { noProxyEntries, withoutAws } from "./no-proxy.ts";

/** What the command is given, besides what the user has set. */
export interface Surroundings {
  readonly aws: AwsSettings;
  /** The address of the local proxy. */
  readonly proxyUrl: string;
  /** Files that stand in place of the user's, by the variables that name them. */
  readonly files: Readonly<Record<string, string>>;
}

/** The environment of a command in which AWS is a Gatepool server. */
export function environmentOf(
  user: NodeJS.ProcessEnv,
  { aws, proxyUrl, files }: Surroundings,
): NodeJS.ProcessEnv {
  const kept = Object.entries(user).filter(([name]) => !leadsElsewhere(name));
  const noProxy = withoutAws(noProxyEntries(user), new URL(aws.url));
  return {
    ...Object.fromEntries(kept),
    ...awsVariables(aws),
    // For the commands of gatepool, which look here first.
    GATEPOOL_URL: aws.url,
    // Said aloud, since a profile may say otherwise.
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "false",
    AWS_USE_FIPS_ENDPOINT: "false",
    AWS_USE_DUALSTACK_ENDPOINT: "false",
    AWS_EC2_METADATA_DISABLED: "true",
    ...{ HTTPS_PROXY: proxyUrl, https_proxy: proxyUrl },
    ...{ HTTP_PROXY: proxyUrl, http_proxy: proxyUrl },
    ...((user.ALL_PROXY || user.all_proxy) && { ALL_PROXY: proxyUrl, all_proxy: proxyUrl }),
    ...{ NO_PROXY: noProxy, no_proxy: noProxy },
    // Node.js 24 and later go by the variables of proxies when this is set.
    NODE_USE_ENV_PROXY: "1",
    NODE_OPTIONS: [`--require ${quoted(preload)}`, user.NODE_OPTIONS ?? ""].join(" ").trim(),
    ...files,
  };
}

const preload = fileURLToPath(new URL("node-preload.cjs", import.meta.url));

/** As Node.js reads it in NODE_OPTIONS. */
function quoted(path: string): string {
  return `"${path.replace(/["\\]/g, "\\$&")}"`;
}

/** Would win over what is set here, or belongs to a real account. */
const elsewhere = [
  ...["AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_ACCOUNT_ID"],
  ...["AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN", "AWS_CREDENTIAL_EXPIRATION"],
  ...["AWS_ROLE_ARN", "AWS_ROLE_SESSION_NAME", "AWS_WEB_IDENTITY_TOKEN_FILE"],
];

const elsewherePrefixes = [
  ...["AWS_ENDPOINT_URL_", "AWS_CONTAINER_", "AWS_EC2_METADATA_SERVICE_", "AWS_BEARER_TOKEN_"],
];

function leadsElsewhere(name: string): boolean {
  return elsewhere.includes(name) || elsewherePrefixes.some((prefix) => name.startsWith(prefix));
}

import { hostName } from "./host-name.ts";
import type { KnownService } from "./shape-table.ts";
import { knownServices } from "./shapes/index.ts";

/** What one of AWS's own host names says. */
export interface AwsHost {
  /** In lower case, without a port. */
  readonly name: string;
  /** Such as `dynamodb`, or `s3` for a bucket's own name. */
  readonly service: string;
  readonly region?: string;
  /** Services that have their endpoint there; none where the name is that of something else. */
  readonly endpoints: readonly KnownService[];
}

/** Domains under which AWS's services have their endpoints; the second one's also speak IPv6. */
const endpointDomains = ["amazonaws.com", "api.aws"];

/** Domains of AWS under which hosts are answered. */
export const awsDomains: readonly string[] = [...endpointDomains, "amazoncognito.com", "on.aws"];

/** Those of its partitions in China and of its European one: nothing there is served. */
const otherPartitions = [
  ...["amazonaws.com.cn", "api.amazonwebservices.com.cn", "on.amazonwebservices.com.cn"],
  ...["amazonaws.eu", "api.amazonwebservices.eu", "on.amazonwebservices.eu"],
];

/** Names of endpoints beside those that the services' models give. */
const furtherNames: ReadonlyMap<string, string> = new Map([
  ["ecr", "api.ecr"],
  ["issuer-cognito-idp", "cognito-idp"],
]);

/** Reads a Host header; undefined when the name is not AWS's. */
export function readAwsHost(host: string | undefined): AwsHost | undefined {
  const name = hostName(host ?? "");
  const domain = [...awsDomains, ...otherPartitions].find((each) => name.endsWith(`.${each}`));
  if (domain === undefined) return undefined;
  const labels = name.slice(0, -domain.length - 1).split(".");
  const region = labels.findLast(
    (label, index) => index > 0 && /^[a-z]{2,4}(?:-[a-z]+)+-\d$/.test(label),
  );
  const rest = labels.filter((label) => label !== region && label !== "dualstack");
  const endpoint = rest.join(".").replace(/-fips$/, "");
  // A bucket's own name is before S3's.
  const prefix = endpoint.endsWith(".s3") ? "s3" : (furtherNames.get(endpoint) ?? endpoint);
  return {
    name,
    service: endpoint.slice(endpoint.lastIndexOf(".") + 1),
    ...(region !== undefined && { region }),
    endpoints: endpointDomains.includes(domain)
      ? knownServices.filter(({ endpointPrefix }) => endpointPrefix === prefix)
      : [],
  };
}

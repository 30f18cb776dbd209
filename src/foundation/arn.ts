/** Whose resources a call speaks of. State is kept apart by account and region. */
export interface Tenant {
  /** Twelve digits. */
  account: string;
  /** Such as `us-east-1`. */
  region: string;
}

/** Splits `arn:partition:service:region:account:resource`; undefined when it is not an ARN. */
export function parseArn(text: string) {
  const [arn, partition, service, region, account, ...resource] = text.split(":");
  if (arn !== "arn" || resource.length === 0) return undefined;
  if (partition === undefined || service === undefined) return undefined;
  if (region === undefined || account === undefined) return undefined;
  return { partition, service, region, account, resource: resource.join(":") };
}

/** `arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_AbC123xyz` */
export function arnOf(service: string, tenant: Tenant, resource: string): string {
  return `arn:aws:${service}:${tenant.region}:${tenant.account}:${resource}`;
}

/** IAM is global: its ARNs name no region. */
export function iamArn(account: string, resource: string): string {
  return `arn:aws:iam::${account}:${resource}`;
}

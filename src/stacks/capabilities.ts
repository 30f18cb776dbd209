import { type CapabilityName, fault } from "./contract.ts";
import type { Template, Values } from "./template/index.ts";

/** Types that give somebody rights, and the property that gives them a name of one's own. */
const namedBy: ReadonlyMap<string, string | undefined> = new Map([
  ["AWS::IAM::AccessKey", undefined],
  ["AWS::IAM::Group", "GroupName"],
  ["AWS::IAM::InstanceProfile", "InstanceProfileName"],
  ["AWS::IAM::ManagedPolicy", "ManagedPolicyName"],
  ["AWS::IAM::Policy", undefined],
  ["AWS::IAM::Role", "RoleName"],
  ["AWS::IAM::User", "UserName"],
  ["AWS::IAM::UserToGroupAddition", undefined],
]);

/** The consent that a template needs, and why, in AWS's words. */
export function requiredCapabilities({ resources }: Template): {
  capabilities: CapabilityName[];
  reason?: string;
} {
  const needing = [...resources.values()].filter(({ type }) => namedBy.has(type));
  if (needing.length === 0) return { capabilities: [] };
  const isNamed = needing.some(({ type, properties }) => hasOwnName(type, properties));
  const types = [...new Set(needing.map(({ type }) => type))];
  return {
    capabilities: [isNamed ? "CAPABILITY_NAMED_IAM" : "CAPABILITY_IAM"],
    reason: `The following resource(s) require capabilities: [${types.join(", ")}]`,
  };
}

function hasOwnName(type: string, properties: Values): boolean {
  const property = namedBy.get(type);
  return property !== undefined && Object.hasOwn(properties, property);
}

/**
 * Refuses a template to which the caller has not consented: it would give somebody rights.
 * @throws Fault InsufficientCapabilitiesException
 */
export function checkCapabilities(template: Template, given: readonly string[]): void {
  const { capabilities, reason } = requiredCapabilities(template);
  const consents = new Set(given);
  if (consents.has("CAPABILITY_NAMED_IAM")) consents.add("CAPABILITY_IAM");
  const missing = capabilities.filter((each) => !consents.has(each));
  if (missing.length === 0) return;
  throw fault(
    "InsufficientCapabilitiesException",
    `Requires capabilities : [${missing.join(", ")}]`,
    {
      reason: {
        check: "Capabilities",
        expected: `${missing.join(", ")}. ${reason}`,
        received: given.join(", ") || "none",
        change: "Say with the request that the template may make these resources.",
      },
    },
  );
}

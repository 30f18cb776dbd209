import { type CapabilityName, fault } from "./contract.ts";
import { declaredTransforms, type Template, type Values } from "./template/index.ts";

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
export function requiredCapabilities(template: Template): {
  capabilities: CapabilityName[];
  reason?: string;
} {
  const needing = [...template.resources.values()].filter(({ type }) => namedBy.has(type));
  const transforms = declaredTransforms(template);
  if (needing.length + transforms.length === 0) return { capabilities: [] };
  const capabilities: CapabilityName[] = [];
  if (needing.length > 0) {
    const isNamed = needing.some(({ type, properties }) => hasOwnName(type, properties));
    capabilities.push(isNamed ? "CAPABILITY_NAMED_IAM" : "CAPABILITY_IAM");
  }
  if (transforms.length > 0) capabilities.push("CAPABILITY_AUTO_EXPAND");
  const names = [...new Set([...needing.map(({ type }) => type), ...transforms])].join(", ");
  return {
    capabilities,
    reason: `The following resource(s) require capabilities: [${names}]`,
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

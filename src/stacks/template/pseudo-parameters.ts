import type { Tenant } from "../../foundation/arn.ts";
import type { Value } from "./value.ts";

/** Where a template is used: what the parameters say that every template has. */
export interface PseudoParameters {
  readonly tenant: Tenant;
  readonly stackId: string;
  readonly stackName: string;
  readonly notificationArns: readonly string[];
}

type Reader = (pseudo: PseudoParameters) => Value | undefined;

/** By its name what it reads; absent for `AWS::NoValue`, which has none. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["AWS::AccountId", ({ tenant }) => tenant.account],
  ["AWS::NoValue", () => undefined],
  ["AWS::NotificationARNs", ({ notificationArns }) => notificationArns],
  ["AWS::Partition", () => "aws"],
  ["AWS::Region", ({ tenant }) => tenant.region],
  ["AWS::StackId", ({ stackId }) => stackId],
  ["AWS::StackName", ({ stackName }) => stackName],
  ["AWS::URLSuffix", () => "amazonaws.com"],
]);

export function isPseudoParameter(name: string): boolean {
  return readers.has(name);
}

/** The value of a pseudo parameter; undefined for `AWS::NoValue`. */
export function pseudoParameter(name: string, pseudo: PseudoParameters): Value | undefined {
  return readers.get(name)?.(pseudo);
}

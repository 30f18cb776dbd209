import type * as Cfn from "@aws-sdk/client-cloudformation";
import type { GivenInput, OperationName, Output } from "../../wire/operation.ts";
import { readAnswer, writeForm } from "../../wire/query-call.ts";
import { shapes } from "../../wire/shapes/cloudformation.ts";
import { type Client, isAwsError } from "../client.ts";

type Name = OperationName<typeof Cfn> & string;

/** Calls an operation of CloudFormation. */
export type CloudFormation = <N extends Name>(
  name: N,
  input: GivenInput<typeof Cfn, N>,
) => Promise<Output<typeof Cfn, N>>;

export function cloudFormationOf(client: Client): CloudFormation {
  return async <N extends Name>(name: N, input: GivenInput<typeof Cfn, N>) => {
    const xml = await client.query("cloudformation", writeForm<typeof Cfn, N>(shapes, name, input));
    return readAnswer<typeof Cfn, N>(shapes, name, xml);
  };
}

/** A stack by its name or ARN; undefined when there is none. */
export async function findStack(
  cloudFormation: CloudFormation,
  name: string,
): Promise<Cfn.Stack | undefined> {
  try {
    const { Stacks } = await cloudFormation("DescribeStacks", { StackName: name });
    return Stacks?.[0];
  } catch (error) {
    if (isAwsError(error, "ValidationError") && error.message.includes("does not exist")) {
      return undefined;
    }
    throw error;
  }
}

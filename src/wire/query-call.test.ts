import type * as Cfn from "@aws-sdk/client-cloudformation";
import { expect, test } from "vitest";
import { readAnswer, writeForm } from "./query-call.ts";
import { shapes } from "./shapes/cloudformation.ts";

test("an input becomes a form: steps by their names, items by their numbers", () => {
  const form = writeForm<typeof Cfn, "CreateChangeSet">(shapes, "CreateChangeSet", {
    ...{ StackName: "shop", ChangeSetName: "one", IncludeNestedStacks: false },
    Capabilities: ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"],
    Tags: [{ Key: "team", Value: "blue & white" }],
    Parameters: [],
  });
  expect(form).toEqual({
    ...{ Action: "CreateChangeSet", Version: "2010-05-15" },
    ...{ StackName: "shop", ChangeSetName: "one", IncludeNestedStacks: "false" },
    ...{ "Capabilities.member.1": "CAPABILITY_IAM" },
    ...{ "Capabilities.member.2": "CAPABILITY_NAMED_IAM" },
    ...{ "Tags.member.1.Key": "team", "Tags.member.1.Value": "blue & white" },
    Parameters: "",
  });
});

test("an answer is read by its shape: texts, times, truths and lists", () => {
  const xml = `<?xml version="1.0"?>
    <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
      <DescribeStacksResult><Stacks><member>
        <StackName>shop</StackName><StackStatus>CREATE_COMPLETE</StackStatus>
        <CreationTime>2026-11-20T12:00:00Z</CreationTime><DisableRollback>false</DisableRollback>
        <Outputs><member><OutputKey>Url</OutputKey><OutputValue>a&amp;b</OutputValue></member></Outputs>
        <Tags/>
      </member></Stacks></DescribeStacksResult>
      <ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>
    </DescribeStacksResponse>`;
  const answer = readAnswer<typeof Cfn, "DescribeStacks">(shapes, "DescribeStacks", xml);
  expect(answer).toEqual({
    Stacks: [
      {
        ...{ StackName: "shop", StackStatus: "CREATE_COMPLETE", DisableRollback: false },
        CreationTime: new Date("2026-11-20T12:00:00Z"),
        Outputs: [{ OutputKey: "Url", OutputValue: "a&b" }],
        Tags: [],
      },
    ],
  });
});

test("an operation that has nothing to say answers nothing", () => {
  const xml = "<DeleteStackResponse><ResponseMetadata/></DeleteStackResponse>";
  expect(readAnswer<typeof Cfn, "DeleteStack">(shapes, "DeleteStack", xml)).toEqual({});
});

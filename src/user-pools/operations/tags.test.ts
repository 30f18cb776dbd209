import {
  CreateUserPoolCommand,
  DescribeUserPoolCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type UserPoolsServer, userPoolsServer } from "../../../test/fixtures/user-pools.ts";

let server: UserPoolsServer;

beforeAll(async () => {
  server = await userPoolsServer();
});
afterAll(() => server.close());

type Tags = Record<string, string>;

const tag = (ResourceArn: string, Tags: Tags) =>
  server.idp.send(new TagResourceCommand({ ResourceArn, Tags }));
const untag = (ResourceArn: string, TagKeys: string[]) =>
  server.idp.send(new UntagResourceCommand({ ResourceArn, TagKeys }));
const tagsOf = async (ResourceArn: string) =>
  (await server.idp.send(new ListTagsForResourceCommand({ ResourceArn }))).Tags;

async function poolWith(UserPoolTags: Tags) {
  const { UserPool } = await server.idp.send(
    new CreateUserPoolCommand({ PoolName: "pool", UserPoolTags }),
  );
  return { id: UserPool?.Id ?? "", arn: UserPool?.Arn ?? "" };
}

/** So many tags. */
const some = (count: number): Tags =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`key-${at}`, ""]));

const everyOperation: [string, (arn: string) => Promise<unknown>][] = [
  ["TagResource", (arn) => tag(arn, { team: "red" })],
  ["UntagResource", (arn) => untag(arn, ["team"])],
  ["ListTagsForResource", tagsOf],
];

describe("tags of a user pool", () => {
  it("are set, replaced, taken away and told", async () => {
    const { arn, id } = await poolWith({ team: "blue", stage: "test" });
    expect(await tagsOf(arn)).toEqual({ team: "blue", stage: "test" });
    const { $metadata, ...set } = await tag(arn, { team: "red", cost: "7" });
    expect(set).toEqual({});
    expect(await tagsOf(arn)).toEqual({ team: "red", stage: "test", cost: "7" });
    const { $metadata: _, ...taken } = await untag(arn, ["stage", "absent"]);
    expect(taken).toEqual({});
    const { UserPool } = await server.idp.send(new DescribeUserPoolCommand({ UserPoolId: id }));
    expect(UserPool?.UserPoolTags).toEqual({ team: "red", cost: "7" });
  });

  it("are all there when several are set at once", async () => {
    const { arn } = await poolWith({});
    await Promise.all(["a", "b", "c", "d"].map((key) => tag(arn, { [key]: key })));
    expect(await tagsOf(arn)).toEqual({ a: "a", b: "b", c: "c", d: "d" });
  });

  it("are 50 at most, and none of AWS's own", async () => {
    const { arn, id } = await poolWith(some(50));
    const invalid = (message: string) => ({ name: "InvalidParameterException", message });
    const tooMany = invalid("A user pool can have 50 tags at most.");
    await expect(tag(arn, { more: "" })).rejects.toMatchObject(tooMany);
    await expect(poolWith(some(51))).rejects.toMatchObject(tooMany);
    const update = new UpdateUserPoolCommand({ UserPoolId: id, UserPoolTags: some(51) });
    await expect(server.idp.send(update)).rejects.toMatchObject(tooMany);
    await expect(tag(arn, { "AWS:x": "" })).rejects.toMatchObject(
      invalid("Tag key AWS:x is reserved: it begins with aws:."),
    );
    expect(await tagsOf(arn)).toEqual(some(50));
  });
});

describe.each(everyOperation)("%s", (_, call) => {
  it.each([
    "arn:aws:cognito-idp:eu-west-1:000000000000:userpool/us-east-1_abc",
    "arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_abc",
    "arn:aws:lambda:us-east-1:000000000000:userpool/us-east-1_abc",
    "arn:aws:cognito-idp:us-east-1:000000000000:identitypool/us-east-1_abc",
  ])("refuses %s", async (arn) => {
    await expect(call(arn)).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: "ResourceArn is not the ARN of a user pool.",
    });
    expect(server.lastReason()?.received).toBe(arn);
  });

  it("refuses a pool that is not there", async () => {
    const arn = "arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_none";
    await expect(call(arn)).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: "User pool us-east-1_none does not exist.",
    });
  });
});

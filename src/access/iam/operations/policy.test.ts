import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DetachRolePolicyCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  ListAttachedRolePoliciesCommand,
  ListEntitiesForPolicyCommand,
  ListPoliciesCommand,
  ListPolicyVersionsCommand,
  PutRolePermissionsBoundaryCommand,
  SetDefaultPolicyVersionCommand,
} from "@aws-sdk/client-iam";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type AccessServer,
  accessServer,
  allowing,
  trusting,
} from "../../../../test/fixtures/access.ts";
import { engineNames } from "../../../../test/fixtures/storage.ts";

describe.each(engineNames)("managed policies on %s", (engine) => {
  let server: AccessServer;

  beforeAll(async () => {
    server = await accessServer({ engine });
    const AssumeRolePolicyDocument = trusting({ Service: "lambda.amazonaws.com" });
    for (const RoleName of ["one", "two"]) {
      await server.iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
    }
  });

  afterAll(() => server.close());

  async function create(PolicyName: string, more: object = {}) {
    const input = { PolicyName, PolicyDocument: allowing("lambda:*"), ...more };
    const { Policy } = await server.iam.send(new CreatePolicyCommand(input));
    return Policy?.Arn ?? "";
  }

  async function look(PolicyArn: string) {
    return (await server.iam.send(new GetPolicyCommand({ PolicyArn }))).Policy;
  }

  test("a policy is made and told of, by its ARN to the letter", async () => {
    const Tags = [{ Key: "team", Value: "blue" }];
    const arn = await create("Full", { Path: "/team/", Description: "does all", Tags });
    expect(arn).toBe("arn:aws:iam::000000000000:policy/team/Full");
    expect(await look(arn)).toEqual({
      ...{ Arn: arn, PolicyName: "Full", Path: "/team/", Description: "does all", Tags },
      PolicyId: expect.stringMatching(/^ANPA[A-Z2-7]{17}$/),
      ...{ DefaultVersionId: "v1", AttachmentCount: 0, PermissionsBoundaryUsageCount: 0 },
      ...{ IsAttachable: true, CreateDate: expect.any(Date), UpdateDate: expect.any(Date) },
    });
    const missing = { name: "NoSuchEntityException" };
    await expect(look(arn.replace("/team", ""))).rejects.toMatchObject(missing);
    const foreign = arn.replace("000000000000", "111111111111");
    await expect(look(foreign)).rejects.toMatchObject(missing);
    await expect(create("full")).rejects.toMatchObject({ name: "EntityAlreadyExistsException" });
  });

  test("a policy has up to five versions, one of which is in force", async () => {
    const PolicyArn = await create("Versioned");
    const add = (action: string, SetAsDefault: boolean) =>
      server.iam.send(
        new CreatePolicyVersionCommand({
          ...{ PolicyArn, PolicyDocument: allowing(action), SetAsDefault },
        }),
      );
    expect((await add("s3:*", true)).PolicyVersion).toMatchObject({
      ...{ VersionId: "v2", IsDefaultVersion: true },
    });
    await add("sqs:*", false);
    await add("sns:*", false);
    await add("ec2:*", false);
    await expect(add("sts:*", false)).rejects.toMatchObject({ name: "LimitExceededException" });
    const version = (VersionId: string) =>
      server.iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }));
    const { PolicyVersion } = await version("v2");
    expect(decodeURIComponent(PolicyVersion?.Document ?? "")).toBe(allowing("s3:*"));
    const remove = (VersionId: string) =>
      server.iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId }));
    await expect(remove("v2")).rejects.toMatchObject({ name: "DeleteConflictException" });
    await server.iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: "v3" }));
    await remove("v2");
    await expect(version("v2")).rejects.toMatchObject({ name: "NoSuchEntityException" });
    expect((await add("sts:*", false)).PolicyVersion?.VersionId).toBe("v6");
    const list = await server.iam.send(new ListPolicyVersionsCommand({ PolicyArn }));
    expect(list.Versions?.map(({ VersionId }) => VersionId)).toEqual([
      "v6",
      "v5",
      "v4",
      "v3",
      "v1",
    ]);
    expect((await look(PolicyArn))?.DefaultVersionId).toBe("v3");
  });

  test("a policy is attached, counted, and deleted when nothing has it", async () => {
    const PolicyArn = await create("Attached");
    const role = { RoleName: "one", PolicyArn };
    await server.iam.send(new AttachRolePolicyCommand(role));
    const bounded = { RoleName: "two", PermissionsBoundary: PolicyArn };
    await server.iam.send(new PutRolePermissionsBoundaryCommand(bounded));
    expect(await look(PolicyArn)).toMatchObject({
      ...{ AttachmentCount: 1, PermissionsBoundaryUsageCount: 1 },
    });
    const { AttachedPolicies } = await server.iam.send(
      new ListAttachedRolePoliciesCommand({ RoleName: "one" }),
    );
    expect(AttachedPolicies).toEqual([{ PolicyName: "Attached", PolicyArn }]);
    const entities = async (PolicyUsageFilter: "PermissionsPolicy" | "PermissionsBoundary") => {
      const command = new ListEntitiesForPolicyCommand({ PolicyArn, PolicyUsageFilter });
      return (await server.iam.send(command)).PolicyRoles?.map(({ RoleName }) => RoleName);
    };
    expect(await entities("PermissionsPolicy")).toEqual(["one"]);
    expect(await entities("PermissionsBoundary")).toEqual(["two"]);
    const remove = () => server.iam.send(new DeletePolicyCommand({ PolicyArn }));
    await expect(remove()).rejects.toThrow("Cannot delete a policy attached to entities.");
    await server.iam.send(new DetachRolePolicyCommand(role));
    const other = "arn:aws:iam::aws:policy/PowerUserAccess";
    await server.iam.send(
      new PutRolePermissionsBoundaryCommand({ RoleName: "two", PermissionsBoundary: other }),
    );
    const version = { PolicyArn, PolicyDocument: allowing("s3:*") };
    await server.iam.send(new CreatePolicyVersionCommand(version));
    await expect(remove()).rejects.toThrow("more than one version");
    await server.iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: "v2" }));
    await remove();
    await expect(remove()).rejects.toMatchObject({ name: "NoSuchEntityException" });
    const attach = server.iam.send(new AttachRolePolicyCommand(role));
    await expect(attach).rejects.toThrow("does not exist or is not attachable");
  });

  test("policies are listed by path and name, page by page", async () => {
    for (const name of ["b", "a", "c"]) await create(name, { Path: "/listed/" });
    const names: (string | undefined)[] = [];
    let Marker: string | undefined;
    do {
      const input = { Scope: "Local", PathPrefix: "/listed/", MaxItems: 2 } as const;
      const page = await server.iam.send(
        new ListPoliciesCommand({ ...input, ...(Marker !== undefined && { Marker }) }),
      );
      names.push(...(page.Policies ?? []).map(({ PolicyName }) => PolicyName));
      Marker = page.Marker;
    } while (Marker !== undefined);
    expect(names).toEqual(["a", "b", "c"]);
    const attached = { PathPrefix: "/listed/", OnlyAttached: true };
    expect((await server.iam.send(new ListPoliciesCommand(attached))).Policies).toEqual([]);
    const aws = await server.iam.send(new ListPoliciesCommand({ Scope: "AWS" }));
    expect(aws.Policies).toEqual([]);
  });

  test("a document that is none, or too long, is refused", async () => {
    const bad = create("Bad", { PolicyDocument: "{}" });
    await expect(bad).rejects.toMatchObject({ name: "MalformedPolicyDocumentException" });
    const long = create("Long", { PolicyDocument: allowing(`s3:${"a".repeat(6200)}`) });
    await expect(long).rejects.toMatchObject({ name: "LimitExceededException" });
    const PolicyArn = await create("Good");
    const version = { PolicyArn, PolicyDocument: "{}" };
    await expect(server.iam.send(new CreatePolicyVersionCommand(version))).rejects.toMatchObject({
      name: "MalformedPolicyDocumentException",
    });
  });
});

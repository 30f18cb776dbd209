import {
  AddTagsToResourceCommand,
  DescribeParametersCommand,
  GetParametersByPathCommand,
  ListTagsForResourceCommand,
  PutParameterCommand,
  RemoveTagsFromResourceCommand,
} from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ParametersServer, parametersServer } from "../../../test/fixtures/parameters.ts";
import { engineNames } from "../../../test/fixtures/storage.ts";

describe.each(engineNames)("lists of parameters on %s", (engine) => {
  let server: ParametersServer;

  beforeAll(async () => {
    server = await parametersServer(engine);
    for (const Name of ["/app/a", "/app/b", "/app/deep/c", "/app/deep/d/e", "/application", "z"]) {
      const Type = Name === "z" ? "StringList" : "String";
      await server.client.send(new PutParameterCommand({ Name, Value: "value", Type }));
    }
  });

  afterAll(() => server.close());

  async function below(Path: string, Recursive: boolean) {
    const names: string[] = [];
    let NextToken: string | undefined;
    do {
      const input = { Path, Recursive, MaxResults: 2, ...(NextToken && { NextToken }) };
      const page = await server.client.send(new GetParametersByPathCommand(input));
      names.push(...(page.Parameters ?? []).map(({ Name = "" }) => Name));
      NextToken = page.NextToken;
    } while (NextToken);
    return names;
  }

  test("a path gives its own level, or all levels, page by page", async () => {
    expect(await below("/app", false)).toEqual(["/app/a", "/app/b"]);
    const all = ["/app/a", "/app/b", "/app/deep/c", "/app/deep/d/e"];
    expect(await below("/app/", true)).toEqual(all);
    expect(await below("/", false)).toEqual(["/application"]);
    expect(await below("/nothing", true)).toEqual([]);
  });

  test("what no path can be, and what is not supported, is refused", async () => {
    const by = (input: object) =>
      server.client.send(new GetParametersByPathCommand({ Path: "/app", ...input }));
    await expect(by({ Path: "app" })).rejects.toMatchObject({ name: "ValidationException" });
    await expect(by({ NextToken: "made up" })).rejects.toMatchObject({ name: "InvalidNextToken" });
    const ParameterFilters = [{ Key: "Type", Values: ["String"] }];
    await expect(by({ ParameterFilters })).rejects.toMatchObject({ name: "InvalidFilterKey" });
  });

  test("all parameters are described without their values, and filters choose", async () => {
    const all = await server.client.send(new DescribeParametersCommand({}));
    expect(all.Parameters).toHaveLength(6);
    expect(all.Parameters?.[0]).toMatchObject({ Name: "/app/a", Tier: "Standard", Version: 1 });
    expect(JSON.stringify(all.Parameters)).not.toContain('"value"');
    const filtered = async (Key: string, Option: string, value: string) => {
      const ParameterFilters = [{ Key, Option, Values: [value] }];
      const page = await server.client.send(new DescribeParametersCommand({ ParameterFilters }));
      return page.Parameters?.map(({ Name }) => Name);
    };
    expect(await filtered("Name", "BeginsWith", "/app/deep")).toEqual([
      "/app/deep/c",
      "/app/deep/d/e",
    ]);
    expect(await filtered("Name", "Contains", "lication")).toEqual(["/application"]);
    expect(await filtered("Type", "Equals", "StringList")).toEqual(["z"]);
    await expect(filtered("Tier", "Equals", "Standard")).rejects.toMatchObject({
      name: "InvalidFilterKey",
    });
    await expect(filtered("Name", "Recursive", "/")).rejects.toMatchObject({
      name: "InvalidFilterOption",
    });
  });

  test("a parameter has tags, which are set, listed and removed", async () => {
    const named = { ResourceType: "Parameter", ResourceId: "/app/a" } as const;
    const Tags = [
      { Key: "team", Value: "blue" },
      { Key: "cost", Value: "low" },
    ];
    await server.client.send(new AddTagsToResourceCommand({ ...named, Tags }));
    const remove = { ...named, TagKeys: ["cost"] };
    await server.client.send(new RemoveTagsFromResourceCommand(remove));
    const { TagList } = await server.client.send(new ListTagsForResourceCommand(named));
    expect(TagList).toEqual([{ Key: "team", Value: "blue" }]);
    const tagged = (input: object) =>
      server.client.send(new ListTagsForResourceCommand({ ...named, ...input }));
    await expect(tagged({ ResourceId: "/none" })).rejects.toMatchObject({
      name: "InvalidResourceId",
    });
    await expect(tagged({ ResourceType: "Document" })).rejects.toMatchObject({
      name: "InvalidResourceType",
    });
    const many = Array.from({ length: 51 }, (_, at) => ({ Key: `key-${at}`, Value: "" }));
    const tooMany = new AddTagsToResourceCommand({ ...named, Tags: many });
    await expect(server.client.send(tooMany)).rejects.toMatchObject({ name: "TooManyTagsError" });
  });
});

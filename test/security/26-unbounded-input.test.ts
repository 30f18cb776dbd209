import { CreateFunctionCommand } from "@aws-sdk/client-lambda";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf, createHelloStack, type HelloStack } from "../fixtures/hello-stack.ts";
import { temporaryServer } from "../fixtures/server.ts";
import { anySignature, callCognito } from "../fixtures/wire.ts";

describe("pitfall 26: whatever comes, there is a limit and an answer", () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let stack: HelloStack;

  beforeAll(async () => {
    server = await temporaryServer();
    stack = await createHelloStack(clientsOf(server.url));
  });
  afterAll(() => server.close());

  const healthy = async () => {
    const answer = await fetch(`${server.url}/_gatepool/health`);
    expect(answer.status).toBe(200);
  };

  const user = () => ({ UserPoolId: stack.poolId, Username: "ada" });

  it.each([
    ["not JSON", "{"],
    ["no object", "[]"],
    ["a number", "1"],
    ["nothing", ""],
    ["deep lists", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ["deep objects", `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`],
    ["deep, in a member", `{"UserAttributes":${"[".repeat(5000)}${"]".repeat(5000)}}`],
    ["wrong kinds", '{"UserPoolId":{"a":1},"Username":[]}'],
    ["a prototype", '{"__proto__":{"UserPoolId":"x"},"constructor":{}}'],
  ])("a body that is %s: 4xx", async (_, body) => {
    const answer = await callCognito(server.url, "AdminCreateUser", body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).toHaveProperty("__type");
    await healthy();
  });

  it("a huge body is cut off", async () => {
    const body = JSON.stringify({ ...user(), Filler: "x".repeat(20_000_000) });
    const answer = await callCognito(server.url, "AdminCreateUser", body).catch(() => undefined);
    expect(answer?.status ?? 413).toBe(413);
    await healthy();
  });

  it("thousands of attributes, or huge ones, are refused", async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      Name: `custom:a${index}`,
      Value: "x",
    }));
    const huge = [{ Name: "name", Value: "x".repeat(100_000) }];
    for (const UserAttributes of [many, huge]) {
      const input = { ...user(), UserAttributes };
      const answer = await callCognito(server.url, "AdminCreateUser", input);
      expect(answer.status).toBe(400);
    }
  });

  it("a filter cannot make the server think for long", async () => {
    const filters = [`name ^= "${"a".repeat(100_000)}"`, `${"(".repeat(200)} = "a"`, '"""""""'];
    for (const Filter of filters) {
      const answer = await callCognito(server.url, "ListUsers", {
        UserPoolId: stack.poolId,
        Filter,
      });
      expect(answer.status).toBe(400);
    }
  });

  it("a zip bomb and a zip that climbs out are refused", async () => {
    const { lambda } = clientsOf(server.url);
    const bomb = zipSync({ "a.py": new Uint8Array(300 * 1024 * 1024) }, { level: 9 });
    const climber = zipSync({ "../../../../tmp/gatepool-climbed.py": Buffer.from("x") });
    for (const [name, ZipFile] of Object.entries({ bomb, climber })) {
      const create = new CreateFunctionCommand({
        FunctionName: name,
        Runtime: "python3.11",
        Handler: "a.b",
        Role: stack.roleArn,
        Code: { ZipFile },
      });
      await expect(lambda.send(create)).rejects.toMatchObject({
        name: "InvalidParameterValueException",
      });
    }
    await healthy();
  });

  it("long paths, long headers and many of them are refused by the gateway", async () => {
    const api = `${server.url}/_api/${stack.apiId}/api`;
    const long = await fetch(`${api}/${"a".repeat(12_000)}`);
    expect([400, 404, 414, 431]).toContain(long.status);
    const headers = Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [`x-${index}`, "y".repeat(100)]),
    );
    const many = await fetch(`${api}/hello`, { headers });
    expect(many.status).toBe(431);
    await healthy();
  });

  it("an operation of many members is no slower to refuse", async () => {
    const members = Array.from({ length: 200_000 }, (_, index) => `"m${index}":1`).join(",");
    const answer = await callCognito(server.url, "DescribeUserPool", `{${members}}`, {
      authorization: anySignature,
    });
    expect(answer.status).toBe(400);
    await healthy();
  });
});

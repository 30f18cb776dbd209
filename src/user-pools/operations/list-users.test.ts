import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  ListUsersCommand,
  type ListUsersCommandInput,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  newPool,
  type UserPoolsServer,
  userPoolsServer,
} from "../../../test/fixtures/user-pools.ts";

const people = [
  { username: "ada", name: "Ada", given: "Ada", family: "Lovelace", phone: "+15550101" },
  { username: "alan", name: "Alan", given: "Alan", family: "Turing", phone: "+15550102" },
  { username: "Bob", name: "Bob", given: "Robert", family: "Tables", phone: "+15560103" },
  { username: "cleo", name: "Cleo", given: "Cleo", family: "Turing", phone: "+15560104" },
];

let server: UserPoolsServer;
let UserPoolId: string;
const subs: string[] = [];

beforeAll(async () => {
  server = await userPoolsServer();
  UserPoolId = await newPool(server.idp, {
    Schema: [{ Name: "tier", AttributeDataType: "String" }],
  });
  for (const { username, name, given, family, phone } of people) {
    const { User } = await server.idp.send(
      new AdminCreateUserCommand({
        UserPoolId,
        Username: username,
        UserAttributes: [
          { Name: "name", Value: name },
          { Name: "given_name", Value: given },
          { Name: "family_name", Value: family },
          { Name: "phone_number", Value: phone },
          { Name: "email", Value: `${username}@example.com` },
          { Name: "preferred_username", Value: `${username}-nick` },
        ],
      }),
    );
    subs.push(User?.Attributes?.find(({ Name }) => Name === "sub")?.Value ?? "");
  }
  const password = { Username: "cleo", Password: "Right-1234", Permanent: true };
  await server.idp.send(new AdminSetUserPasswordCommand({ UserPoolId, ...password }));
});
afterAll(() => server.close());

const list = (more: Partial<ListUsersCommandInput> = {}) =>
  server.idp.send(new ListUsersCommand({ UserPoolId, ...more }));
const namesOf = async (Filter: string) =>
  ((await list({ Filter })).Users ?? []).map(({ Username }) => Username).toSorted();

describe("ListUsers", () => {
  it("lists everybody, with what is known of them", async () => {
    const { Users = [] } = await list();
    expect(Users.map(({ Username }) => Username).toSorted()).toEqual([
      "Bob",
      "ada",
      "alan",
      "cleo",
    ]);
    const ada = Users.find(({ Username }) => Username === "ada");
    expect(ada).toMatchObject({ Enabled: true, UserStatus: "FORCE_CHANGE_PASSWORD" });
    expect(ada?.Attributes).toHaveLength(7);
  });

  it.each([
    ['username = "ada"', ["ada"]],
    ['username ^= "a"', ["ada", "alan"]],
    ['username = "bob"', []],
    ['email = "alan@example.com"', ["alan"]],
    ['email ^= "a"', ["ada", "alan"]],
    ['phone_number = "+15550101"', ["ada"]],
    ['phone_number ^= "+1556"', ["Bob", "cleo"]],
    ['name = "Bob"', ["Bob"]],
    ['given_name ^= "A"', ["ada", "alan"]],
    ['family_name = "Turing"', ["alan", "cleo"]],
    ['preferred_username = "cleo-nick"', ["cleo"]],
    ['cognito:user_status = "CONFIRMED"', ["cleo"]],
    ['cognito:user_status = "confirmed"', ["cleo"]],
    ['cognito:user_status ^= "force"', ["Bob", "ada", "alan"]],
    ['status = "Enabled"', ["Bob", "ada", "alan", "cleo"]],
    ['status = "Disabled"', []],
    ['status = "enabled"', []],
    ['name = ""', []],
  ])("finds by %s", async (filter, names) => {
    expect(await namesOf(filter)).toEqual(names);
  });

  it("finds by sub", async () => {
    expect(await namesOf(`sub = "${subs[1]}"`)).toEqual(["alan"]);
    expect(await namesOf(`sub ^= "${subs[1]?.slice(0, 12)}"`)).toEqual(["alan"]);
  });

  it("answers everybody once, page by page", async () => {
    for (const filter of [undefined, 'status = "Enabled"', 'email ^= ""']) {
      const seen: (string | undefined)[] = [];
      let PaginationToken: string | undefined;
      do {
        const page = await list({ Limit: 1, Filter: filter, PaginationToken });
        seen.push(...(page.Users ?? []).map(({ Username }) => Username));
        PaginationToken = page.PaginationToken;
      } while (PaginationToken !== undefined);
      expect(seen.toSorted()).toEqual(["Bob", "ada", "alan", "cleo"]);
    }
    expect((await list({ Limit: 0 })).Users).toHaveLength(4);
  });

  it("answers only the attributes that are asked for", async () => {
    const { Users = [] } = await list({ AttributesToGet: ["email"], Filter: 'username = "ada"' });
    expect(Users[0]?.Attributes).toEqual([{ Name: "email", Value: "ada@example.com" }]);
  });

  it.each<[string, Partial<ListUsersCommandInput>]>([
    ["Invalid search attribute: custom:tier", { Filter: 'custom:tier = "gold"' }],
    ["Error while parsing filter", { Filter: "username = ada" }],
    ["Invalid pagination token given.", { PaginationToken: "made-up" }],
    [
      "One or more requested attributes do not exist in user pool.",
      { AttributesToGet: ["custom:none"] },
    ],
    [
      "1 validation error detected: Value '61' at 'limit' failed to satisfy constraint: " +
        "Member must have value less than or equal to 60",
      { Limit: 61 },
    ],
  ])("refuses: %s", async (message, more) => {
    await expect(list(more)).rejects.toMatchObject({ name: "InvalidParameterException", message });
  });

  it("refuses the page token of another filter or another pool", async () => {
    const { PaginationToken } = await list({ Limit: 1 });
    const other = await newPool(server.idp);
    for (const more of [{ Filter: 'status = "Enabled"' }, { UserPoolId: other }]) {
      await expect(list({ Limit: 1, PaginationToken, ...more })).rejects.toMatchObject({
        message: "Invalid pagination token given.",
      });
    }
  });
});

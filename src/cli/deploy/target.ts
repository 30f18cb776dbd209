import { readXml } from "../../wire/xml-reader.ts";
import { type Client, createClient } from "../client.ts";
import { Failure } from "../failure.ts";
import { type CloudFormation, cloudFormationOf } from "./cloudformation.ts";
import type { StackSource } from "./stack-source.ts";

/** Where a stack goes: a server, seen as one account in one region. */
export interface Target {
  readonly client: Client;
  readonly cloudFormation: CloudFormation;
  readonly account: string;
  readonly region: string;
}

type Place = Pick<StackSource, "account" | "region" | "displayName">;

/** @throws Failure when the stack is meant for another account than the caller's */
export async function targetOf(url: string, stack: Place): Promise<Target> {
  const client = createClient(url, stack);
  const account = await accountOf(client);
  if (stack.account !== undefined && stack.account !== account) {
    throw new Failure(
      `${stack.displayName} is meant for account ${stack.account}, and these credentials are of ` +
        `${account}. On a development server, AWS_ACCESS_KEY_ID=${stack.account} is of the right ` +
        "one.",
    );
  }
  return { client, cloudFormation: cloudFormationOf(client), account, region: client.region };
}

async function accountOf(client: Client): Promise<string> {
  const xml = await client.query("sts", { Action: "GetCallerIdentity", Version: "2011-06-15" });
  const result = readXml(xml).children.find(({ name }) => name === "GetCallerIdentityResult");
  const account = result?.children.find(({ name }) => name === "Account")?.text;
  if (account === undefined) throw new Failure(`${client.url} does not say whose the account is.`);
  return account;
}

/** Fills in what an assembly leaves open until it is known where it goes. */
export function placed(text: string, { account, region }: Pick<Target, "account" | "region">) {
  const values = { AccountId: account, Region: region, Partition: "aws" };
  return Object.entries(values).reduce(
    (before, [name, value]) => before.replaceAll(`\${AWS::${name}}`, value),
    text,
  );
}

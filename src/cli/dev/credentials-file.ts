import { readFileSync } from "node:fs";
import type { AccessKey } from "../../config.ts";
import { readSection, sectionNames } from "../env/ini.ts";
import { Failure } from "../failure.ts";

/**
 * Reads access keys from a file in the form of `~/.aws/credentials`: a section each, with
 * `aws_access_key_id`, `aws_secret_access_key` and, if it is not the default, `aws_account_id`.
 *
 * @param defaultAccount twelve digits
 * @throws Failure naming the section that cannot be used
 */
export function readCredentialsFile(file: string, defaultAccount: string): AccessKey[] {
  const text = readText(file);
  const keys = sectionNames(text).map((section) => keyOf(section, text, file, defaultAccount));
  if (keys.length === 0) throw new Failure(`${file} holds no access key: ${form}`);
  return keys;
}

const form =
  "write a section such as [me] with aws_access_key_id, aws_secret_access_key and, " +
  "if you like, aws_account_id.";

function keyOf(section: string, text: string, file: string, defaultAccount: string): AccessKey {
  const values = readSection(text, section) ?? {};
  const {
    aws_access_key_id: accessKeyId,
    aws_secret_access_key: secretAccessKey,
    aws_account_id: account = defaultAccount,
  } = values;
  if (!accessKeyId || !secretAccessKey) {
    throw new Failure(`Section [${section}] of ${file} is not complete: ${form}`);
  }
  if (!/^\d{12}$/.test(account)) {
    throw new Failure(`aws_account_id of [${section}] in ${file} has to be twelve digits.`);
  }
  return { accessKeyId, secretAccessKey, account };
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new Failure(`The credentials file cannot be read: ${cause}`, { cause: error });
  }
}

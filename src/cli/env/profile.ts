import { randomBytes } from "node:crypto";
import { mkdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { Failure, UsageError } from "../failure.ts";
import { readSection, setInSection } from "./ini.ts";
import type { AwsSettings } from "./shell.ts";

/**
 * Writes a profile into AWS's configuration files. An existing one is updated; all else in the
 * files stays.
 * @returns the paths of the files
 * @throws Failure when the profile holds credentials that are not Gatepool's, unless `force`.
 */
export async function writeProfile(
  name: string,
  settings: AwsSettings,
  { force }: { force: boolean },
  env = process.env,
): Promise<string[]> {
  if (!/^[\w.@+-]+$/.test(name)) {
    throw new UsageError(`"${name}" cannot be a profile's name: letters, digits and _ . @ + -`);
  }
  const configFile = env.AWS_CONFIG_FILE || join(homedir(), ".aws", "config");
  const keysFile = env.AWS_SHARED_CREDENTIALS_FILE || join(homedir(), ".aws", "credentials");
  const configSection = name === "default" ? name : `profile ${name}`;
  const config = await readOrEmpty(configFile);
  const keys = await readOrEmpty(keysFile);
  const standing = { ...readSection(config, configSection), ...readSection(keys, name) };
  if (!force) refuseToReplace(name, standing, settings);
  await replace(
    configFile,
    setInSection(config, configSection, {
      region: settings.region,
      endpoint_url: settings.url,
    }),
  );
  await replace(
    keysFile,
    setInSection(keys, name, {
      aws_access_key_id: settings.accessKeyId,
      aws_secret_access_key: settings.secretAccessKey,
      // It would belong to the credentials that were here before.
      aws_session_token: undefined,
    }),
  );
  return [configFile, keysFile];
}

/** Nobody shall lose the keys to their own account by a slip. */
function refuseToReplace(
  name: string,
  standing: Readonly<Record<string, string>>,
  settings: AwsSettings,
): void {
  const { aws_access_key_id: keyId, sso_session, sso_start_url, role_arn } = standing;
  const otherKey = keyId !== undefined && keyId !== settings.accessKeyId;
  if (!otherKey && !sso_session && !sso_start_url && !role_arn) return;
  const what = otherKey ? `the access key ${keyId}` : "a way to sign in to AWS";
  throw new Failure(
    `The profile ${name} holds ${what}. Choose another name, or replace it with --force.`,
  );
}

async function readOrEmpty(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return "";
    throw error;
  }
}

/** Writes beside and renames: whoever reads meanwhile sees the old file or the new one, whole. */
async function replace(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const target = await targetOf(file);
  const draft = `${target}.${randomBytes(6).toString("hex")}`;
  try {
    await writeFile(draft, text, { mode: await modeOf(target), flag: "wx" });
    await rename(draft, target);
  } finally {
    await rm(draft, { force: true });
  }
}

/** A link, as those keep them who have their settings in a repository, stays a link. */
async function targetOf(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    if (isCode(error, "ENOENT")) return file;
    throw error;
  }
}

async function modeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).mode & 0o777;
  } catch (error) {
    if (isCode(error, "ENOENT")) return 0o600;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

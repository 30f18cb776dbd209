import { homedir } from "node:os";
import { join } from "node:path";
import { Failure, UsageError } from "../failure.ts";
import { readOrEmpty, replaceFile } from "../text-file.ts";
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
  await replaceFile(
    configFile,
    setInSection(config, configSection, {
      region: settings.region,
      endpoint_url: settings.url,
    }),
  );
  await replaceFile(
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

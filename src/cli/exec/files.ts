import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AwsSettings } from "../env/shell.ts";
import { bundlesFor } from "./bundles.ts";
import { profilesFor, readProfileFiles } from "./profiles.ts";

/** Files for the command, in a folder that only this user can enter. */
export interface TemporaryFiles {
  /** Their paths, by the variables that name them to programs. */
  readonly paths: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/** Writes what stands in place of the user's bundles of authorities and AWS profiles. */
export async function writeFiles(
  authority: string,
  user: NodeJS.ProcessEnv,
  aws: AwsSettings,
): Promise<TemporaryFiles> {
  const { config, credentials } = profilesFor(await readProfileFiles(user), aws);
  const contents = new Map([
    ...bundlesFor(authority, user),
    ["AWS_CONFIG_FILE", config],
    ["AWS_SHARED_CREDENTIALS_FILE", credentials],
  ]);
  const folder = await mkdtemp(join(tmpdir(), "gatepool-exec-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const paths: Record<string, string> = {};
    for (const [variable, text] of contents) {
      paths[variable] = join(folder, variable.toLowerCase().replaceAll("_", "-"));
      await writeFile(paths[variable], text, { mode: 0o600 });
    }
    return { paths, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

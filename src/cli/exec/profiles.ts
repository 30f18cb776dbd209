import { homedir } from "node:os";
import { join } from "node:path";
import { readSection, sectionNames } from "../env/ini.ts";
import type { AwsSettings } from "../env/shell.ts";
import { readOrEmpty } from "../text-file.ts";

/** AWS's two configuration files. */
export interface ProfileFiles {
  readonly config: string;
  readonly credentials: string;
}

/** Reads the user's own; empty where there is none. */
export async function readProfileFiles(env: NodeJS.ProcessEnv): Promise<ProfileFiles> {
  const folder = join(homedir(), ".aws");
  return {
    config: await readOrEmpty(env.AWS_CONFIG_FILE || join(folder, "config")),
    credentials: await readOrEmpty(env.AWS_SHARED_CREDENTIALS_FILE || join(folder, "credentials")),
  };
}

/**
 * Files with the same profiles, each of which means the server. A profile that a program names
 * wins over the environment, with its endpoints, credentials and ways to sign in to AWS.
 */
export function profilesFor(user: ProfileFiles, aws: AwsSettings): ProfileFiles {
  const names = new Set([...configured(user.config), ...sectionNames(user.credentials)]);
  const config = [...names].map((name) => {
    const heading = headingOf(name);
    const own = Object.entries(readSection(user.config, heading) ?? {}).filter(isHarmless);
    const values = { region: aws.region, ...Object.fromEntries(own), endpoint_url: aws.url };
    return sectionText(heading, values);
  });
  const credentials = [...names].map((name) =>
    sectionText(name, {
      aws_access_key_id: aws.accessKeyId,
      aws_secret_access_key: aws.secretAccessKey,
    }),
  );
  return { config: config.join("\n"), credentials: credentials.join("\n") };
}

function configured(config: string): string[] {
  return sectionNames(config).flatMap((heading) => {
    if (heading === "default") return [heading];
    return /^profile (.+)$/.exec(heading)?.[1] ?? [];
  });
}

function headingOf(name: string): string {
  return name === "default" ? name : `profile ${name}`;
}

/** Where to, and what answers look like. */
function isHarmless([key]: [string, string]): boolean {
  return key === "region" || key === "output" || key.startsWith("cli_");
}

function sectionText(heading: string, values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(([key, value]) => `${key} = ${value}`);
  return `${[`[${heading}]`, ...lines].join("\n")}\n`;
}

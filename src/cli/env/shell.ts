/** Where a server is, and with what credentials it is called. */
export interface AwsSettings {
  readonly url: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export const shells = ["sh", "fish", "powershell"] as const;
export type Shell = (typeof shells)[number];

/** The kind of shell that a person uses, by the path of its program. */
export function shellOf(program: string | undefined, platform = process.platform): Shell {
  if (program === undefined) return platform === "win32" ? "powershell" : "sh";
  if (/fish$/.test(program)) return "fish";
  return /(pwsh|powershell)(\.exe)?$/.test(program) ? "powershell" : "sh";
}

/** The variables which AWS's tools read. */
export function awsVariables(settings: AwsSettings) {
  return {
    AWS_ENDPOINT_URL: settings.url,
    AWS_REGION: settings.region,
    // Version 1 of the AWS CLI knows this one only.
    AWS_DEFAULT_REGION: settings.region,
    AWS_ACCESS_KEY_ID: settings.accessKeyId,
    AWS_SECRET_ACCESS_KEY: settings.secretAccessKey,
  };
}

/** Lines that set these variables. */
export function exportsFor(shell: Shell, settings: AwsSettings): string {
  const write = writers[shell];
  return Object.entries(awsVariables(settings))
    .map(([name, value]) => write(name, value))
    .join("\n");
}

type Writer = (name: string, value: string) => string;

const writers: Readonly<Record<Shell, Writer>> = {
  sh: (name, value) => `export ${name}='${value.replaceAll("'", "'\\''")}'`,
  fish: (name, value) => `set -gx ${name} '${value.replace(/[\\']/g, "\\$&")}'`,
  powershell: (name, value) => `$env:${name} = '${value.replaceAll("'", "''")}'`,
};

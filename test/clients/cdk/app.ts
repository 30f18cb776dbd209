import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { noProfiles } from "../../fixtures/aws-programs.ts";
import { type CommandResult, run } from "../../fixtures/gatepool.ts";
import { temporaryFolder } from "../../fixtures/storage.ts";

export const exampleFolder = fileURLToPath(new URL("../../../examples/hello-cdk", import.meta.url));
export const stackName = "HttpApiGatewayJwtCognitoStack";

const stackFile = "lib/http-api-gateway-jwt-cognito-stack.ts";
const functionFile = "lambda/lambda_function.py";
const ownFiles = ["bin", "lib", "lambda", "cdk.json", "journey.sh", "keep-assembly.ts"];

/** A copy of the example, for somebody who has never used the CDK before. */
export interface App {
  readonly folder: string;
  /** What keeps their home folder, with the CDK's caches, apart from the user's own. */
  readonly environment: Readonly<Record<string, string>>;
  /** Runs a program in the app's folder. */
  run(command: readonly string[], env?: Readonly<Record<string, string>>): Promise<CommandResult>;
  /** Browsers may keep what they were told of CORS for so many seconds. */
  setMaxAge(seconds: number): Promise<void>;
  setGreeting(greeting: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param modules the `node_modules` with the CDK that it is to use
 * @param manifest its package.json; without one it is CommonJS, as `cdk init` makes apps
 */
export async function copyOfApp(modules: string, manifest?: object): Promise<App> {
  const parent = await temporaryFolder();
  const folder = join(parent, "app");
  await mkdir(folder);
  const copies = ownFiles.map((name) =>
    cp(join(exampleFolder, name), join(folder, name), { recursive: true }),
  );
  await Promise.all(copies);
  if (manifest) await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  await symlink(modules, join(folder, "node_modules"));
  const edit = async (file: string, pattern: RegExp, text: string) => {
    const path = join(folder, file);
    await writeFile(path, (await readFile(path, "utf8")).replace(pattern, text));
  };
  const environment = { ...noProfiles, AWS_PROFILE: "", HOME: join(parent, "home") };
  await mkdir(environment.HOME);
  return {
    ...{ folder, environment },
    run([program = "", ...args], env) {
      return run(program, args, { ...environment, ...env }, folder);
    },
    setMaxAge: (seconds) => edit(stackFile, /maxAge: \d+/, `maxAge: ${seconds}`),
    setGreeting: (text) => edit(functionFile, /dumps\(".*"\)/, `dumps("${text}")`),
    close: () => rm(parent, { recursive: true }),
  };
}

/** Everything in a folder: its files by their paths. */
export async function filesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [path.slice(folder.length + 1), await readFile(path, "utf8")] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

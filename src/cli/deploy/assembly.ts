import { join } from "node:path";
import { Failure } from "../failure.ts";
import { readAssetManifest } from "./asset-manifest.ts";
import { readJson, readText } from "./json-file.ts";
import type { StackSource } from "./stack-source.ts";

/** What a cloud assembly says of itself: `manifest.json`. */
interface Manifest {
  readonly version?: string;
  readonly artifacts?: Readonly<Record<string, Artifact>>;
}

interface Artifact {
  readonly type?: string;
  readonly environment?: string;
  readonly displayName?: string;
  readonly dependencies?: readonly string[];
  readonly metadata?: Readonly<Record<string, readonly { readonly type?: string }[]>>;
  readonly properties?: ArtifactProperties;
}

/** Of any kind of artifact; each kind has some of them. */
interface ArtifactProperties {
  readonly templateFile?: string;
  readonly stackName?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, string>>;
  readonly terminationProtection?: boolean;
  readonly bootstrapStackVersionSsmParameter?: string;
  readonly requiresBootstrapStackVersion?: number;
  readonly file?: string;
  readonly directoryName?: string;
}

/** The stacks of a cloud assembly and of those within it, in the order of their names. */
export async function readAssembly(folder: string): Promise<StackSource[]> {
  const { version, artifacts = {} } = await readJson<Manifest>(join(folder, "manifest.json"));
  if (version === undefined) {
    throw new Failure(`${join(folder, "manifest.json")} is not that of a cloud assembly.`);
  }
  const stacks: StackSource[] = [];
  for (const [id, artifact] of Object.entries(artifacts)) {
    if (artifact.type === "aws:cloudformation:stack") {
      stacks.push(await readStack(folder, id, artifacts));
    } else if (artifact.type === "cdk:cloud-assembly") {
      stacks.push(...(await readAssembly(join(folder, artifact.properties?.directoryName ?? ""))));
    }
  }
  return stacks;
}

async function readStack(
  folder: string,
  id: string,
  artifacts: Readonly<Record<string, Artifact>>,
): Promise<StackSource> {
  const artifact = artifacts[id] ?? {};
  const { properties = {}, displayName = id, dependencies = [] } = artifact;
  const { stackName = id, templateFile, parameters = {}, tags = {} } = properties;
  if (templateFile === undefined) throw new Failure(`The stack ${id} names no template.`);
  refuseLegacyAssets(displayName, artifact);
  const of = (type: string) => dependencies.filter((name) => artifacts[name]?.type === type);
  const manifests = of("cdk:asset-manifest").map((name) => artifacts[name]?.properties ?? {});
  const files = manifests.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const assets = await Promise.all(files.map((file) => readAssetManifest(folder, file)));
  const { terminationProtection } = properties;
  const bootstrap = [properties, ...manifests];
  const versions = bootstrap.map(
    ({ requiresBootstrapStackVersion = 0 }) => requiresBootstrapStackVersion,
  );
  const versionParameter = bootstrap.find(
    ({ bootstrapStackVersionSsmParameter }) => bootstrapStackVersionSsmParameter !== undefined,
  )?.bootstrapStackVersionSsmParameter;
  return {
    ...{ id, stackName, displayName, parameters, tags },
    template: await readText(join(folder, templateFile)),
    templateFile: join(folder, templateFile),
    ...environmentOf(artifact),
    ...(terminationProtection !== undefined && { terminationProtection }),
    ...(versionParameter !== undefined && { versionParameter }),
    version: Math.max(...versions),
    assets: assets.flat(),
    dependencies: of("aws:cloudformation:stack"),
  };
}

/** `aws://123456789012/eu-west-1`; both may be unknown, and are whatever the caller's are then. */
function environmentOf({ environment = "" }: Artifact) {
  const [, account = "", region = ""] = /^aws:\/\/([^/]*)\/([^/]*)$/.exec(environment) ?? [];
  return {
    ...(/^\d{12}$/.test(account) && { account }),
    ...(region !== "" && region !== "unknown-region" && { region }),
  };
}

/** Version 1 of the CDK hands assets over as parameters. */
function refuseLegacyAssets(displayName: string, { metadata = {} }: Artifact): void {
  const isLegacy = Object.values(metadata)
    .flat()
    .some(({ type }) => type === "aws:cdk:asset");
  if (!isLegacy) return;
  throw new Failure(
    `${displayName} has assets of the CDK's legacy synthesizer, which are not published here. ` +
      "Use its DefaultStackSynthesizer.",
  );
}

// Keeps in assembly/ what a deployment needs of cdk.out: templates, assets, and the manifest of
// both. The rest tells of the machine on which it was made.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const made = "cdk.out";
const kept = "assembly";
const neededFiles = /^(cdk\.out|asset\..*|.*\.(template|assets)\.json)$/;
const neededArtifacts = ["aws:cloudformation:stack", "cdk:asset-manifest"];

interface Manifest {
  readonly artifacts: Record<string, { readonly type: string; additionalMetadataFile?: string }>;
}

rmSync(kept, { recursive: true, force: true });
for (const name of readdirSync(made).filter((file) => neededFiles.test(file))) {
  cpSync(join(made, name), join(kept, name), { recursive: true });
}
const manifest: Manifest = JSON.parse(readFileSync(join(made, "manifest.json"), "utf8"));
for (const [name, artifact] of Object.entries(manifest.artifacts)) {
  delete artifact.additionalMetadataFile;
  if (!neededArtifacts.includes(artifact.type)) delete manifest.artifacts[name];
}
writeFileSync(join(kept, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);

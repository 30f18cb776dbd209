import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeFiles } from "../../../test/fixtures/assembly.ts";
import { gatepool } from "../../../test/fixtures/command-line.ts";
import { commandLineServer } from "../../../test/fixtures/command-line-server.ts";
import { temporaryFolder } from "../../../test/fixtures/storage.ts";
import { onTerminal } from "../../../test/fixtures/terminal.ts";

const program = fileURLToPath(new URL("../../../bin/gatepool.js", import.meta.url));

let server: Awaited<ReturnType<typeof commandLineServer>>;
let folder: string;
let path: string;

beforeAll(async () => {
  server = await commandLineServer();
  folder = await temporaryFolder();
  const template = { Resources: { Log: { Type: "AWS::Logs::LogGroup" } } };
  path = await writeFiles(join(folder, "shop"), { "template.json": template });
});

afterAll(() => Promise.all([server.close(), rm(folder, { recursive: true })]));

const typed = (command: string, keys = "") =>
  onTerminal([process.execPath, program, command, path, "--url", server.url], keys, {
    ...{ NO_COLOR: "1", TERM: "xterm", NODE_OPTIONS: "--no-warnings" },
  });

test("on a terminal the stack is drawn, and nothing is removed that a person keeps", async () => {
  const made = await typed("deploy");
  expect(made.code).toBe(0);
  expect(made.stdout).toContain("└─ ✓ CREATE_COMPLETE  AWS::Logs::LogGroup  Log");
  const kept = await typed("destroy", "n\r");
  expect(kept.stdout).toContain("Remove shop? [y/N]: n");
  expect(kept.stdout).toContain("Nothing was removed.");
  const gone = await typed("destroy", "y\r");
  expect(gone.stdout).toContain("└─ ✓ DELETE_COMPLETE  AWS::Logs::LogGroup  Log");
  expect(gone.stdout).toMatch(/shop is gone\.\n$/);
});

test("a stack that is protected stays, and says so", async () => {
  const manifest = {
    version: "36.0.0",
    artifacts: {
      Safe: {
        type: "aws:cloudformation:stack",
        properties: { templateFile: "Safe.template.json", terminationProtection: true },
      },
    },
  };
  const template = { Resources: { Log: { Type: "AWS::Logs::LogGroup" } } };
  const files = { "manifest.json": manifest, "Safe.template.json": template };
  const app = await writeFiles(join(folder, "app"), files);
  expect((await gatepool(["deploy", app, "--url", server.url])).code).toBe(0);
  const refused = await gatepool(["destroy", app, "--force", "--url", server.url]);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("cannot be deleted while TerminationProtection is enabled");
});

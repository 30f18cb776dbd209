import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { command as deploy } from "../src/cli/deploy/command.ts";
import { command as destroy } from "../src/cli/destroy/command.ts";
import { command as dev } from "../src/cli/dev/command.ts";
import { command as diff } from "../src/cli/diff/command.ts";
import { command as env } from "../src/cli/env/command.ts";
import { command as exec } from "../src/cli/exec/command.ts";
import { command as logs } from "../src/cli/logs/command.ts";
import { command as outbox } from "../src/cli/outbox/command.ts";
import { command as token } from "../src/cli/token/command.ts";
import { command as trust } from "../src/cli/trust/command.ts";
import { command as untrust } from "../src/cli/untrust.ts";
import { command as user } from "../src/cli/user.ts";
import { command as why } from "../src/cli/why/command.ts";

const read = (page: string) => readFileSync(new URL(`../docs/${page}`, import.meta.url), "utf8");

describe("what is documented is what is there", () => {
  it("names every option of the server, with its default", () => {
    const page = read("configuration.md");
    for (const { long, defaultValue } of dev().options) {
      const row = page.split("\n").find((line) => line.startsWith(`| \`${long}\` |`));
      expect(row, `docs/configuration.md has no row for ${long}`).toBeDefined();
      const known = typeof defaultValue === "string" || typeof defaultValue === "number";
      expect(row).toContain(known ? `| \`${defaultValue}\` |` : "| none |");
    }
  });

  it("names every command", () => {
    const page = read("command-line.md");
    for (const name of commands().map(nameOf)) expect(page).toContain(`\n## gatepool ${name}\n`);
  });

  it("uses options that exist", () => {
    const page = read("command-line.md");
    const known = commands().flatMap(longOptions);
    const used = new Set(page.match(/(?<=\s|`)--[a-z-]+/g));
    expect([...used].filter((name) => !known.includes(name))).toEqual(["--help"]);
  });
});

function commands(): Command[] {
  const ofServer = [dev(), exec(), trust(), untrust()];
  const ofStacks = [deploy(), diff(), destroy()];
  return [
    ...ofServer,
    ...ofStacks,
    ...subcommands(user()),
    token(),
    outbox(),
    logs(),
    why(),
    env(),
  ];
}

function subcommands(command: Command): Command[] {
  return [...command.commands];
}

function nameOf(command: Command): string {
  return command.parent ? `${command.parent.name()} ${command.name()}` : command.name();
}

function longOptions(command: Command): string[] {
  return command.options.flatMap(({ long }) => (long ? [long] : []));
}

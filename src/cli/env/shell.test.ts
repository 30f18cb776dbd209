import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { exportsFor, shellOf } from "./shell.ts";

const settings = {
  url: "http://127.0.0.1:4566",
  region: "it's $HOME `x` \\n",
  accessKeyId: "test",
  secretAccessKey: "test",
};

test("a POSIX shell reads back exactly what was meant", () => {
  const script = `${exportsFor("sh", settings)}\nprintf '%s|%s' "$AWS_REGION" "$AWS_ENDPOINT_URL"`;
  const printed = execFileSync("sh", ["-c", script], { encoding: "utf8" });
  expect(printed).toBe(`${settings.region}|${settings.url}`);
});

test("fish and powershell quote in their own ways", () => {
  const region = { ...settings, region: "it's" };
  expect(exportsFor("fish", region)).toContain("set -gx AWS_REGION 'it\\'s'");
  expect(exportsFor("powershell", region)).toContain("$env:AWS_REGION = 'it''s'");
});

test.each([
  ["/usr/bin/fish", "linux", "fish"],
  ["/bin/zsh", "darwin", "sh"],
  ["/usr/bin/pwsh", "linux", "powershell"],
  [undefined, "linux", "sh"],
  [undefined, "win32", "powershell"],
] as const)("the shell of %s on %s is %s", (program, platform, shell) => {
  expect(shellOf(program, platform)).toBe(shell);
});

import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium, type Page } from "playwright-core";
import { temporaryFolder } from "../../fixtures/storage.ts";

export interface BrowserOptions {
  /** Where names lead, instead of where DNS says: `*.amazonaws.com:443` to a port of loopback. */
  readonly names: Readonly<Record<string, number>>;
  /** In PEM: the one authority that is trusted besides the browser's own. */
  readonly authority?: string;
}

export interface OpenBrowser {
  openPage(): Promise<Page>;
  close(): Promise<void>;
}

/** Starts Chromium for a user who has nothing but, maybe, one authority that they trust. */
export async function openBrowser({ names, authority }: BrowserOptions): Promise<OpenBrowser> {
  const home = await temporaryFolder();
  if (authority !== undefined) await trust(home, authority);
  const rules = Object.entries(names).map(([name, port]) => `MAP ${name} 127.0.0.1:${port}`);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", `--host-resolver-rules=${rules.join(", ")}`],
    env: { ...process.env, HOME: home },
  });
  const context = await browser.newContext();
  return {
    openPage: () => context.newPage(),
    async close() {
      await browser.close();
      await rm(home, { recursive: true });
    },
  };
}

/** As a user does it on Linux: Chromium reads the NSS database of their home folder. */
async function trust(home: string, authority: string): Promise<void> {
  const folder = join(home, ".pki", "nssdb");
  const file = join(home, "authority.pem");
  await mkdir(folder, { recursive: true });
  await writeFile(file, authority);
  const certutil = (...args: string[]) => promisify(execFile)("certutil", ["-d", folder, ...args]);
  await certutil("-N", "--empty-password");
  await certutil("-A", "-t", "C,,", "-n", "gatepool", "-i", file);
}

import { lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeProfile } from "./profile.ts";

const settings = {
  url: "http://127.0.0.1:4566",
  region: "us-east-1",
  accessKeyId: "test",
  secretAccessKey: "test",
};

let folder: string;
let env: { AWS_CONFIG_FILE: string; AWS_SHARED_CREDENTIALS_FILE: string };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gatepool-profile-"));
  env = {
    AWS_CONFIG_FILE: join(folder, "aws", "config"),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, "aws", "credentials"),
  };
});

afterEach(() => rm(folder, { recursive: true }));

test("both files are made, for their owner alone", async () => {
  const files = await writeProfile("gatepool", settings, { force: false }, env);
  expect(files).toEqual([env.AWS_CONFIG_FILE, env.AWS_SHARED_CREDENTIALS_FILE]);
  expect(await readFile(env.AWS_CONFIG_FILE, "utf8")).toBe(
    "[profile gatepool]\nregion = us-east-1\nendpoint_url = http://127.0.0.1:4566\n",
  );
  expect(await readFile(env.AWS_SHARED_CREDENTIALS_FILE, "utf8")).toBe(
    "[gatepool]\naws_access_key_id = test\naws_secret_access_key = test\n",
  );
  expect((await stat(env.AWS_SHARED_CREDENTIALS_FILE)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(folder, "aws"))).toEqual(["config", "credentials"]);
});

test("the default profile needs no word in front", async () => {
  await writeProfile("default", settings, { force: false }, env);
  expect(await readFile(env.AWS_CONFIG_FILE, "utf8")).toMatch(/^\[default\]\n/);
});

test("a second writing updates the profile", async () => {
  await writeProfile("gatepool", settings, { force: false }, env);
  await writeProfile("gatepool", { ...settings, url: "http://127.0.0.1:1" }, { force: false }, env);
  expect(await readFile(env.AWS_CONFIG_FILE, "utf8")).toBe(
    "[profile gatepool]\nregion = us-east-1\nendpoint_url = http://127.0.0.1:1\n",
  );
});

test("keys to a real account are replaced only when asked to", async () => {
  const keysFile = join(folder, "credentials");
  const files = { ...env, AWS_SHARED_CREDENTIALS_FILE: keysFile };
  const real = "[work]\naws_access_key_id = AKIAREAL\naws_session_token = x\n";
  await writeFile(keysFile, real);
  await expect(writeProfile("work", settings, { force: false }, files)).rejects.toThrow(
    "The profile work holds the access key AKIAREAL.",
  );
  expect(await readFile(keysFile, "utf8")).toBe(real);
  await writeProfile("work", settings, { force: true }, files);
  expect(await readFile(keysFile, "utf8")).toBe(
    "[work]\naws_access_key_id = test\naws_secret_access_key = test\n",
  );
});

test("a profile that signs in otherwise is kept too", async () => {
  const configFile = join(folder, "config");
  await writeFile(configFile, "[profile work]\nsso_session = company\n");
  const files = { ...env, AWS_CONFIG_FILE: configFile };
  await expect(writeProfile("work", settings, { force: false }, files)).rejects.toThrow(
    "a way to sign in to AWS",
  );
});

test("a file that is a link stays one", async () => {
  const real = join(folder, "dotfiles-config");
  await writeFile(real, "# mine\n", { mode: 0o640 });
  const link = join(folder, "config");
  await symlink(real, link);
  await writeProfile("gatepool", settings, { force: false }, { ...env, AWS_CONFIG_FILE: link });
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
  expect(await readFile(real, "utf8")).toMatch(/^# mine\n\n\[profile gatepool\]/);
  expect((await stat(real)).mode & 0o777).toBe(0o640);
});

test("a name that would break the file is refused", async () => {
  await expect(writeProfile("a]\n[b", settings, { force: false }, env)).rejects.toThrow(
    "cannot be a profile's name",
  );
});

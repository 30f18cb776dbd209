import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../test/fixtures/storage.ts";
import { secureRandom } from "../foundation/random.ts";
import { MasterKeyError, readOrCreateMasterKey } from "./master-key.ts";

describe("the master key of a data folder", () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await temporaryFolder();
    file = join(folder, "master.key");
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const read = () => readOrCreateMasterKey(folder, secureRandom);

  async function refusal(): Promise<string> {
    const error = await read().catch((each) => each);
    expect(error).toBeInstanceOf(MasterKeyError);
    return error.message;
  }

  test("is new at first, and written only when it is to be kept", async () => {
    const key = await read();
    expect([key.isNew, key.secret.length, readdirSync(folder)]).toEqual([true, 32, []]);
    await key.keep();
    expect(readdirSync(folder)).toEqual(["master.key"]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = await read();
    expect([again.isNew, again.id]).toEqual([false, key.id]);
    expect(again.secret.equals(key.secret)).toBe(true);
  });

  test("is the first one written, when two are", async () => {
    const [one, other] = await Promise.all([read(), read()]);
    const kept = await Promise.all([one.keep(), other.keep()]);
    expect(kept[0].id).toBe(kept[1].id);
    expect((await read()).id).toBe(kept[0].id);
    expect(readdirSync(folder)).toEqual(["master.key"]);
  });

  test.each([0o640, 0o604, 0o660, 0o666, 0o644])("is refused with mode %o", async (mode) => {
    await (await read()).keep();
    chmodSync(file, mode);
    const message = await refusal();
    expect(message).toContain(`its mode is ${mode.toString(8)}`);
    expect(message).toContain(`chmod 600 ${file}`);
    chmodSync(file, 0o400);
    expect((await read()).isNew).toBe(false);
  });

  test("is refused when it is malformed or altered", async () => {
    await (await read()).keep();
    const text = readFileSync(file, "utf8");
    const line = text.trimEnd().split("\n").at(-1) ?? "";
    const altered = line.replace(/:(.)(?=[^:]*$)/, (_, first) => (first === "A" ? ":B" : ":A"));
    for (const bad of [
      "",
      "# only a comment\n",
      "secret",
      line.slice(0, -4),
      `${line}:x`,
      altered,
    ]) {
      writeFileSync(file, bad);
      expect(await refusal()).toContain("Restore it from a backup");
    }
    writeFileSync(file, `${line}\r\n`);
    expect((await read()).isNew).toBe(false);
  });

  test("is refused when it cannot be read", async () => {
    mkdirSync(file, { mode: 0o700 });
    expect(await refusal()).toContain("The master key cannot be read: EISDIR");
  });
});

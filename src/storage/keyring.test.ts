import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { temporaryStorage } from "../../test/fixtures/storage.ts";
import { secureRandom } from "../foundation/random.ts";
import { MasterKeyError, openKeyring, readOrCreateMasterKey, SealBroken } from "./keyring.ts";
import type { Key, Records } from "./records.ts";

const random = secureRandom;

describe("a keyring", () => {
  const clock = { time: 0, now: () => clock.time };
  let storage: Awaited<ReturnType<typeof temporaryStorage>>;

  beforeEach(async () => {
    storage = await temporaryStorage({ clock });
  });

  afterEach(() => storage.close());

  async function reopen(masterKey = readOrCreateMasterKey(storage.folder, random)) {
    const { records } = storage;
    const keyring = await openKeyring({ records, masterKey: await masterKey, random, clock });
    keyring.close();
    return keyring;
  }

  test("opens what it sealed, in its place, also after a restart", async () => {
    const { keyring } = storage;
    const again = await reopen();
    for (const plain of ["", "pässword", "x".repeat(100_000)]) {
      const sealed = keyring.seal(plain, "users/1");
      expect(again.open(sealed, "users/1").toString()).toBe(plain);
    }
    const bytes = random.bytes(100);
    expect(again.open(keyring.seal(bytes, "users/1"), "users/1")).toEqual(bytes);
  });

  test("never seals the same twice, and shows nothing of it", () => {
    const { keyring } = storage;
    const plain = "the secret".repeat(10);
    expect(keyring.seal(plain, "c")).not.toBe(keyring.seal(plain, "c"));
    const data = keyring.seal(plain, "c").split(".")[2] ?? "";
    expect(Buffer.from(data, "base64url").includes("secret")).toBe(false);
  });

  test("names the format and the data key", () => {
    expect(storage.keyring.seal("s", "c")).toMatch(/^1\.1\.[\w-]+$/);
  });

  test("does not open what was moved to another place", () => {
    const { keyring } = storage;
    const sealed = keyring.seal("secret", "users/1");
    expect(() => keyring.open(sealed, "users/2")).toThrow(SealBroken);
  });

  test("does not open what was altered anywhere", () => {
    const { keyring } = storage;
    const sealed = keyring.seal("secret", "c");
    for (let index = 0; index < sealed.length; index++) {
      const replacement = sealed[index] === "A" ? "B" : "A";
      const altered = sealed.slice(0, index) + replacement + sealed.slice(index + 1);
      // The last character of base64url carries bits that stand for nothing.
      if (decoded(altered) === decoded(sealed)) continue;
      expect(() => keyring.open(altered, "c")).toThrow(SealBroken);
    }
    for (const other of [
      "",
      ".",
      "1.1.",
      "1.1.AAAA",
      "2.1.x",
      sealed.slice(0, -4),
      `${sealed}AAAA`,
    ]) {
      expect(() => keyring.open(other, "c")).toThrow(SealBroken);
    }
  });

  test("does not open what was sealed under an unknown key", () => {
    const sealed = storage.keyring.seal("secret", "c").replace("1.1.", "1.99.");
    expect(() => storage.keyring.open(sealed, "c")).toThrow("unknown key");
  });

  test("takes a new data key into use later, and still opens what the old one sealed", async () => {
    const other = await reopen();
    const old = storage.keyring.seal("old", "c");
    await storage.keyring.addDataKey();
    expect(storage.keyring.seal("s", "c")).toMatch(/^1\.1\./);
    clock.time += 10 * 60_000;
    const fresh = storage.keyring.seal("new", "c");
    expect(fresh).toMatch(/^1\.2\./);
    expect(storage.keyring.open(old, "c").toString()).toBe("old");

    expect(() => other.open(fresh, "c")).toThrow(SealBroken);
    await other.refresh();
    expect(other.open(fresh, "c").toString()).toBe("new");
    expect(other.seal("s", "c")).toMatch(/^1\.2\./);
  });

  test("is opened by another master key after rotation, and by the first no more", async () => {
    const sealed = storage.keyring.seal("secret", "c");
    const next = await readOrCreateMasterKey(`${storage.folder}/next`, random);
    await storage.keyring.addDataKey();
    await storage.keyring.rotate(await next.keep());
    expect(storage.keyring.open(sealed, "c").toString()).toBe("secret");
    const again = await reopen(readOrCreateMasterKey(`${storage.folder}/next`, random));
    expect(again.open(sealed, "c").toString()).toBe("secret");
    await expect(reopen()).rejects.toThrow(MasterKeyError);
    await storage.keyring.addDataKey();
    await storage.keyring.refresh();
  });

  test("says that the master key is the wrong one", async () => {
    const other = await readOrCreateMasterKey(`${storage.folder}/other`, random);
    const error = await reopen(other.keep()).catch((each) => each);
    expect(error).toBeInstanceOf(MasterKeyError);
    expect(error.message).toMatch(/^The records are sealed under master key \w{16}, but /);
    expect(error.message).toContain(`/other/master.key holds master key ${other.id}.`);
    expect(error.message).toContain("Put that key back, from a backup");
  });

  test("says that the master key is missing, and makes no new one", async () => {
    const missing = `${storage.folder}/missing`;
    for (let attempt = 0; attempt < 2; attempt++) {
      const error = await reopen(readOrCreateMasterKey(missing, random)).catch((each) => each);
      expect(error).toBeInstanceOf(MasterKeyError);
      expect(error.message).toContain(`there is no master key at ${missing}/master.key.`);
    }
  });

  test("says that a data key was altered", async () => {
    const { records } = storage;
    const altering: Records = {
      ...records,
      async list(collection, options) {
        const page = await records.list(collection, options);
        const text = JSON.stringify(page).replace(/"sealed":"1\.(\w+)\.../, '"sealed":"1.$1.AA');
        return JSON.parse(text);
      },
    };
    const masterKey = await readOrCreateMasterKey(storage.folder, random);
    const opened = openKeyring({ records: altering, masterKey, random, clock });
    await expect(opened).rejects.toThrow(/data key 1 .*altered.*backup/);
  });
});

describe("nodes that start at once", () => {
  test("agree on one data key, and on one master key in a shared folder", async () => {
    const storage = await temporaryStorage();
    const records = withoutDataKeys(storage.records);
    const folder = `${storage.folder}/shared`;
    const nodes = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const masterKey = await readOrCreateMasterKey(folder, random);
        return openKeyring({ records, masterKey, random });
      }),
    );
    const sealed = nodes.map((node) => node.seal("secret", "c"));
    for (const node of nodes) {
      for (const each of sealed) expect(node.open(each, "c").toString()).toBe("secret");
      node.close();
    }
    await storage.close();
  });
});

/** The same records, but for a keyring of its own: it keeps data keys under another name. */
function withoutDataKeys(records: Records): Records {
  const renamed = <C extends { name: string }>(each: C) => ({ ...each, name: `${each.name}-2` });
  return {
    ...records,
    get: (collection, key: Key) => records.get(renamed(collection), key),
    list: (collection, options) => records.list(renamed(collection), options),
    commit: (batch) =>
      records.commit(batch.map((write) => ({ ...write, collection: `${write.collection}-2` }))),
  };
}

function decoded(sealed: string): string {
  const [format, key, data = ""] = sealed.split(".");
  return [format, key, Buffer.from(data, "base64url").toString("hex")].join(".");
}

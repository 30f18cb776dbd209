import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MovableClock, movableClock } from "../../test/fixtures/clock.ts";
import { temporaryStorage } from "../../test/fixtures/storage.ts";
import { secureRandom } from "../foundation/random.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import { createOutboxStore } from "./outbox-store.ts";

describe("the outbox", () => {
  let storage: Awaited<ReturnType<typeof temporaryStorage>>;
  let clock: MovableClock;
  let outbox: Outbox;

  beforeAll(async () => {
    clock = movableClock();
    storage = await temporaryStorage({ clock });
    const { records, keyring: secrets } = storage;
    const messages = createOutboxStore(records);
    outbox = createOutbox({ messages, secrets, clock, random: secureRandom });
  });
  afterAll(() => storage.close());

  const put = (to: string, text: string) =>
    outbox.put({
      user: { poolId: "us-east-1_abc", username: "ada" },
      purpose: "sign-up",
      sentTo: { attribute: "email", value: to },
      subject: "Hello",
      text,
    });
  const texts = async (limit: number, to?: string) =>
    (await outbox.list(limit, to)).map(({ text }) => text);

  it("lists what is newest first, also within a millisecond", async () => {
    await put("ada@example.com", "first");
    await put("bob@example.com", "second");
    clock.advance(1);
    await put("ada@example.com", "third");
    expect(await texts(10)).toEqual(["third", "second", "first"]);
    expect(await texts(1)).toEqual(["third"]);
    expect(await texts(10, "ADA@example.com")).toEqual(["third", "first"]);
    expect(await texts(10, "ada@example")).toEqual([]);
  });

  it("tells all that a developer needs", async () => {
    const [message] = await outbox.list(1);
    expect(message).toEqual({
      id: expect.any(String),
      at: clock.now(),
      to: "ada@example.com",
      medium: "EMAIL",
      poolId: "us-east-1_abc",
      username: "ada",
      purpose: "sign-up",
      subject: "Hello",
      text: "third",
    });
  });

  it("forgets messages after a week", async () => {
    clock.advance(7 * 86_400_000 - 1);
    expect(await texts(10)).toEqual(["third"]);
    clock.advance(1);
    expect(await texts(10)).toEqual([]);
  });
});

import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { listen } from "../../../test/fixtures/gateway.ts";
import { RequestBody } from "./request.ts";

const megabyte = Buffer.alloc(1024 * 1024, "a");

/** A connection whose other end does not read. */
async function stalled() {
  const server = createServer({ pauseOnConnect: true });
  const socket = connect(await listen(server), "127.0.0.1");
  const [other]: Socket[] = await once(server, "connection");
  if (!other) throw new Error("nobody connected");
  return {
    socket,
    other,
    async close() {
      socket.destroy();
      other.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

test("a backend that does not read keeps the client from sending, until it reads", async () => {
  const { socket, other, close } = await stalled();
  const count = 64;
  let given = 0;
  const source = Readable.from(
    (function* () {
      for (; given < count; given++) yield megabyte;
    })(),
  );
  const body = new RequestBody(source, false, count * megabyte.length, () => {});
  socket.on("drain", () => body.resume());
  const paused = once(source, "pause");
  body.sendTo(socket, () => {});
  await paused;
  expect(given).toBeLessThan(count);
  let received = 0;
  other.on("data", (data) => {
    received += data.length;
    if (received === count * megabyte.length) other.end();
  });
  await once(other.resume(), "close");
  expect(received).toBe(count * megabyte.length);
  expect(body.complete).toBe(true);
  await close();
});

test("nothing more is sent once there is too much", async () => {
  const { socket, other, close } = await stalled();
  const source = Readable.from([megabyte, megabyte, megabyte]);
  let excess = 0;
  const body = new RequestBody(source, true, 2 * megabyte.length, () => {
    excess++;
    socket.end();
  });
  let received = 0;
  other.on("data", (data) => {
    received += data.length;
  });
  other.resume();
  socket.on("drain", () => body.resume());
  const ended = [once(source, "end"), once(other, "end")];
  body.sendTo(socket, () => {});
  await Promise.all(ended);
  expect(excess).toBe(1);
  expect(received).toBe(2 * (megabyte.length + "100000\r\n\r\n".length));
  expect(body.complete).toBe(false);
  await close();
});

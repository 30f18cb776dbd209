import { createServer } from "node:net";

/** A port that nothing uses at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address !== "string") resolve(address.port);
        else reject(new Error("no port was taken"));
      });
    });
  });
}

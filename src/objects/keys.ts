import { fault } from "./contract.ts";

const bytesMax = 1024;

/** A key may be anything that is short enough: dots and slashes mean nothing in it. */
export function checkKey(key: string): void {
  const size = Buffer.byteLength(key);
  if (size <= bytesMax) return;
  throw fault("KeyTooLongError", undefined, {
    members: { Size: size, MaxSizeAllowed: bytesMax },
    reason: {
      check: "key",
      expected: `at most ${bytesMax} bytes in UTF-8`,
      received: `${size} bytes`,
      change: "Choose a shorter key.",
    },
  });
}

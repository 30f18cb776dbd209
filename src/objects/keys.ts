import { fault } from "./contract.ts";

const bytesMax = 1024;
/** Controls that databases cannot hold take another byte each; so many of them are taken. */
const controlsMax = 70;

/** A key may be anything that is short enough: dots and slashes mean nothing in it. */
export function checkKey(key: string): void {
  const size = Buffer.byteLength(key);
  const controls = key.match(/\p{Cc}|\p{Cs}|\p{Cn}|\ud7ff/gu)?.length ?? 0;
  if (size <= bytesMax && (controls <= controlsMax || size + 3 * controls <= bytesMax)) return;
  throw fault("KeyTooLongError", undefined, {
    members: { Size: size, MaxSizeAllowed: bytesMax },
    reason: {
      check: "key",
      expected: `at most ${bytesMax} bytes in UTF-8, few of them controls`,
      received: `${size} bytes`,
      change: "Choose a shorter key.",
    },
  });
}

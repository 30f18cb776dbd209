import { Transform } from "node:stream";
import { askedName } from "./asked-name.ts";
import { canonicalName, destinationOf } from "./aws-names.ts";

/** No client needs more to say which host it asks for. */
const firstBytesMax = 65_536;

/**
 * Passes on what a client sends to a host that is not AWS's, unless it asks for a name of AWS
 * there, as one does that has looked up the address by itself.
 */
export function createGuard(): Transform {
  let first: Buffer | undefined = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (first === undefined) return done(null, chunk);
      first = Buffer.concat([first, chunk]);
      const asked = askedName(first);
      if (!asked.known && first.length < firstBytesMax) return done();
      if (!asked.known || isAws(asked.name)) return done(new Error("a name of AWS elsewhere"));
      const passed = first;
      first = undefined;
      done(null, passed);
    },
    flush: (done) => done(null, first),
  });
}

function isAws(host: string | undefined): boolean {
  const name = host === undefined ? undefined : canonicalName(host);
  return name !== undefined && destinationOf(name) !== "elsewhere";
}

import { refuse } from "../answers.ts";
import type { Call } from "../call.ts";
import { eventBytesMax } from "../limits.ts";
import { readBody } from "../payload/body.ts";

/**
 * Reads the body of a call for a function, unless that was done before. One that no event can hold
 * is refused.
 *
 * @param done hears the body; nothing when it was refused, or the client went away
 */
export function takeBody(call: Call, done: (body: Buffer) => void): void {
  if (call.body) {
    done(call.body);
    return;
  }
  readBody(call.request, eventBytesMax, (body) => {
    if (body === "too-long") {
      refuseExcess(call);
      return;
    }
    call.body = body;
    done(body);
  });
}

/** Refuses a call whose event would be too large. */
export function refuseExcess(call: Call): void {
  const problem = { kind: "body-too-large", bytesMax: eventBytesMax } as const;
  refuse(call, 413, problem, ["connection", "close"]);
}

import { printable } from "../printable.ts";
import { type Screen, screenFor } from "./screen.ts";

/** Where a command writes. */
export interface Terminal {
  readonly screen: () => Screen;
  say(line: string): void;
}

/** A screen is for one operation. */
export const standardOutput: Terminal = {
  screen: () => screenFor(process.stdout),
  say: (line) => console.log(printable(line)),
};

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Clock } from "./clock.ts";

/** A clock that can be moved forward: tokens expire in a second, not an hour. */
export interface MovedClock extends Clock {
  /** How far it is ahead of the machine's, in milliseconds. */
  aheadMs(): number;
  /** Moves it forward. It never goes back while it runs: what was issued would come from ahead. */
  advance(milliseconds: number): void;
}

/** Ten years: further ahead, dates lose their four digits sooner or later. */
export const aheadMsMax = 10 * 365 * 24 * 60 * 60 * 1000;

/**
 * A clock that stays where it was moved to over restarts.
 *
 * @param file where its lead is kept; without that file, it shows the time of `base`
 */
export function openMovedClock(file: string, base: Clock): MovedClock {
  let ahead = readLead(file);
  return {
    now: () => base.now() + ahead,
    aheadMs: () => ahead,
    advance(milliseconds) {
      const next = ahead + milliseconds;
      if (!(milliseconds >= 0) || next > aheadMsMax) {
        throw new RangeError(`a clock cannot be moved by ${milliseconds} ms`);
      }
      keepLead(file, next);
      ahead = next;
    },
  };
}

function readLead(file: string): number {
  const text = readText(file);
  const lead = Number(text);
  return Number.isSafeInteger(lead) && lead >= 0 && lead <= aheadMsMax ? lead : 0;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // It was never moved.
    return "0";
  }
}

function keepLead(file: string, lead: number): void {
  if (lead === 0) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, String(lead));
  renameSync(`${file}.new`, file);
}

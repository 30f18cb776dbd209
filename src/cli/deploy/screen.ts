import type { WriteStream } from "node:tty";
import type { StackEvent } from "@aws-sdk/client-cloudformation";
import { describeEvent, drawTree } from "./draw.ts";
import type { Progress } from "./progress.ts";

/** Where the progress of an operation is shown. */
export interface Screen {
  /** @param events what has happened since it was shown last, oldest first */
  show(progress: Progress, events: readonly StackEvent[]): void;
  /** Shows how it ended, whole. */
  end(progress: Progress): void;
}

type Output = Pick<WriteStream, "write" | "columns" | "rows" | "hasColors">;

/** A tree that is drawn anew on a terminal; a line an event anywhere else. */
export function screenFor(output: NodeJS.WriteStream & { fd: number }): Screen {
  return output.isTTY ? treeScreen(output) : lineScreen((line) => output.write(`${line}\n`));
}

export function lineScreen(print: (line: string) => void): Screen {
  return {
    show: (_, events) => {
      for (const event of events) print(describeEvent(event));
    },
    end: () => {},
  };
}

/** Moves back over what it has drawn, and draws again: never more than the screen holds. */
export function treeScreen(output: Output, now: () => number = Date.now): Screen {
  let drawn = 0;
  const draw = (progress: Progress, isWhole: boolean) => {
    const canvas = {
      width: Math.max(1, output.columns - 1),
      ...(!isWhole && { height: Math.max(3, output.rows - 1) }),
      color: output.hasColors(),
      now: now(),
    };
    const lines = drawTree(progress, canvas);
    const back = drawn > 0 ? `\x1b[${drawn}A` : "";
    output.write(`${back}\r\x1b[J${lines.map((line) => `${line}\n`).join("")}`);
    drawn = lines.length;
  };
  return { show: (progress) => draw(progress, false), end: (progress) => draw(progress, true) };
}

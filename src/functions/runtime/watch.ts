import { measureShared, measureTree } from "./memory.ts";

/** A process whose memory is limited while it works. */
export interface Watched {
  readonly pid: number;
  /** Bytes. */
  readonly memoryMax: number;
  /** What it held when it was looked at. */
  onMeasured(bytes: number): void;
  /** It holds more than it may, or has started too many processes. */
  onExcess(excess: "memory" | "processes"): void;
}

const intervalMs = 50;
/** Lambda's limit on processes and threads of a function. */
const processesMax = 1024;

/** Looks at the memory of processes while they work: 20 times a second, and only then. */
export class Watch {
  /** With how often each was seen since it began to work: a short run is never looked at. */
  readonly #looks = new Map<Watched, number>();
  #timer: NodeJS.Timeout | undefined;

  /** It begins to work. */
  add(watched: Watched): void {
    this.#looks.set(watched, 0);
    this.#timer ??= setInterval(() => this.#look(), intervalMs).unref();
  }

  remove(watched: Watched): void {
    this.#looks.delete(watched);
  }

  #look(): void {
    if (this.#looks.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    for (const [watched, looks] of this.#looks) {
      this.#looks.set(watched, looks + 1);
      if (looks > 0) measure(watched);
    }
  }
}

function measure(watched: Watched): void {
  const usage = measureTree(watched.pid);
  if (!usage) return;
  watched.onMeasured(usage.bytes);
  if (usage.processes > processesMax) watched.onExcess("processes");
  else if (usage.bytes > watched.memoryMax && isOver(watched)) watched.onExcess("memory");
}

function isOver({ pid, memoryMax }: Watched): boolean {
  return (measureShared(pid) ?? 0) > memoryMax;
}

import { readdirSync, readFileSync } from "node:fs";

/** What a process and all that it started hold. */
export interface Usage {
  /** Of their own memory, without files that are mapped, such as libraries. */
  readonly bytes: number;
  readonly processes: number;
}

/** More processes than this are not counted: that many are too many anyway. */
const processesMax = 2000;

/**
 * Measures a process with its descendants, in about 50 µs each. Undefined when it has ended, and
 * where there is no /proc to ask: only Linux limits the memory of Python functions.
 */
export function measureTree(pid: number): Usage | undefined {
  const kilobytes = ownMemory(pid);
  if (kilobytes === undefined) return undefined;
  const pids = descendants(pid);
  let sum = kilobytes;
  for (const descendant of pids) sum += ownMemory(descendant) ?? 0;
  return { bytes: sum * 1024, processes: pids.length + 1 };
}

/**
 * As `measureTree`, but memory that processes share is counted once, as it is after a fork. Slow:
 * for a second look before a function is ended.
 */
export function measureShared(pid: number): number | undefined {
  let sum = 0;
  for (const each of [pid, ...descendants(pid)]) {
    const text = read(`/proc/${each}/smaps_rollup`);
    if (text === undefined) return measureTree(pid)?.bytes;
    sum += field(text, "Pss_Anon") + field(text, "Pss_Shmem");
  }
  return sum * 1024;
}

/** Bytes of one process alone; undefined as with `measureTree`. */
export function measureProcess(pid: number): number | undefined {
  const kilobytes = ownMemory(pid);
  return kilobytes === undefined ? undefined : kilobytes * 1024;
}

function ownMemory(pid: number): number | undefined {
  const status = read(`/proc/${pid}/status`);
  return status === undefined ? undefined : field(status, "RssAnon") + field(status, "RssShmem");
}

/** In kB, as both files write it whatever the size of a page is. */
function field(text: string, name: string): number {
  const at = text.indexOf(`\n${name}:`);
  return at < 0 ? 0 : Number.parseInt(text.slice(at + name.length + 2), 10);
}

function descendants(pid: number): number[] {
  const found: number[] = [];
  const open = [pid];
  while (open.length > 0 && found.length < processesMax) {
    const children = childrenOf(open.pop() ?? 0);
    found.push(...children);
    open.push(...children);
  }
  return found;
}

/** Each thread lists the processes that it started. */
function childrenOf(pid: number): number[] {
  return threadsOf(pid).flatMap((thread) => {
    const text = read(`/proc/${pid}/task/${thread}/children`) ?? "";
    return text.split(" ").filter(Boolean).map(Number);
  });
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

/** What one run may write into the log, in bytes; more is read and forgotten. */
const runBytesMax = 2 * 1024 * 1024;
/** What a line costs besides its text, wherever it is kept. */
const lineBytes = 64;
/** A longer line becomes several. CloudWatch's limit on a message. */
const lineLengthMax = 256 * 1024;
/** What `LogType: Tail` answers with. */
const tailBytesMax = 4096;
/** Between two reads from a flood: its writer waits meanwhile, and the server does not. */
const floodPauseMs = 5;

/**
 * Takes what a process writes, line by line. However much it writes, memory stays flat and the
 * server's time is its own: beyond a limit each run's output is dropped, and read slowly.
 */
export class Output {
  readonly #write: (lines: readonly string[]) => void;
  readonly #rests: (() => void)[] = [];
  #bytes = 0;
  #recent: string[] = [];
  #recentLength = 0;
  #resume: NodeJS.Timeout | undefined;

  /** @param write keeps lines in the log */
  constructor(write: (lines: readonly string[]) => void) {
    this.#write = write;
  }

  read(stream: Readable): void {
    const decoder = new StringDecoder("utf8");
    let rest = "";
    this.#rests.push(() => {
      const last = rest + decoder.end();
      rest = "";
      if (last) this.line(last);
    });
    stream.on("data", (chunk: Buffer) => {
      if (this.#bytes > runBytesMax) {
        rest = "";
        this.#slowDown(stream);
        return;
      }
      const lines = (rest + decoder.write(chunk)).split("\n");
      rest = lines.pop() ?? "";
      if (rest.length > lineLengthMax) {
        lines.push(rest);
        rest = "";
      }
      if (lines.length > 0) this.#keep(lines.flatMap(pieces));
      this.#count(chunk.length + lines.length * lineBytes);
    });
    stream.on("error", () => {});
  }

  /** A new run begins, which may write as much as each. */
  begin(): void {
    this.#bytes = 0;
    this.#recent = [];
    this.#recentLength = 0;
  }

  /** A line of the platform's own. */
  line(text: string): void {
    this.#keep([text]);
  }

  /** The process has ended: what it wrote without an end of line is a line too. */
  end(): void {
    clearTimeout(this.#resume);
    for (const rest of this.#rests) rest();
  }

  /** The end of what the run wrote, at most 4 KB. */
  tail(): Buffer {
    const text = Buffer.from(this.#recent.map((line) => `${line}\n`).join(""));
    return text.subarray(Math.max(0, text.length - tailBytesMax));
  }

  #count(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes <= runBytesMax) return;
    this.line("[log truncated: the run has written more than is kept, the rest is dropped]");
  }

  #slowDown(stream: Readable): void {
    stream.pause();
    this.#resume = setTimeout(() => stream.resume(), floodPauseMs).unref();
  }

  #keep(lines: readonly string[]): void {
    this.#write(lines);
    for (const line of lines) {
      this.#recent.push(line);
      this.#recentLength += line.length;
    }
    while (this.#recentLength - (this.#recent[0]?.length ?? 0) > tailBytesMax) {
      this.#recentLength -= this.#recent.shift()?.length ?? 0;
    }
  }
}

function pieces(line: string): string[] {
  if (line.length <= lineLengthMax) return [line];
  const count = Math.ceil(line.length / lineLengthMax);
  return Array.from({ length: count }, (_, index) =>
    line.slice(index * lineLengthMax, (index + 1) * lineLengthMax),
  );
}

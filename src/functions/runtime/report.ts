/** What a run took, for the last line that Lambda writes about it. */
export interface RunReport {
  readonly requestId: string;
  readonly durationMs: number;
  /** MiB. */
  readonly memorySize: number;
  /** Bytes; undefined where it cannot be measured. */
  readonly memoryUsed?: number | undefined;
  /** How long the process took to get ready, for its first run. */
  readonly initMs: number | undefined;
  /** When it did not end well. */
  readonly status: string | undefined;
}

const bytesPerMiB = 1024 * 1024;

export function startLine(requestId: string, version: string): string {
  return `START RequestId: ${requestId} Version: ${version}`;
}

export function endLine(requestId: string): string {
  return `END RequestId: ${requestId}`;
}

export function reportLine(report: RunReport): string {
  const { requestId, durationMs, memorySize, memoryUsed, initMs, status } = report;
  const fields = [
    `REPORT RequestId: ${requestId}`,
    `Duration: ${durationMs.toFixed(2)} ms`,
    `Billed Duration: ${Math.ceil(durationMs)} ms`,
    `Memory Size: ${memorySize} MB`,
  ];
  if (memoryUsed) fields.push(`Max Memory Used: ${Math.ceil(memoryUsed / bytesPerMiB)} MB`);
  if (initMs !== undefined) fields.push(`Init Duration: ${initMs.toFixed(2)} ms`);
  if (status !== undefined) fields.push(`Status: ${status}`);
  return `${fields.join("\t")}\t`;
}

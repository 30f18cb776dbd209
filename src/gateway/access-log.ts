import { type AccessLogFormat, compileFormat } from "./access-log-format.ts";
import type { Call } from "./call.ts";
import type { AccessLogPlan, StagePlan } from "./plan.ts";

/** Where access logs go. It gathers lines, writes them later, and never throws. */
export interface AccessLogSink {
  append(
    group: { readonly tenant: { account: string; region: string }; readonly name: string },
    stream: string,
    messages: readonly string[],
  ): void;
}

/** AWS: quotas for HTTP APIs, of an entry. */
const entryCharactersMax = 1024 * 1024;

/** The access log of a stage: a line for each call, written when the call is over. */
export class AccessLog {
  readonly #format: AccessLogFormat;
  readonly #group: Parameters<AccessLogSink["append"]>[0];
  readonly #stream: string;

  constructor(plan: StagePlan, { group, format }: AccessLogPlan) {
    const { apiId, account, region, stage } = plan;
    this.#format = compileFormat(format);
    this.#group = { tenant: { account, region }, name: group };
    this.#stream = `${apiId}/${stage}`;
  }

  /** Has a call logged when its answer is out, or when its client went away. */
  follow(call: Call): void {
    call.response.once("close", () => {
      const line = this.#format(call).slice(0, entryCharactersMax);
      call.shared.accessLogs.append(this.#group, this.#stream, [line]);
    });
  }
}

import { parseArn } from "../foundation/arn.ts";
import { systemClock } from "../foundation/clock.ts";
import type { InvokeSource } from "../foundation/invoke.ts";
import type { Reason } from "../foundation/reason.ts";
import { allows } from "./domain/policy.ts";
import type { LatestRecord } from "./domain/record.ts";

/** Whether a service may take on a role and then do something; undefined when it may. */
export type RefusalToAct = (wish: {
  readonly roleArn: string;
  readonly service: string;
  readonly action: string;
  readonly resource: string;
}) => Promise<Reason | undefined>;

/** A run of a function that a service asks for. */
export interface Wish {
  readonly latest: LatestRecord;
  /** The version or alias that it named. */
  readonly qualifier: string | undefined;
  readonly functionArn: string;
  readonly source: InvokeSource;
}

export interface NotPermitted {
  readonly reason: string;
  readonly change: string;
}

interface Verdict {
  readonly refusal: NotPermitted | undefined;
  readonly judgedAt: number;
}

/** A role that changed is judged anew after this long. */
const verdictForMs = 1000;
const verdictsMax = 10_000;

/** Judges whether services may run functions: by the functions' policies, or by their roles. */
export class Permissions {
  readonly #refusalToAct: RefusalToAct | undefined;
  readonly #verdicts = new Map<string, Verdict>();

  /** @param refusalToAct roles are not judged without it */
  constructor(refusalToAct: RefusalToAct | undefined) {
    this.#refusalToAct = refusalToAct;
  }

  /** Undefined when the service may. */
  async refusal(wish: Wish): Promise<NotPermitted | undefined> {
    const { credentialsArn } = wish.source;
    return credentialsArn === undefined
      ? refusalByPolicy(wish)
      : await this.#refusalByRole(wish, credentialsArn);
  }

  async #refusalByRole({ functionArn, source }: Wish, roleArn: string) {
    const key = `${source.principal} ${roleArn} ${functionArn}`;
    const now = systemClock.now();
    const known = this.#verdicts.get(key);
    if (known && now - known.judgedAt < verdictForMs) return known.refusal;
    const reason = await this.#refusalToAct?.({
      roleArn,
      service: source.principal,
      action: "lambda:InvokeFunction",
      resource: functionArn,
    });
    const refusal = reason && {
      reason: `${source.principal} may not run it as ${roleArn}: ${reason.received}`,
      change: reason.change,
    };
    if (this.#verdicts.size >= verdictsMax) this.#verdicts.clear();
    this.#verdicts.set(key, { refusal, judgedAt: now });
    return refusal;
  }
}

function refusalByPolicy({ latest, qualifier, source }: Wish): NotPermitted | undefined {
  const { principal, sourceArn } = source;
  const policy = qualifier ?? "$LATEST";
  const statements = Object.hasOwn(latest.policies, policy) ? latest.policies[policy] : undefined;
  const sourceAccount = parseArn(sourceArn)?.account ?? "";
  if (statements && allows(statements, { principal, sourceArn, sourceAccount })) return undefined;
  const what = policy === "$LATEST" ? latest.name : `${latest.name}:${policy}`;
  const named = policy === "$LATEST" ? "" : ` --qualifier ${policy}`;
  return {
    reason:
      `${principal} has no permission lambda:InvokeFunction on ${what} for the source ` +
      `${sourceArn}: ${statements?.length ?? 0} statements are there, and none allows it`,
    change:
      `aws lambda add-permission --function-name ${latest.name}${named} --statement-id ` +
      `permission-${(statements?.length ?? 0) + 1} --action lambda:InvokeFunction ` +
      `--principal ${principal} --source-arn '${sourceArn}'`,
  };
}

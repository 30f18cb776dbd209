import { parseArn } from "../foundation/arn.ts";
import { systemClock } from "../foundation/clock.ts";
import type { FunctionUrlSource, InvokeSource, ServiceSource } from "../foundation/invoke.ts";
import type { Reason } from "../foundation/reason.ts";
import { allows, type PolicyStatement } from "./domain/policy.ts";
import type { LatestRecord } from "./domain/record.ts";

/** Whether a service may take on a role and then do something; undefined when it may. */
export type RefusalToAct = (wish: {
  readonly roleArn: string;
  readonly service: string;
  readonly action: string;
  readonly resource: string;
}) => Promise<Reason | undefined>;

/** A run of a function that somebody asks for. */
export interface Wish<Source extends InvokeSource = InvokeSource> {
  readonly latest: LatestRecord;
  /** The version or alias that it named. */
  readonly qualifier: string | undefined;
  readonly functionArn: string;
  readonly source: Source;
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

/** Judges who may run functions: by the functions' policies, or by the roles of services. */
export class Permissions {
  readonly #refusalToAct: RefusalToAct | undefined;
  readonly #verdicts = new Map<string, Verdict>();

  /** @param refusalToAct roles are not judged without it */
  constructor(refusalToAct: RefusalToAct | undefined) {
    this.#refusalToAct = refusalToAct;
  }

  /** Undefined when the source may. */
  async refusal(wish: Wish): Promise<NotPermitted | undefined> {
    const { source } = wish;
    if (source.kind === "function-url") return refusalOfUrl({ ...wish, source });
    return source.credentialsArn === undefined
      ? refusalOfService({ ...wish, source })
      : await this.#refusalByRole({ ...wish, source }, source.credentialsArn);
  }

  async #refusalByRole({ functionArn, source }: Wish<ServiceSource>, roleArn: string) {
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

function refusalOfService(wish: Wish<ServiceSource>): NotPermitted | undefined {
  const { principal, sourceArn } = wish.source;
  const sourceAccount = parseArn(sourceArn)?.account ?? "";
  const statements = statementsFor(wish);
  const caller = { kind: "service", principal, sourceArn, sourceAccount } as const;
  if (allows(statements, caller)) return undefined;
  return {
    reason:
      `${principal} has no permission lambda:InvokeFunction on ${nameOf(wish)} for the source ` +
      `${sourceArn}: ${statements.length} statements are there, and none allows it`,
    change:
      `${addPermission(wish)} --action lambda:InvokeFunction ` +
      `--principal ${principal} --source-arn '${sourceArn}'`,
  };
}

function refusalOfUrl(wish: Wish<FunctionUrlSource>): NotPermitted | undefined {
  const { authType, caller } = wish.source;
  const isSigned = authType === "AWS_IAM";
  if (isSigned && !caller) {
    return {
      reason: `the URL of ${nameOf(wish)} has the auth type AWS_IAM, and the call is not signed`,
      change: "sign the call (Signature Version 4, service lambda)",
    };
  }
  // As the policies of users are not judged, whoever is of the account may.
  if (isSigned && caller?.account === wish.latest.tenant.account) return undefined;
  const statements = statementsFor(wish);
  if (allows(statements, wish.source)) return undefined;
  const who = isSigned && caller ? caller.arn : "everybody (*)";
  return {
    reason:
      `${who} has no permission lambda:InvokeFunctionUrl on ${nameOf(wish)} with the auth type ` +
      `${authType}: ${statements.length} statements are there, and none allows it`,
    change:
      `${addPermission(wish)} --action lambda:InvokeFunctionUrl ` +
      `--principal '${isSigned && caller ? caller.account : "*"}' ` +
      `--function-url-auth-type ${authType}`,
  };
}

/** The statements of the function, or of the version or alias that was named. */
function statementsFor({ latest, qualifier = "$LATEST" }: Wish): readonly PolicyStatement[] {
  const { policies } = latest;
  return (Object.hasOwn(policies, qualifier) ? policies[qualifier] : undefined) ?? [];
}

function nameOf({ latest, qualifier = "$LATEST" }: Wish): string {
  return qualifier === "$LATEST" ? latest.name : `${latest.name}:${qualifier}`;
}

function addPermission(wish: Wish): string {
  const { latest, qualifier = "$LATEST" } = wish;
  const named = qualifier === "$LATEST" ? "" : ` --qualifier ${qualifier}`;
  return (
    `aws lambda add-permission --function-name ${latest.name}${named} --statement-id ` +
    `permission-${statementsFor(wish).length + 1}`
  );
}

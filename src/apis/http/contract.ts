import type * as Sdk from "@aws-sdk/client-apigatewayv2";
import type { Note } from "../../diagnostics/note.ts";
import type { Tenant } from "../../foundation/arn.ts";
import type { Clock } from "../../foundation/clock.ts";
import type { Random } from "../../foundation/random.ts";
import { operationsOf } from "../../wire/operation.ts";
import type { PageTokens } from "../../wire/paging.ts";
import type { Changes } from "../changes.ts";
import type { Deployer } from "../deployer.ts";
import type { Api } from "../domain/api.ts";
import { notFound } from "../domain/refusal.ts";
import type { IssuerCheck } from "../issuer-check.ts";
import type { Current } from "../part-store.ts";
import type { ApiStore } from "../store.ts";

/** What every call of API Gateway's operations runs with. */
export interface HttpApiParts {
  readonly store: ApiStore;
  readonly changes: Changes;
  readonly deployer: Deployer;
  readonly checkIssuer: IssuerCheck;
  readonly pages: PageTokens;
  readonly clock: Clock;
  readonly random: Random;
  /** Keeps what an answer that refuses nothing means, for the person behind the client. */
  note(note: Note): void;
  /** The address under which an API is called, without a stage. */
  apiEndpoint(apiId: string, region: string): string;
}

/** What one call runs with. */
export interface HttpApiContext extends HttpApiParts {
  readonly tenant: Tenant;
  readonly requestId: string;
}

/** An operation of API Gateway V2; see `Operation`. */
export const operation = operationsOf<typeof Sdk, HttpApiContext>();

/**
 * The caller's API.
 *
 * @throws Fault when there is none, or when it is another account's or region's
 */
export async function requireApi(
  { store, tenant }: HttpApiContext,
  apiId: string,
): Promise<Current<Api>> {
  const found = await store.find(apiId);
  const { account, region } = tenant;
  if (found?.value.account === account && found.value.region === region) return found;
  throw unknownApi(tenant, apiId.slice(0, 128));
}

/** Changes the caller's API as one of several changes that wait for each other. */
export function changeApi<T>(
  context: HttpApiContext,
  apiId: string,
  work: (api: Current<Api>) => Promise<T>,
): Promise<T> {
  return context.changes.change(apiId, async () => work(await requireApi(context, apiId)));
}

/** @throws Fault when a part that the caller names is not there */
export function required<Part>(
  found: Part | undefined,
  kind: "Route" | "Integration" | "Authorizer" | "Deployment" | "stage",
): Part {
  if (found !== undefined) return found;
  throw notFound(`Invalid ${kind} identifier specified`, {
    check: kind.toLowerCase(),
    expected: `a ${kind.toLowerCase()} that the API has`,
    received: "another id",
    change: `list what there is with Get${kind === "stage" ? "Stage" : kind}s`,
  });
}

function unknownApi({ account, region }: Tenant, apiId: string) {
  return notFound(`Invalid API identifier specified ${account}:${apiId}`, {
    check: "api",
    expected: `an API of account ${account} in ${region}`,
    received: apiId,
    change: "check the id by GetApis; the credentials and the region say whose APIs those are",
  });
}

import type { Tenant } from "../foundation/arn.ts";
import type { Clock } from "../foundation/clock.ts";
import type { Random } from "../foundation/random.ts";
import type { Reason } from "../foundation/reason.ts";
import type { Keyring } from "../storage/keyring.ts";
import type { Records } from "../storage/records.ts";
import type { PageTokens } from "../wire/paging.ts";
import type { ServiceDefinition } from "../wire/service.ts";
import type { SessionCredentials } from "../wire/signature.ts";
import { type Deed, refusalOfDeed } from "./domain/permission.ts";
import { parseRoleArn } from "./domain/role.ts";
import { refusalToAssume } from "./domain/trust.ts";
import type { IamContext } from "./iam/contract.ts";
import { iamDefinition } from "./iam/service.ts";
import { createPolicyStore } from "./policy-store.ts";
import { createSessions, type TemporaryCredentials } from "./sessions.ts";
import { createRoleStore } from "./store.ts";
import type { StsContext } from "./sts/contract.ts";
import { stsDefinition } from "./sts/service.ts";

export type { TemporaryCredentials };

interface Deps {
  readonly records: Records;
  readonly keyring: Keyring;
  readonly pageTokens: PageTokens;
  readonly clock: Clock;
  readonly random: Random;
}

/** What the access part offers to the rest of the server. */
export interface Access {
  readonly iam: ServiceDefinition<IamContext>;
  readonly sts: ServiceDefinition<StsContext>;
  /** Recognises the temporary credentials that were made here. */
  readonly sessionCredentials: SessionCredentials;
  /**
   * Credentials under which a function runs, good for 12 hours.
   * @param roleArn a role of the tenant's account
   * @param sessionName tells the holder apart in logs: a function's name
   */
  credentialsFor(roleArn: string, tenant: Tenant, sessionName?: string): TemporaryCredentials;
  /** Whether the role's trust policy lets in a service, such as `lambda.amazonaws.com`. */
  canAssume(roleArn: string, servicePrincipal: string): Promise<boolean>;
  /** Why a service may not take on a role and then do something; undefined when it may. */
  refusalToAct(wish: ServiceDeed): Promise<Reason | undefined>;
}

interface ServiceDeed extends Deed {
  readonly roleArn: string;
  /** Such as `apigateway.amazonaws.com`. */
  readonly service: string;
}

const serviceSessionSeconds = 12 * 3600;

/** Makes IAM and STS, as far as roles and their policies go. */
export function createAccess(deps: Deps): Access {
  const { records, pageTokens, clock, random } = deps;
  const roles = createRoleStore(records);
  const policies = createPolicyStore(records);
  const sessions = createSessions(deps);
  return {
    iam: iamDefinition({ roles, policies, pageTokens, clock, random }),
    sts: stsDefinition({ roles, sessions }),
    sessionCredentials: sessions.find,
    credentialsFor(roleArn, { account }, sessionName = "gatepool") {
      const role = parseRoleArn(roleArn);
      if (role?.account !== account) {
        throw new Error(`${roleArn} is not the ARN of a role of account ${account}`);
      }
      const durationSeconds = serviceSessionSeconds;
      return sessions.issue({ account, roleName: role.name, sessionName, durationSeconds });
    },
    async canAssume(roleArn, servicePrincipal) {
      const role = await roles.byArn(roleArn);
      if (!role) return false;
      return refusalToAssume(role, { kind: "service", name: servicePrincipal }) === undefined;
    },
    async refusalToAct({ roleArn, service, action, resource }) {
      const role = await roles.byArn(roleArn);
      if (!role) return missingRole(roleArn);
      const untrusted = refusalToAssume(role, { kind: "service", name: service });
      if (untrusted) return untrusted;
      const { attachedPolicyArns, boundaryArn } = role;
      const arns = boundaryArn === undefined ? [] : [boundaryArn];
      const documents = await policies.documentsOf([...arns, ...attachedPolicyArns]);
      return refusalOfDeed(role, { action, resource }, documents);
    },
  };
}

function missingRole(roleArn: string): Reason {
  return {
    check: "role",
    expected: `the role ${roleArn}`,
    received: "there is no such role",
    change: "create the role, or correct the ARN where it is configured",
  };
}

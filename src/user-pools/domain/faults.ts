import type { Tenant } from "../../foundation/arn.ts";
import { Fault, type FaultDetails } from "../../foundation/fault.ts";
import type { Reason } from "../../foundation/reason.ts";

/** Refusals that more than one rule gives. `reason` is for the operator, never for the client. */

export function invalidParameter(message: string, reason?: Reason): Fault {
  return new Fault("InvalidParameterException", message, detailsOf(reason));
}

export function notAuthorized(message: string, reason?: Reason): Fault {
  return new Fault("NotAuthorizedException", message, detailsOf(reason));
}

export function poolNotFound(userPoolId: string, { account, region }: Tenant): Fault {
  return new Fault("ResourceNotFoundException", `User pool ${userPoolId} does not exist.`, {
    reason: {
      check: "user pool",
      expected: `a pool of account ${account} in ${region}`,
      received: userPoolId,
      change:
        "Check the id, the region, and the account, which in development is the access key id " +
        "where that is twelve digits.",
    },
  });
}

export function clientNotFound(clientId: string): Fault {
  return new Fault("ResourceNotFoundException", `User pool client ${clientId} does not exist.`, {
    reason: {
      check: "app client",
      expected: "the id of an app client of the pool",
      received: clientId,
      change: "Check the id with ListUserPoolClients.",
    },
  });
}

export function groupNotFound(name: string): Fault {
  return new Fault("ResourceNotFoundException", "Group not found.", {
    reason: {
      check: "group",
      expected: "the name of a group of the pool",
      received: name,
      change: "Check the name with ListGroups; upper and lower case differ.",
    },
  });
}

/** Somebody else wrote between this call's reading and its writing. */
export function changedMeanwhile(): Fault {
  return new Fault(
    "ConcurrentModificationException",
    "The resource was changed by another call at the same time. Try again.",
  );
}

export function userDisabled(): Fault {
  return notAuthorized("User is disabled.", {
    check: "user enabled",
    expected: "an enabled user",
    received: "a disabled one",
    change: "Enable the user with AdminEnableUser.",
  });
}

export function userNotFound(reason?: Reason): Fault {
  return new Fault("UserNotFoundException", "User does not exist.", detailsOf(reason));
}

/** Somebody else of the pool signs in by the value that this attribute would have. */
export function aliasExists(attribute: string): Fault {
  const message = `An account with the given ${attribute} already exists.`;
  return new Fault("AliasExistsException", message, {
    reason: {
      check: "sign-in names",
      expected: `a value of ${attribute} by which nobody signs in`,
      received: "one that another user of the pool has",
      change: "Use another value, or take it from the other user first.",
    },
  });
}

/** A setting that costs more than the pool's tier. */
export function featureUnavailable(feature: string, tier: string): Fault {
  return new Fault(
    "FeatureUnavailableInTierException",
    "The following features need to be disabled for the " +
      `${tier} pricing tier configured: ${feature}`,
    {
      reason: {
        check: "pricing tier",
        expected: `UserPoolTier ESSENTIALS or PLUS for ${feature}`,
        received: tier,
        change:
          "Leave the feature out, or raise the pool's UserPoolTier (nothing costs more here).",
      },
    },
  );
}

/** A setting that would change what the server does, and that it does not honour yet. */
export function notSupported(member: string, received: string): Fault {
  return invalidParameter(`${member} is not supported by this server yet.`, {
    check: member,
    expected: `no ${member}, or its default`,
    received,
    change: `Leave ${member} out; docs/compatibility.md lists what is supported.`,
  });
}

function detailsOf(reason: Reason | undefined): FaultDetails {
  return reason === undefined ? {} : { reason };
}

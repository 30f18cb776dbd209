import type { Caller, Refusal } from "../../wire/authenticate.ts";

/** A signature for another service or region says nothing about this one. */
export function refusalOfScope(
  { service, region }: Caller,
  ownRegion: string,
): Refusal | undefined {
  if (service === "lambda" && region === ownRegion) return undefined;
  const message =
    service === "lambda"
      ? `Credential should be scoped to a valid region, not '${region}'. `
      : "Credential should be scoped to correct service: 'lambda'. ";
  return {
    kind: "mismatch",
    message,
    reason: {
      check: "signature scope",
      expected: `service lambda in region ${ownRegion}`,
      received: `service ${service} in region ${region}`,
      change: `Sign for the service lambda and the region ${ownRegion}, which the URL names.`,
    },
  };
}

/** There is no signature. */
export const unsigned: Refusal = {
  kind: "missing",
  message: "Missing Authentication Token",
  reason: {
    check: "signature",
    expected: "a request signed with AWS Signature Version 4, as the URL's AuthType is AWS_IAM",
    received: "a request without a signature",
    change: "Sign the request for the service lambda, or set the URL's AuthType to NONE.",
  },
};

/** Whoever reads the request next might read another signature. */
export const repeated: Refusal = {
  kind: "incomplete",
  message: "The Authorization header must be sent once.",
  reason: {
    check: "signature",
    expected: "one Authorization header",
    received: "several",
    change: "Send the header once.",
  },
};

/**
 * A server that takes any signature must not take those that the page of another site makes up.
 */
export function foreignPage(origin: string): Refusal {
  return {
    kind: "missing",
    message: "Missing Authentication Token",
    reason: {
      check: "origin",
      expected: "a program, or a page that may sign: this server takes any signature",
      received: origin === "" ? "a page of another site" : `a page of ${origin}`,
      change:
        "Allow the origin in the URL's CORS configuration, start the server with " +
        "--allowed-origin, or configure access keys.",
    },
  };
}

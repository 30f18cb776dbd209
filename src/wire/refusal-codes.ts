import type { RefusalKind } from "./authenticate.ts";
import type { Protocol } from "./shape.ts";

/** How each protocol names what keeps a request out. */
const queryCodes: Readonly<Record<RefusalKind, string>> = {
  missing: "MissingAuthenticationToken",
  incomplete: "IncompleteSignature",
  unrecognized: "InvalidClientTokenId",
  expired: "ExpiredToken",
  late: "SignatureDoesNotMatch",
  lapsed: "SignatureDoesNotMatch",
  mismatch: "SignatureDoesNotMatch",
};

/** S3's own. */
const xmlCodes: Readonly<Record<RefusalKind, string>> = {
  missing: "AccessDenied",
  incomplete: "AuthorizationHeaderMalformed",
  unrecognized: "InvalidAccessKeyId",
  expired: "ExpiredToken",
  late: "RequestTimeTooSkewed",
  lapsed: "AccessDenied",
  mismatch: "SignatureDoesNotMatch",
};

const jsonCodes: Readonly<Record<RefusalKind, string>> = {
  missing: "MissingAuthenticationTokenException",
  incomplete: "IncompleteSignatureException",
  unrecognized: "UnrecognizedClientException",
  expired: "ExpiredTokenException",
  late: "InvalidSignatureException",
  lapsed: "InvalidSignatureException",
  mismatch: "InvalidSignatureException",
};

/** Code of the fault that answers a request without a good signature. */
export function refusalCode(protocol: Protocol, kind: RefusalKind): string {
  if (protocol === "rest-xml") return xmlCodes[kind];
  return (protocol === "aws-query" ? queryCodes : jsonCodes)[kind];
}

/** JSON services answer 400 to what is 403 elsewhere. */
export function refusalStatus(protocol: Protocol): number {
  return protocol === "aws-json" ? 400 : 403;
}

const refusalCodes: ReadonlySet<string> = new Set(
  [queryCodes, jsonCodes, xmlCodes].flatMap((codes) => Object.values(codes)),
);

/** Faults that any operation may answer with, though none declares them, and their status. */
const commonFaults: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  AccessDeniedException: 400,
  InternalFailure: 500,
  InternalErrorException: 500,
  MalformedInput: 400,
  NotImplemented: 501,
  RequestEntityTooLarge: 413,
  SerializationException: 400,
  ServiceUnavailable: 503,
  Throttling: 400,
  ThrottlingException: 400,
  UnknownOperationException: 400,
  InvalidAction: 400,
  ValidationError: 400,
  ValidationException: 400,
};

/** Status of a common fault in a protocol; undefined when it is none. */
export function commonStatus(protocol: Protocol, code: string): number | undefined {
  if (refusalCodes.has(code)) return refusalStatus(protocol);
  if (!Object.hasOwn(commonFaults, code)) return undefined;
  if (protocol === "rest-json") {
    if (code === "AccessDeniedException") return 403;
    if (code === "UnknownOperationException") return 404;
    if (code === "ThrottlingException") return 429;
  }
  return commonFaults[code];
}

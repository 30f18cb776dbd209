import { Fault } from "../../foundation/fault.ts";
import { isRecord, type JsonObject, stringsOf } from "./json.ts";

/** One statement of a policy, its lists spelled out. */
export interface Statement {
  readonly effect: "Allow" | "Deny";
  readonly principals: readonly Principal[];
  readonly actions: readonly string[];
  readonly conditions: readonly Condition[];
  /** Elements that are kept but cannot be evaluated here, such as `NotAction`. */
  readonly unsupported: readonly string[];
}

/** Whom a statement speaks of: `AWS`, `Service`, `Federated` or `CanonicalUser`, and who. */
export interface Principal {
  readonly type: string;
  readonly value: string;
}

/** `StringEquals: { key: values }`, one key at a time. */
export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

const documentElements = new Set(["Version", "Id", "Statement"]);
const statementElements = new Set([
  ...["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction"],
  ...["Resource", "NotResource", "Condition"],
]);
const principalTypes = new Set(["AWS", "Service", "Federated", "CanonicalUser"]);

/**
 * Reads a role's trust policy.
 * @throws Fault MalformedPolicyDocument with IAM's text.
 */
export function readTrustPolicy(text: string): Statement[] {
  return statementsOf(text).map((statement) => {
    if ("Resource" in statement || "NotResource" in statement) {
      throw malformed("Has prohibited field Resource");
    }
    if (!("Principal" in statement || "NotPrincipal" in statement)) {
      throw malformed("Missing required field Principal");
    }
    const read = readStatement(statement);
    if (read.actions.some((action) => action !== "*" && !/^sts:/i.test(action))) {
      throw malformed("AssumeRole policy may only specify STS AssumeRole actions.");
    }
    return read;
  });
}

/**
 * Checks a policy that says what a role may do.
 * @throws Fault MalformedPolicyDocument with IAM's text.
 */
export function checkPermissionsPolicy(text: string): void {
  for (const statement of statementsOf(text, "2012-10-17")) {
    if ("Principal" in statement || "NotPrincipal" in statement) {
      throw malformed("Policy document should not specify a principal.");
    }
    readStatement(statement);
    const resources = stringsOf(statement.Resource ?? statement.NotResource ?? []);
    if (resources === undefined) throw malformed("Syntax errors in policy.");
    if (resources.length === 0) throw malformed("Policy statement must contain resources.");
    const odd = resources.find((resource) => resource !== "*" && !resource.startsWith("arn:"));
    if (odd !== undefined) throw malformed(`Resource ${odd} must be in ARN format or "*".`);
  }
}

/** The statements of a document, each known to be an object of known elements. */
function statementsOf(text: string, oldestVersion = "2008-10-17"): JsonObject[] {
  const document = parse(text);
  if (!isRecord(document) || Object.keys(document).some((name) => !documentElements.has(name))) {
    throw malformed("Syntax errors in policy.");
  }
  // A document that names no version is of the oldest one.
  const version = document.Version ?? "2008-10-17";
  if (version !== "2012-10-17" && version !== "2008-10-17") {
    throw malformed("Syntax errors in policy.");
  }
  if (version < oldestVersion) {
    throw malformed("Policy document must be version 2012-10-17 or greater.");
  }
  const { Statement } = document;
  const statements: unknown[] = Array.isArray(Statement) ? Statement : [Statement];
  if (statements.length === 0 || !statements.every(isRecord)) {
    throw malformed("Syntax errors in policy.");
  }
  refuseRepeatedSids(statements);
  return statements;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed("This policy contains invalid Json");
  }
}

function refuseRepeatedSids(statements: readonly JsonObject[]): void {
  const sids = statements.map((statement) => statement.Sid).filter((sid) => sid !== undefined);
  if (new Set(sids).size !== sids.length) {
    throw malformed("Statement IDs (SID) in a single policy must be unique.");
  }
}

function readStatement(statement: JsonObject): Statement {
  const { Effect, Sid } = statement;
  const known = Object.keys(statement).every((name) => statementElements.has(name));
  if (!known || (Effect !== "Allow" && Effect !== "Deny")) {
    throw malformed("Syntax errors in policy.");
  }
  if (Sid !== undefined && typeof Sid !== "string") throw malformed("Syntax errors in policy.");
  return {
    effect: Effect,
    principals: readPrincipals(statement.Principal),
    actions: readActions(statement),
    conditions: readConditions(statement.Condition),
    unsupported: ["NotPrincipal", "NotAction"].filter((name) => name in statement),
  };
}

function readActions(statement: JsonObject): string[] {
  if ("Action" in statement && "NotAction" in statement) {
    throw malformed("Syntax errors in policy.");
  }
  const actions = stringsOf(statement.Action ?? statement.NotAction ?? []);
  if (actions === undefined) throw malformed("Syntax errors in policy.");
  if (actions.length === 0) throw malformed("Policy statement must contain actions.");
  if (actions.some((action) => action !== "*" && !action.includes(":"))) {
    throw malformed("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
  }
  return actions;
}

function readPrincipals(principal: unknown): Principal[] {
  if (principal === undefined) return [];
  if (principal === "*") return [{ type: "AWS", value: "*" }];
  if (!isRecord(principal)) throw malformed("Syntax errors in policy.");
  return Object.entries(principal).flatMap(([type, listed]) => {
    const values = stringsOf(listed);
    if (values === undefined) throw malformed("Syntax errors in policy.");
    return values.map((value) => {
      if (!isPrincipal(type, value)) {
        throw malformed(`Invalid principal in policy: "${type.toUpperCase()}":"${value}"`);
      }
      return { type, value };
    });
  });
}

function isPrincipal(type: string, value: string): boolean {
  if (type === "AWS")
    return value === "*" || /^(\d{12}|arn:[\w-]+:(iam|sts)::\d{12}:.+)$/.test(value);
  if (type === "Service") return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(value);
  return principalTypes.has(type) && value !== "";
}

function readConditions(block: unknown): Condition[] {
  if (block === undefined) return [];
  if (!isRecord(block)) throw malformed("Syntax errors in policy.");
  return Object.entries(block).flatMap(([operator, keys]) => {
    if (!isRecord(keys)) throw malformed("Syntax errors in policy.");
    return Object.entries(keys).map(([key, listed]) => {
      const values = stringsOf(listed);
      if (values === undefined) throw malformed("Syntax errors in policy.");
      return { operator, key, values };
    });
  });
}

function malformed(message: string): Fault {
  return new Fault("MalformedPolicyDocumentException", message);
}

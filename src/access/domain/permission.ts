import { matchesPattern } from "../../foundation/pattern.ts";
import type { Reason } from "../../foundation/reason.ts";
import { isRecord, type JsonObject, stringsOf } from "./json.ts";
import { type Role, roleArnOf } from "./role.ts";

/** What somebody wants to do under a role, such as `lambda:InvokeFunction` on a function. */
export interface Deed {
  readonly action: string;
  readonly resource: string;
}

/** The documents of the account's own managed policies, by their ARNs. */
type Documents = ReadonlyMap<string, string>;

/** AWS's own policies that let run functions; what the others allow is not known here. */
const managed: Readonly<Record<string, string>> = {
  "arn:aws:iam::aws:policy/AdministratorAccess": "*",
  "arn:aws:iam::aws:policy/PowerUserAccess": "*",
  "arn:aws:iam::aws:policy/AWSLambda_FullAccess": "lambda:*",
  "arn:aws:iam::aws:policy/service-role/AWSLambdaRole": "lambda:InvokeFunction",
};

/**
 * Decides whether a role's policies let it do something. A denial wins; what cannot be evaluated
 * never opens anything: an Allow with a condition does not count, a Deny with one does.
 *
 * @returns undefined when it may; otherwise why not.
 */
export function refusalOfDeed(
  role: Role,
  deed: Deed,
  documents: Documents = new Map(),
): Reason | undefined {
  const inline = role.inlinePolicies.map(({ document }) => document);
  const attached = role.attachedPolicyArns.flatMap((arn) => documents.get(arn) ?? []);
  const statements = [...inline, ...attached].flatMap(statementsOf);
  const covering = statements.filter((statement) => covers(statement, deed));
  if (covering.some(({ Effect }) => Effect === "Deny")) {
    return reasonOf(role, deed, "a statement that denies it");
  }
  const { boundaryArn } = role;
  if (boundaryArn !== undefined && !boundaryAllows(boundaryArn, deed, documents)) {
    return reasonOf(role, deed, `the permissions boundary ${boundaryArn}`);
  }
  const isAllowed =
    covering.some(isPlainAllow) || role.attachedPolicyArns.some((arn) => managedAllows(arn, deed));
  if (isAllowed) return undefined;
  const conditional = covering.length > 0 ? ", but for conditions, which are not evaluated" : "";
  return reasonOf(role, deed, `policies that do not allow it${conditional}`);
}

function boundaryAllows(arn: string, deed: Deed, documents: Documents): boolean {
  const document = documents.get(arn);
  if (document === undefined) return managedAllows(arn, deed);
  const covering = statementsOf(document).filter((statement) => covers(statement, deed));
  return covering.some(isPlainAllow) && !covering.some(({ Effect }) => Effect === "Deny");
}

function isPlainAllow(statement: JsonObject): boolean {
  return statement.Effect === "Allow" && !("Condition" in statement);
}

function managedAllows(arn: string, { action }: Deed): boolean {
  const allowed = Object.hasOwn(managed, arn) ? managed[arn] : undefined;
  return allowed !== undefined && matchesPattern(allowed, action);
}

/** Documents are checked when they are put. */
function statementsOf(text: string): JsonObject[] {
  const document: unknown = JSON.parse(text);
  const listed = isRecord(document) ? document.Statement : undefined;
  const statements: unknown[] = Array.isArray(listed) ? listed : [listed];
  return statements.filter(isRecord);
}

function covers(statement: JsonObject, { action, resource }: Deed): boolean {
  const { Action, NotAction, Resource, NotResource } = statement;
  const named = stringsOf(Action ?? NotAction) ?? [];
  const meansAction = named.some((each) =>
    matchesPattern(each.toLowerCase(), action.toLowerCase()),
  );
  const places = stringsOf(Resource ?? NotResource) ?? [];
  const meansResource = places.some((each) => matchesPattern(each, resource));
  return meansAction === (NotAction === undefined) && meansResource === (NotResource === undefined);
}

function reasonOf(role: Role, { action, resource }: Deed, received: string): Reason {
  const statement = { Effect: "Allow", Action: action, Resource: resource };
  return {
    check: "policies of the role",
    expected: `a policy of ${roleArnOf(role)} that allows ${action} on ${resource}`,
    received: `${roleArnOf(role)} has ${received}`,
    change: `Give the role an inline policy (PutRolePolicy) with ${JSON.stringify(statement)}`,
  };
}

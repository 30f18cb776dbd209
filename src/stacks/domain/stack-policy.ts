/** What an update does to a resource, in the words of stack policies. */
export type UpdateAction = "Update:Modify" | "Update:Replace" | "Update:Delete";

/** Which updates a stack allows. */
export interface StackPolicy {
  readonly statements: readonly Statement[];
}

interface Statement {
  readonly effect: "Allow" | "Deny";
  readonly actions: Choice;
  readonly resources: Choice;
  /** Types of resources, with `*` for anything. */
  readonly types?: readonly string[];
}

interface Choice {
  readonly patterns: readonly string[];
  /** All but these. */
  readonly inverted: boolean;
}

/** What is wrong with a stack policy. */
export class InvalidStackPolicy extends Error {
  override readonly name = "InvalidStackPolicy";
}

/** @throws InvalidStackPolicy */
export function parseStackPolicy(text: string): StackPolicy {
  const document = readJson(text);
  const statements = document.Statement;
  refuseOthers(document, ["Statement", "Version"]);
  if (!Array.isArray(statements) || statements.length === 0) {
    throw new InvalidStackPolicy("Statement must be a list that is not empty");
  }
  return { statements: statements.map(statementFrom) };
}

/**
 * Why an update may not do something to a resource; undefined when it may. Where there is a
 * policy, what no statement allows is denied.
 */
export function denialOf(
  { statements }: StackPolicy,
  action: UpdateAction,
  { logicalId, type }: { readonly logicalId: string; readonly type: string },
): string | undefined {
  const speaking = statements
    .map((statement, index) => ({ ...statement, number: index + 1 }))
    .filter(
      ({ actions, resources, types }) =>
        isChosen(actions, action) &&
        isChosen(resources, `LogicalResourceId/${logicalId}`) &&
        (types === undefined || types.some((pattern) => matches(pattern, type))),
    );
  const denying = speaking.find(({ effect }) => effect === "Deny");
  if (!denying && speaking.length > 0) return undefined;
  const what = `[${action}] for resource [${logicalId}]`;
  return denying
    ? `Action denied by stack policy: Statement [#${denying.number}] does not allow ${what}`
    : `Action not allowed by stack policy: no statement allows ${what}`;
}

type Members = Readonly<Record<string, unknown>>;

function readJson(text: string): Members {
  try {
    return membersOf(JSON.parse(text), "the policy");
  } catch (error) {
    if (error instanceof InvalidStackPolicy) throw error;
    throw new InvalidStackPolicy("it is no JSON");
  }
}

function statementFrom(value: unknown): Statement {
  const members = membersOf(value, "a statement");
  const known = ["Sid", "Effect", "Action", "NotAction", "Principal", "Resource", "NotResource"];
  refuseOthers(members, [...known, "Condition"]);
  const { Effect: effect, Principal } = members;
  if (effect !== "Allow" && effect !== "Deny") {
    throw new InvalidStackPolicy("Effect must be Allow or Deny");
  }
  if (Principal !== "*") throw new InvalidStackPolicy("Principal must be *");
  const types = typesFrom(members.Condition);
  return {
    effect,
    actions: choiceFrom(members, "Action", /^(?:\*|Update:[\w*]+)$/i),
    resources: choiceFrom(members, "Resource", /^(?:\*|LogicalResourceId\/.+)$/),
    ...(types && { types }),
  };
}

function choiceFrom(members: Members, name: string, form: RegExp): Choice {
  const inverted = members[`Not${name}`] !== undefined;
  if (inverted === (members[name] !== undefined)) {
    throw new InvalidStackPolicy(`a statement must have ${name} or Not${name}`);
  }
  const patterns = textsFrom(members[inverted ? `Not${name}` : name], name);
  const wrong = patterns.find((pattern) => !form.test(pattern));
  if (wrong !== undefined) throw new InvalidStackPolicy(`${name} cannot be ${wrong}`);
  return { patterns, inverted };
}

/** The one condition that there is: on the type of the resource. */
function typesFrom(condition: unknown): readonly string[] | undefined {
  if (condition === undefined) return undefined;
  const members = membersOf(condition, "Condition");
  refuseOthers(members, ["StringEquals", "StringLike"]);
  const [compared, ...others] = Object.values(members);
  if (compared === undefined || others.length > 0) {
    throw new InvalidStackPolicy("Condition must have one of StringEquals and StringLike");
  }
  const { ResourceType, ...rest } = membersOf(compared, "Condition");
  refuseOthers(rest, []);
  return textsFrom(ResourceType, "ResourceType");
}

function textsFrom(value: unknown, name: string): string[] {
  const texts: unknown[] = Array.isArray(value) ? value : [value];
  const found = texts.filter((text) => typeof text === "string");
  if (found.length === texts.length && found.length > 0) return found;
  throw new InvalidStackPolicy(`${name} must be a text or a list of texts`);
}

function membersOf(value: unknown, what: string): Members {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new InvalidStackPolicy(`${what} must be an object`);
}

function refuseOthers(members: Members, known: readonly string[]): void {
  const unknown = Object.keys(members).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new InvalidStackPolicy(`${unknown.join(", ")} is not known there`);
}

function isChosen({ patterns, inverted }: Choice, text: string): boolean {
  return patterns.some((pattern) => matches(pattern, text)) !== inverted;
}

/** `*` stands for anything. What is between has to come in this order. */
function matches(pattern: string, text: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  if (rest.length === 0) return pattern === text;
  if (!text.startsWith(first)) return false;
  const last = rest.pop() ?? "";
  let position = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, position);
    if (found === -1) return false;
    position = found + part.length;
  }
  return text.length - last.length >= position && text.endsWith(last);
}

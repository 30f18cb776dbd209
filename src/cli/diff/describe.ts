import type { Change, ResourceChange, ResourceChangeDetail } from "@aws-sdk/client-cloudformation";
import { oneLine } from "../deploy/draw.ts";
import { isSecurityRelevant } from "./security.ts";

/** Colours a text; leaves it as it is where there are no colours. */
export type Paint = (style: "green" | "yellow" | "red" | "dim" | "bold", text: string) => string;

/** What a deployment would change of a stack, a line a resource and one a property. */
export function describeChanges(
  stackName: string,
  changes: readonly Change[],
  paint: Paint,
): string[] {
  const resources = changes.flatMap(({ ResourceChange }) => ResourceChange ?? []);
  const sensitive = resources.filter(isSecurityRelevant);
  const ids = sensitive.map(({ LogicalResourceId }) => LogicalResourceId).join(", ");
  return [
    paint("bold", stackName),
    ...resources.flatMap((change) => linesOf(change, paint)),
    ...(sensitive.length > 0 ? [`  ${paint("yellow", `Who may do what: look at ${ids}.`)}`] : []),
    `  ${summaryOf(resources)}`,
  ];
}

function linesOf(change: ResourceChange, paint: Paint): string[] {
  const { LogicalResourceId = "", ResourceType = "", Details = [] } = change;
  const { mark, style, words } = kindOf(change);
  const security = isSecurityRelevant(change) ? `  ${paint("yellow", "(security)")}` : "";
  const title = `${mark} ${oneLine(ResourceType)}  ${oneLine(LogicalResourceId)}${words}`;
  return [`  ${paint(style, title)}${security}`, ...propertyLines(Details, paint)];
}

function kindOf({ Action, Replacement, PolicyAction }: ResourceChange) {
  if (Action === "Add") return { mark: "+", style: "green", words: "" } as const;
  if (Action === "Import")
    return { mark: "+", style: "green", words: "  (is taken over)" } as const;
  if (Action === "Remove") {
    const words = PolicyAction === "Retain" ? "  (leaves the stack, and stays)" : "";
    return { mark: "-", style: "red", words } as const;
  }
  if (Replacement === "True") return { mark: "±", style: "red", words: "  (is replaced)" } as const;
  const words = Replacement === "Conditional" ? "  (may be replaced)" : "";
  return { mark: "~", style: "yellow", words } as const;
}

/** A property is told once, however many causes its change has. */
function propertyLines(details: readonly ResourceChangeDetail[], paint: Paint): string[] {
  const lines = details.flatMap(({ Target }) => {
    if (Target === undefined) return [];
    const name = Target.Name ?? Target.Attribute ?? "";
    const values = [Target.BeforeValue, Target.AfterValue];
    const shown = values.some((value) => value !== undefined)
      ? `: ${values.map((value) => shorten(value)).join(" → ")}`
      : "";
    const forces =
      Target.RequiresRecreation === "Always" ? paint("red", "  forces replacement") : "";
    return [`      ${paint("dim", oneLine(`${name}${shown}`))}${forces}`];
  });
  return [...new Set(lines)];
}

const valueMax = 60;

function shorten(value: string | undefined): string {
  if (value === undefined) return "nothing";
  const text = oneLine(value);
  return text.length > valueMax ? `${text.slice(0, valueMax)}…` : text;
}

function summaryOf(changes: readonly ResourceChange[]): string {
  if (changes.length === 0) return "No resource changes: only outputs, tags or the like do.";
  const count = (...actions: string[]) =>
    changes.filter(({ Action = "" }) => actions.includes(Action)).length;
  const replaced = changes.filter(({ Replacement }) => Replacement === "True").length;
  const parts = [
    `${count("Add", "Import")} to add`,
    `${count("Modify", "Dynamic")} to change${replaced > 0 ? ` (${replaced} to replace)` : ""}`,
    `${count("Remove")} to remove`,
  ];
  return parts.join(", ");
}

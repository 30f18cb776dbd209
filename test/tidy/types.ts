import { Visitor } from "oxc-parser";
import type { Complaint, Repository, Source } from "./repository.ts";

/** The wire, and the generator of its tables, which reads what the SDK packages leave untyped. */
const bytesBecomeTypes = /^(src\/wire|tools\/shapes)\//;

/** No `any`; assertions only where bytes become types. */
export function typeRules({ sources }: Repository): Complaint[] {
  return sources.flatMap(complaintsOf);
}

function complaintsOf(source: Source): Complaint[] {
  const complaints: Complaint[] = [];
  const complain = (position: number, rule: string, message: string) =>
    complaints.push({ file: source.path, line: source.lineAt(position), rule, message });
  const mayAssert = bytesBecomeTypes.test(source.path);
  const assertion = "an assertion hides a mistake: annotate, narrow, or check instead";
  new Visitor({
    TSAnyKeyword: (node) => complain(node.start, "any", "say what it is, or unknown"),
    TSAsExpression({ typeAnnotation, start }) {
      const isConst =
        typeAnnotation.type === "TSTypeReference" &&
        typeAnnotation.typeName.type === "Identifier" &&
        typeAnnotation.typeName.name === "const";
      if (!mayAssert && !isConst) complain(start, "as", assertion);
    },
    TSTypeAssertion({ start }) {
      if (!mayAssert) complain(start, "as", assertion);
    },
  }).visit(source.program);
  return complaints;
}

import { TemplateError } from "./template-error.ts";

type Block = "Conditions" | "Resources" | "Outputs";

/** Names that `Ref`, `Fn::Sub` or `DependsOn` have for what is not there. */
export function unresolvedResources(names: readonly string[], block: Block): TemplateError {
  const list = [...new Set(names)].join(", ");
  return new TemplateError(
    `Template format error: Unresolved resource dependencies [${list}] ` +
      `in the ${block} block of the template`,
  );
}

/** A condition that the template does not have. */
export function unresolvedCondition(name: string, block: Block): TemplateError {
  return new TemplateError(
    `Template format error: Unresolved condition dependency ${name} ` +
      `in the ${block} block of the template`,
  );
}

/** A resource that `Fn::GetAtt` or `Fn::Sub` asks for an attribute, and that is not there. */
export function undefinedResource(logicalId: string): TemplateError {
  return new TemplateError(
    `Template error: instance of Fn::GetAtt references undefined resource ${logicalId}`,
  );
}

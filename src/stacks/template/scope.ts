import type { PseudoParameters } from "./pseudo-parameters.ts";
import type { Template } from "./template.ts";

/** What the functions of a template look things up in. */
export interface Scope {
  readonly parameters: ParameterValues;
  readonly pseudo: PseudoParameters;
  readonly mappings: Template["mappings"];
  /** As evaluateConditions answers them. */
  readonly conditions: ReadonlyMap<string, boolean>;
  /** A resource that stands; undefined where there is none (yet). */
  resource(logicalId: string): ResourceValues | undefined;
  /** What another stack exports under a name. */
  imports(name: string): string | undefined;
  /**
   * Stands for what only the creation of a resource will tell, where a change is looked at before
   * it is made. Without it such a reference is refused.
   */
  readonly unknown?: string;
}

/** Values of parameters, those of SSM-typed ones looked up. */
export type ParameterValues = ReadonlyMap<string, string | readonly string[]>;

/** What `Ref` and `Fn::GetAtt` answer for a resource. */
export interface ResourceValues {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

import type { Value, Values } from "./value.ts";

/** A template as it was written: functions are not evaluated, members keep their order. */
export interface Template {
  readonly version?: string;
  readonly description?: string;
  readonly metadata?: Values;
  /** Macros by name; one is supported, see checkTemplate. */
  readonly transform?: Value;
  /**
   * The whole of a template that has to be expanded first, by expandTemplate. Until then resources
   * are but an outline, and there are no conditions and outputs.
   */
  readonly unexpanded?: Values;
  readonly parameters: ReadonlyMap<string, TemplateParameter>;
  readonly rules: ReadonlyMap<string, TemplateRule>;
  readonly mappings: ReadonlyMap<string, Mapping>;
  readonly conditions: ReadonlyMap<string, Value>;
  readonly resources: ReadonlyMap<string, TemplateResource>;
  readonly outputs: ReadonlyMap<string, TemplateOutput>;
}

/** What a parameter's value has to be. */
export interface TemplateParameter {
  readonly type: string;
  readonly default?: string;
  readonly noEcho: boolean;
  readonly description?: string;
  readonly constraintDescription?: string;
  readonly allowedValues?: readonly string[];
  readonly allowedPattern?: string;
  readonly lengthMin?: number;
  readonly lengthMax?: number;
  readonly valueMin?: number;
  readonly valueMax?: number;
}

/** What has to hold for parameters taken together. */
export interface TemplateRule {
  readonly condition?: Value;
  readonly assertions: readonly { readonly assert: Value; readonly description?: string }[];
}

/** Values by a key of the first level and one of the second. */
export type Mapping = ReadonlyMap<string, Values>;

export interface TemplateResource {
  readonly type: string;
  readonly properties: Values;
  readonly dependsOn: readonly string[];
  /** Name of the condition that must hold for the resource to exist. */
  readonly condition?: string;
  readonly deletionPolicy?: DeletionPolicy;
  readonly updateReplacePolicy?: "Delete" | "Retain";
  readonly metadata?: Value;
  readonly updatePolicy?: Value;
  readonly creationPolicy?: Value;
}

/** What becomes of a resource that leaves its stack. No served type can make a snapshot. */
export type DeletionPolicy = "Delete" | "Retain" | "RetainExceptOnCreate";

export interface TemplateOutput {
  readonly value: Value;
  readonly description?: string;
  readonly condition?: string;
  /** The name that other stacks import the value by. */
  readonly exportName?: Value;
}

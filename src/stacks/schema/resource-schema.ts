/** The tables in tables/ that tools/generate-resources.ts writes: a `ResourceSchema` a type. */

export interface ResourceSchema {
  /** The properties and attributes that together name one resource, as Cloud Control does. */
  readonly identifier: readonly string[];
  /** What `Ref` gives. */
  readonly ref: readonly string[];
  /** What `Fn::GetAtt` gives, such as `Arn` or `Endpoint.Port`. */
  readonly attributes: readonly string[];
  readonly properties: Structure;
  /** Present where there may be further properties and attributes, of any name and value. */
  readonly open?: true;
  /** The nested types, under the names by which `{ structure }` refers to them. */
  readonly structures?: Readonly<Record<string, Structure>>;
}

export type Structure = Readonly<Record<string, Property>>;

export interface Property {
  readonly type: PropertyType;
  readonly required?: true;
  /** Whether another value makes another resource; `maybe` is for the resource to decide. */
  readonly replaces?: "yes" | "maybe";
}

/** `date` is text in ISO 8601; `json` an object of any members, or its text. */
export type PropertyType =
  | "string"
  | "integer"
  | "number"
  | "boolean"
  | "date"
  | "json"
  | { readonly list: PropertyType }
  | { readonly map: PropertyType }
  | { readonly oneOf: readonly PropertyType[] }
  | { readonly structure: string };

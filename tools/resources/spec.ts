import { loadAwsServiceSpec } from "@aws-cdk/aws-service-spec";
import type {
  Resource,
  ResourceProperties,
  SpecDatabase,
  Property as SpecProperty,
  PropertyType as SpecType,
} from "@aws-cdk/service-spec-types";
import type {
  Property,
  PropertyType,
  ResourceSchema,
  Structure,
} from "../../src/stacks/schema/resource-schema.ts";
import { open, refs, types, unpublished } from "./corrections.ts";

/** Schemas of one service's resource types, by type name. */
export type Table = Readonly<Record<string, ResourceSchema>>;

/** What a list of tags holds; the spec has a kind of its own for it. */
const tag: Structure = {
  Key: { type: "string", required: true },
  Value: { type: "string", required: true },
};

/** Reads the published schemas of every resource type of these services: `Cognito`, `IAM`. */
export async function readTables(services: readonly string[]): Promise<Map<string, Table>> {
  const database = await loadAwsServiceSpec();
  const resources = database.all("resource");
  return new Map(
    services.map((service) => {
      const ofService = resources
        .filter(({ cloudFormationType }) => serviceOf(cloudFormationType) === service)
        .map((resource) => [resource.cloudFormationType, schemaOf(database, resource)] as const);
      const ofHand = Object.entries(unpublished).filter(([type]) => serviceOf(type) === service);
      return [service, sorted(Object.fromEntries([...ofService, ...ofHand]))];
    }),
  );
}

function serviceOf(type: string): string | undefined {
  return type.split("::")[1];
}

function schemaOf(database: SpecDatabase, resource: Resource): ResourceSchema {
  const type = resource.cloudFormationType;
  const identifier = resource.primaryIdentifier ?? [];
  const properties = sorted({
    ...structureOf(database, resource.properties),
    ...correctedOf(database, resource),
  });
  const structures = structuresOf(database, resource, properties);
  return {
    identifier,
    ref: refs[type] ?? resource.cfnRefIdentifier ?? identifier,
    attributes: Object.keys(resource.attributes).sort(),
    properties,
    ...(open.has(type) && { open: true }),
    ...(Object.keys(structures).length > 0 && { structures }),
  };
}

function correctedOf(database: SpecDatabase, resource: Resource): Structure {
  const corrected = Object.entries(types[resource.cloudFormationType] ?? {});
  return Object.fromEntries(
    corrected.map(([name, type]) => {
      const property = resource.properties[name];
      if (!property) throw new Error(`${resource.cloudFormationType} has no ${name}`);
      return [name, { ...propertyOf(database, property), type }];
    }),
  );
}

/** The nested types that the properties use: the spec has those of attributes too. */
function structuresOf(
  database: SpecDatabase,
  resource: Resource,
  properties: Structure,
): Record<string, Structure> {
  const known = new Map([["Tag", tag]]);
  for (const { entity } of database.follow("usesType", resource)) {
    known.set(entity.name, structureOf(database, entity.properties));
  }
  const used = new Map<string, Structure>();
  const use = (structure: Structure) => {
    for (const name of Object.values(structure).flatMap(({ type }) => structuresIn(type))) {
      const nested = known.get(name);
      if (!nested) throw new Error(`${resource.cloudFormationType} has no type ${name}`);
      if (used.has(name)) continue;
      used.set(name, nested);
      use(nested);
    }
  };
  use(properties);
  return sorted(Object.fromEntries(used));
}

function structuresIn(type: PropertyType): string[] {
  if (typeof type === "string") return [];
  if ("list" in type) return structuresIn(type.list);
  if ("map" in type) return structuresIn(type.map);
  return "oneOf" in type ? type.oneOf.flatMap(structuresIn) : [type.structure];
}

function structureOf(database: SpecDatabase, properties: ResourceProperties): Structure {
  const entries = Object.entries(properties).map(
    ([name, property]) => [name, propertyOf(database, property)] as const,
  );
  return sorted(Object.fromEntries(entries));
}

function propertyOf(
  database: SpecDatabase,
  { type, required, causesReplacement = "no" }: SpecProperty,
): Property {
  return {
    type: typeOf(database, type),
    ...(required === true && { required }),
    ...(causesReplacement !== "no" && { replaces: causesReplacement }),
  };
}

function typeOf(database: SpecDatabase, type: SpecType): PropertyType {
  switch (type.type) {
    case "string":
    case "integer":
    case "number":
    case "boolean":
    case "json":
      return type.type;
    case "date-time":
      return "date";
    case "array":
      return { list: typeOf(database, type.element) };
    case "map":
      return { map: typeOf(database, type.element) };
    case "tag":
      return { structure: "Tag" };
    case "ref":
      return { structure: database.get("typeDefinition", type.reference).name };
    case "union":
      return unionOf(type.types.map((one) => typeOf(database, one)));
    default:
      throw new Error(`a property is of the kind ${type.type}, which is new`);
  }
}

/** JSON or text is JSON: its text may be given wherever it is expected. */
function unionOf(types: readonly PropertyType[]): PropertyType {
  const isText = types.every((type) => type === "json" || type === "string");
  return isText && types.includes("json") ? "json" : { oneOf: types };
}

function sorted<T>(entries: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
}

import type { Tenant } from "../foundation/arn.ts";
import { conforms } from "./schema/conforms.ts";
import type { Properties } from "./schema/properties.ts";
import { refuseProperties } from "./schema/refuse-properties.ts";
import type { Services } from "./services.ts";

/** What a resource type works with, for one resource of one stack. */
export interface ResourceContext {
  /** Operations, on behalf of the stack's owner. */
  readonly services: Services;
  readonly tenant: Tenant;
  readonly stack: { readonly id: string; readonly name: string };
  readonly logicalId: string;
  /** As the template names it: `Custom::Thing` too. */
  readonly type: string;
  /**
   * The name of a resource whose template gives it none: `STACK-LOGICALID-XXXXXXXXXXXX`, cut to
   * fit. It stays the same when a creation that broke off is taken up again, and differs when the
   * resource is replaced.
   */
  physicalName(limits?: NameLimits): string;
  /** Tags of the stack, for what can be tagged. */
  readonly tags: Readonly<Record<string, string>>;
}

export interface NameLimits {
  /** Characters. */
  readonly maxLength?: number;
  /** Such as a bucket's. */
  readonly lowerCase?: boolean;
}

/** A resource that stands. */
export interface Made {
  /** Its id in the stack, by which it is changed and removed. */
  readonly physicalId: string;
  /** What `Ref` answers, where that is not the physical id. */
  readonly ref?: string;
  /** What `Fn::GetAtt` answers, by the names of the schema. */
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** A resource as the stack has it. */
export interface Existing<P> {
  readonly physicalId: string;
  /** As they were applied: evaluated and checked. */
  readonly properties: P;
}

/** A resource that is to become another. */
export interface Change<P> extends Existing<P> {
  /** What it is by now. */
  readonly previous: P;
}

/** How resources of one type are made, changed and removed. */
export interface ResourceType<P> {
  /**
   * Properties that the schema has and this server does not honour, such as `Body` or
   * `Code/ImageUri`: they are refused before anything is made.
   */
  readonly unsupported?: readonly ((keyof P & string) | `${keyof P & string}/${string}`)[];
  /** Makes it, and waits until it can be used. Leaves nothing behind when it throws. */
  create(properties: P, context: ResourceContext): Promise<Made>;
  /**
   * Changes it in place; absent where every change replaces. It is called only when the schema
   * does not demand a replacement.
   *
   * @throws NeedsReplacement when this change cannot be made in place after all
   */
  update?(change: Change<P>, context: ResourceContext): Promise<Made>;
  /** Removes it. That it is gone already is no failure. */
  delete(existing: Existing<P>, context: ResourceContext): Promise<void>;
  /**
   * How it is now, in the template's words, as far as the stack's properties speak of it: for
   * drift. Undefined when it is gone. Absent where there is nothing that could drift.
   */
  read?(existing: Existing<P>, context: ResourceContext): Promise<Partial<P> | undefined>;
  /**
   * Finds what a creation has made that broke off before anybody wrote its id down, so that it is
   * not left behind. It must be certain that it is this stack's, by tags or by a generated name:
   * what it finds is removed.
   */
  find?(properties: P, context: ResourceContext): Promise<string | undefined>;
  /**
   * Physical ids of all that these properties could have made, whoever made it. It is for types
   * that nothing tells apart by itself: what was not there yet when a creation began that broke
   * off is what it has made. Absent where `find` is certain, or where nothing is left that anybody
   * could use.
   */
  alike?(properties: P, context: ResourceContext): Promise<readonly string[]>;
}

/** A change that only a replacement can make. */
export class NeedsReplacement extends Error {
  override readonly name = "NeedsReplacement";
}

/** Why a resource failed, in CloudFormation's own words: a stack's events tell it as it is. */
export class ResourceFailure extends Error {
  override readonly name = "ResourceFailure";
}

/** What the engine works with: properties of any type, which are that type's by then. */
export type AnyResourceType = Omit<ResourceType<unknown>, "unsupported"> & {
  readonly type: string;
  /** @throws TemplateError naming all that this server does not honour */
  refuseUnsupported(logicalId: string, properties: Readonly<Record<string, unknown>>): void;
};

/** The resource type of this name; those of `Custom::` are made alike. */
export function findType(
  types: ReadonlyMap<string, AnyResourceType>,
  name: string,
): AnyResourceType | undefined {
  return types.get(name.startsWith("Custom::") ? "AWS::CloudFormation::CustomResource" : name);
}

/** Declares a resource type: its properties are those of CloudFormation's schema. */
export function resource<T extends keyof Properties & string>(
  type: T,
  definition: ResourceType<Properties[T]>,
): AnyResourceType {
  const { create, update, read, find, alike, unsupported = [] } = definition;
  const typed = (properties: unknown) => {
    if (conforms(type, properties)) return properties;
    throw new Error(`these are no properties of ${type}`);
  };
  const existing = ({ physicalId, properties }: Existing<unknown>) => ({
    physicalId,
    properties: typed(properties),
  });
  const refuseUnsupported: AnyResourceType["refuseUnsupported"] = (logicalId, properties) =>
    refuseProperties(type, logicalId, properties, unsupported);
  /** Whoever has not checked them before finds out now. */
  const honoured = (properties: unknown, { logicalId }: ResourceContext) => {
    const checked = typed(properties);
    refuseUnsupported(logicalId, { ...checked });
    return checked;
  };
  return {
    type,
    refuseUnsupported,
    create: async (properties, context) => create(honoured(properties, context), context),
    delete: (resource, context) => definition.delete(existing(resource), context),
    ...(update && {
      update: async ({ physicalId, properties, previous }, context) => {
        const next = honoured(properties, context);
        return update({ physicalId, properties: next, previous: typed(previous) }, context);
      },
    }),
    ...(read && { read: (resource, context) => read(existing(resource), context) }),
    ...(find && { find: (properties, context) => find(typed(properties), context) }),
    ...(alike && { alike: (properties, context) => alike(typed(properties), context) }),
  };
}

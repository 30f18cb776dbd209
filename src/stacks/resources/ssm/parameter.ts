import { arnOf } from "../../../foundation/arn.ts";
import { Fault } from "../../../foundation/fault.ts";
import { tagList, tagsByKey } from "../../../foundation/tags.ts";
import { type ResourceContext, resource } from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";
import { answered, asFarAs, unlessGone } from "../answers.ts";
import { isMadeHere, ownTags, tagChanges, tagsFor } from "../tags.ts";

type ParameterProperties = Properties["AWS::SSM::Parameter"];

/** A parameter of Systems Manager, whose value is no secret: templates can be read. */
export const parameter = resource("AWS::SSM::Parameter", {
  unsupported: ["Policies"],

  async create(properties, context) {
    if (properties.Type === "SecureString") throw secureString();
    const { ssm } = context.services;
    const Name = nameOf(properties, context);
    const Tags = tagList(tagsFor(context, properties.Tags));
    await ssm("PutParameter", { ...properties, Name, Tags });
    return describe(Name, properties, context);
  },

  async update({ physicalId: Name, previous, properties }, context) {
    if (properties.Type === "SecureString") throw secureString();
    const { ssm } = context.services;
    const { Tags, ...rest } = properties;
    await ssm("PutParameter", {
      ...rest,
      Name,
      Overwrite: true,
      // What is left out stays as it was; the template wants it gone.
      Description: rest.Description ?? "",
      AllowedPattern: rest.AllowedPattern ?? "",
    });
    const { put, removed } = tagChanges(
      tagsFor(context, previous.Tags),
      tagsFor(context, properties.Tags),
    );
    const named = { ResourceType: "Parameter", ResourceId: Name };
    if (removed.length > 0) await ssm("RemoveTagsFromResource", { ...named, TagKeys: removed });
    if (Object.keys(put).length > 0) {
      await ssm("AddTagsToResource", { ...named, Tags: tagList(put) });
    }
    return describe(Name, properties, context);
  },

  async delete({ physicalId: Name }, { services }) {
    await services.ssm("DeleteParameter", { Name });
  },

  async read({ physicalId: Name, properties }, context) {
    const { ssm } = context.services;
    const history = await unlessGone(ssm("GetParameterHistory", { Name }));
    const now = history?.Parameters?.at(-1);
    if (!now) return undefined;
    const { Description, AllowedPattern, DataType } = now;
    return asFarAs(properties, {
      ...{ Name, Description, AllowedPattern, DataType },
      Type: answered(now.Type),
      Value: answered(now.Value),
      Tier: properties.Tier === "Intelligent-Tiering" ? properties.Tier : answered(now.Tier),
      Tags: ownTags(await tagsOf(Name, context), context),
    });
  },

  async find(properties, context) {
    const Name = nameOf(properties, context);
    if (!(await unlessGone(context.services.ssm("GetParameter", { Name })))) return undefined;
    return isMadeHere(await tagsOf(Name, context), context) ? Name : undefined;
  },
});

/** Systems Manager's limit, where the name is in no hierarchy. */
const nameLengthMax = 1011;

function nameOf({ Name }: ParameterProperties, { physicalName }: ResourceContext): string {
  return Name ?? physicalName({ maxLength: nameLengthMax });
}

async function tagsOf(ResourceId: string, { services }: ResourceContext) {
  const named = { ResourceType: "Parameter", ResourceId };
  const { TagList } = await services.ssm("ListTagsForResource", named);
  return tagsByKey(TagList);
}

function describe(Name: string, { Type, Value }: ParameterProperties, { tenant }: ResourceContext) {
  const Arn = arnOf("ssm", tenant, `parameter/${Name.replace(/^\//, "")}`);
  return { physicalId: Name, attributes: { Arn, Type, Value } };
}

/** CloudFormation has never made them. */
function secureString(): Fault {
  const message = "AWS::SSM::Parameter of the type SecureString is not supported";
  return new Fault("ValidationException", message, {
    reason: {
      check: "Type",
      expected: "String or StringList",
      received: "SecureString",
      change: "put the secret with `aws ssm put-parameter`, and name it in the template",
    },
  });
}

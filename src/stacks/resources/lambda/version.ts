import { Fault } from "../../../foundation/fault.ts";
import { type ResourceContext, resource } from "../../resource.ts";
import { answered, asFarAs, unlessGone } from "../answers.ts";

/** A function as it is when the stack comes to it, which never changes. */
export const version = resource("AWS::Lambda::Version", {
  unsupported: ["FunctionScalingConfig", "ProvisionedConcurrencyConfig", "RuntimePolicy"],

  async create({ FunctionName, CodeSha256, Description }, context) {
    const before = await versionsOf(FunctionName, context);
    const wanted = { FunctionName, CodeSha256, Description };
    const made = await context.services.lambda("PublishVersion", wanted);
    const number = answered(made.Version);
    // The operation answers the last version when nothing has changed; AWS's resource refuses.
    if (before.has(number)) throw exists(number);
    const FunctionArn = answered(made.FunctionArn);
    return { physicalId: FunctionArn, attributes: { FunctionArn, Version: number } };
  },

  async delete({ physicalId: FunctionName }, { services }) {
    await services.lambda("DeleteFunction", { FunctionName });
  },

  async read({ physicalId, properties }, { services }) {
    const wanted = { FunctionName: physicalId };
    const now = await unlessGone(services.lambda("GetFunctionConfiguration", wanted));
    const { FunctionName } = properties;
    return (
      now &&
      asFarAs(properties, {
        ...{ FunctionName, CodeSha256: now.CodeSha256, Description: now.Description },
      })
    );
  },

  async find({ FunctionName, Description = "" }, { services }, begunAt = Infinity) {
    let Marker: string | undefined;
    do {
      const page = await services.lambda("ListVersionsByFunction", { FunctionName, Marker });
      const found = page.Versions?.find(
        ({ Version, Description: its = "", LastModified = "" }) =>
          Version !== "$LATEST" && its === Description && Date.parse(LastModified) >= begunAt,
      );
      if (found) return found.FunctionArn;
      Marker = page.NextMarker;
    } while (Marker !== undefined);
    return undefined;
  },
});

async function versionsOf(FunctionName: string, { services }: ResourceContext) {
  const versions = new Set<string>();
  let Marker: string | undefined;
  do {
    const page = await services.lambda("ListVersionsByFunction", { FunctionName, Marker });
    for (const { Version } of page.Versions ?? []) versions.add(answered(Version));
    Marker = page.NextMarker;
  } while (Marker !== undefined);
  return versions;
}

function exists(version: string) {
  return new Fault(
    "ResourceConflictException",
    `A version for this Lambda function exists ( ${version} ). Modify the function to create a ` +
      "new version.",
  );
}

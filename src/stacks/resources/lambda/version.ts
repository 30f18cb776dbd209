import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
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
    if (before.some(({ Version }) => Version === number)) throw exists(number);
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

  async alike({ FunctionName, Description = "" }, context) {
    const versions = await versionsOf(FunctionName, context);
    const alike = versions.filter(
      ({ Version, Description: its = "" }) => Version !== "$LATEST" && its === Description,
    );
    return alike.map(({ FunctionArn }) => answered(FunctionArn));
  },
});

async function versionsOf(FunctionName: string, { services }: ResourceContext) {
  const versions: FunctionConfiguration[] = [];
  let Marker: string | undefined;
  do {
    const page = await services.lambda("ListVersionsByFunction", { FunctionName, Marker });
    versions.push(...(page.Versions ?? []));
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

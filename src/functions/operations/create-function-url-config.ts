import { changeFunction } from "../changes.ts";
import { fault, type InputOf, operation } from "../contract.ts";
import { corsOf, newUrlId, type UrlSettings, urlOf, withUrl } from "../domain/function-url.ts";
import { functionArn, type LatestRecord } from "../domain/record.ts";
import { type Asked, readName } from "../lookup.ts";
import { checkUrl, describeUrl, noFunction } from "../url-configs.ts";

/** Gives a function, or an alias of it, an address of its own. */
export const createFunctionUrlConfig = operation("CreateFunctionUrlConfig", {
  access: "iam",
  async run(input, context) {
    const asked = readName(input.FunctionName, input.Qualifier, context);
    const { name, qualifier } = asked;
    checkQualifier(asked);
    checkUrl(input);
    if (!(await context.functions.get(context.tenant, name))) throw noFunction(asked, context);
    const { record, settings } = await changeFunction(name, context, (latest) => {
      if (urlOf(latest, qualifier)) throw exists(latest, qualifier);
      if (qualifier !== undefined && !Object.hasOwn(latest.aliases, qualifier)) {
        throw noFunction(asked, context);
      }
      const now = context.clock.now();
      const settings = newUrl(input, newUrlId(context.random), now);
      const revisionId = context.random.uuid();
      return { record: { ...withUrl(latest, qualifier, settings), revisionId }, settings };
    });
    const { LastModifiedTime: _, ...created } = describeUrl(record, qualifier, settings);
    return created;
  },
});

function newUrl(
  { AuthType, Cors }: InputOf<"CreateFunctionUrlConfig">,
  urlId: string,
  now: number,
): UrlSettings {
  const cors = corsOf(Cors);
  return { urlId, authType: AuthType, ...(cors && { cors }), createdAt: now, modifiedAt: now };
}

/** The name may hold what the parameter may not: `hello:1`. */
function checkQualifier({ qualifier }: Asked): void {
  if (qualifier === undefined || !/^(\$LATEST|\d+)$/.test(qualifier)) return;
  const message = `A function URL belongs to a function or an alias, and not to ${qualifier}.`;
  throw fault("InvalidParameterValueException", message, {
    reason: {
      check: "Qualifier",
      expected: "the name of an alias, or none",
      received: qualifier,
      change: "leave the qualifier out for $LATEST; create an alias for a version",
    },
  });
}

function exists({ tenant, name }: LatestRecord, qualifier: string | undefined) {
  return fault(
    "ResourceConflictException",
    "Failed to create function url config for [functionArn = " +
      `${functionArn(tenant, name, qualifier)}]. Error message:  FunctionUrlConfig exists for ` +
      "this Lambda function",
  );
}

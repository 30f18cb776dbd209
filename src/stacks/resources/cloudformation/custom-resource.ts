import { parseArn } from "../../../foundation/arn.ts";
import type { CustomResponse } from "../../custom/response.ts";
import type { Responses } from "../../custom/responses.ts";
import {
  type AnyResourceType,
  type Made,
  type ResourceContext,
  ResourceFailure,
  resource,
} from "../../resource.ts";
import type { Properties } from "../../schema/properties.ts";

type CustomProperties = Properties["AWS::CloudFormation::CustomResource"];

/** What a function is asked to do. AWS: Custom resource request objects. */
type Request =
  | { RequestType: "Create" }
  | { RequestType: "Update"; PhysicalResourceId: string; OldResourceProperties: object }
  | { RequestType: "Delete"; PhysicalResourceId: string };

/** As long as AWS waits, where the template does not say less. */
const limitSecondsMax = 3600;

/** Resources that a function makes, changes and removes, and answers for. */
export function customResource(responses: Responses): AnyResourceType {
  return resource("AWS::CloudFormation::CustomResource", {
    async create(properties, context) {
      checkFunction(properties);
      const response = await ask({ RequestType: "Create" }, properties, context, responses);
      if (response.succeeded) return madeOf(response);
      // What a creation that failed has left behind is for the function to remove.
      const PhysicalResourceId = response.physicalId ?? context.physicalName();
      const removal = { RequestType: "Delete", PhysicalResourceId } as const;
      await ask(removal, properties, context, responses).catch(() => undefined);
      throw new ResourceFailure(response.reason);
    },

    async update({ physicalId: PhysicalResourceId, properties, previous }, context) {
      const OldResourceProperties = asTexts(previous);
      const request = { RequestType: "Update", PhysicalResourceId, OldResourceProperties } as const;
      const response = await ask(request, properties, context, responses);
      if (response.succeeded) return madeOf(response);
      throw new ResourceFailure(response.reason);
    },

    async delete({ physicalId: PhysicalResourceId, properties }, context) {
      const request = { RequestType: "Delete", PhysicalResourceId } as const;
      const response = await ask(request, properties, context, responses);
      if (!response.succeeded) throw new ResourceFailure(response.reason);
    },

    async find(_, { physicalName }) {
      const response = await responses.last(physicalName());
      if (response === undefined) return undefined;
      return response === "none yet" ? physicalName() : (response.physicalId ?? physicalName());
    },
  });
}

/** Another id is another resource: the stack removes the one before when it is done. */
function madeOf({ physicalId, data }: Extract<CustomResponse, { succeeded: true }>): Made {
  return { physicalId, attributes: data };
}

function checkFunction({ ServiceToken }: CustomProperties): void {
  if (parseArn(ServiceToken)?.service === "lambda") return;
  throw new ResourceFailure(
    `ServiceToken ${ServiceToken} is not supported here: it has to be the ARN of a function`,
  );
}

/** Runs the function, and waits for its answer: it may well end before that. */
async function ask(
  request: Request,
  properties: CustomProperties,
  context: ResourceContext,
  responses: Responses,
): Promise<CustomResponse> {
  const seconds = Math.min(properties.ServiceTimeout ?? limitSecondsMax, limitSecondsMax);
  const { url, requestId, response, giveUp } = await responses.expect(
    context.physicalName(),
    seconds * 1000,
  );
  const event = {
    ...request,
    RequestId: requestId,
    ResponseURL: url,
    ServiceToken: properties.ServiceToken,
    StackId: context.stack.id,
    LogicalResourceId: context.logicalId,
    ResourceType: context.type,
    ResourceProperties: asTexts(properties),
  };
  try {
    const crash = run(event, context).then((problem) => problem ?? response);
    return (await Promise.race([response, crash])) ?? silent(requestId);
  } finally {
    giveUp();
  }
}

/** @returns undefined when the function has ended well: its answer may be on its way */
async function run(
  event: { readonly ServiceToken: string; readonly RequestId: string },
  { services }: ResourceContext,
): Promise<CustomResponse | undefined> {
  const { FunctionError, Payload } = await services.lambda("Invoke", {
    FunctionName: event.ServiceToken,
    Payload: Buffer.from(JSON.stringify(event)),
  });
  if (FunctionError === undefined) return undefined;
  const { errorMessage } = JSON.parse(Buffer.from(Payload ?? "{}").toString());
  const reason =
    `The function ${event.ServiceToken} failed before it answered: ${String(errorMessage)} ` +
    `(RequestId: ${event.RequestId})`;
  return { succeeded: false, reason };
}

function silent(requestId: string): CustomResponse {
  const reason =
    "CloudFormation did not receive a response from your Custom Resource. Please check your logs " +
    `for requestId [${requestId}].`;
  return { succeeded: false, reason };
}

/** Numbers and truth values reach a function as texts, as on AWS. */
function asTexts(value: object): object {
  return JSON.parse(
    JSON.stringify(value, (_, item: unknown) =>
      typeof item === "number" || typeof item === "boolean" ? String(item) : item,
    ),
  );
}

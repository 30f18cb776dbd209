/** What a custom resource's function answers. AWS: Custom resource response objects. */
export type CustomResponse =
  | {
      readonly succeeded: true;
      readonly physicalId: string;
      /** What `Fn::GetAtt` answers. */
      readonly data: Readonly<Record<string, unknown>>;
    }
  | {
      readonly succeeded: false;
      readonly physicalId?: string;
      /** In CloudFormation's words. */
      readonly reason: string;
    };

/** CloudFormation's limit on an answer, in bytes. */
export const responseBytesMax = 4096;

/** Reads an answer. One that cannot be read is a failure that says why. */
export function parseResponse(text: string, requestId: string): CustomResponse {
  if (Buffer.byteLength(text) > responseBytesMax) return failed("Response object is too long.");
  const response = parseObject(text);
  if (!response) return failed("Response is not valid JSON");
  const { Status, Reason, PhysicalResourceId: physicalId, Data } = response;
  const isNamed = typeof physicalId === "string" && physicalId !== "";
  if (Status === "FAILED") {
    const message = typeof Reason === "string" ? Reason : "no reason";
    const reason =
      "Received response status [FAILED] from custom resource. " +
      `Message returned: ${message} (RequestId: ${requestId})`;
    return { ...failed(reason), ...(isNamed && { physicalId }) };
  }
  if (Status !== "SUCCESS") return failed("Invalid Status");
  if (!isNamed) return failed("Invalid PhysicalResourceId");
  return { succeeded: true, physicalId, data: isObject(Data) ? Data : {} };
}

function failed(reason: string) {
  return { succeeded: false, reason } as const;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { Fault } from "../../../foundation/fault.ts";
import type { Properties } from "../../schema/properties.ts";
import { inlineCode } from "./inline-code.ts";

type FunctionProperties = Properties["AWS::Lambda::Function"];

/** The code of a function as its operations take it. */
export function codeOf({ Code, Runtime = "" }: FunctionProperties): CodeSource {
  const { S3Bucket, S3Key, S3ObjectVersion, ZipFile: text } = Code;
  const source = { S3Bucket, S3Key, S3ObjectVersion };
  if (text === undefined) return source;
  if (!/^(nodejs|python)/.test(Runtime)) {
    const message = "ZipFile can only be used when Runtime is one of Node.js or of Python";
    throw new Fault("InvalidParameterValueException", message);
  }
  return { ...source, ZipFile: inlineCode(text, Runtime) };
}

interface CodeSource {
  readonly S3Bucket?: string;
  readonly S3Key?: string;
  readonly S3ObjectVersion?: string;
  readonly ZipFile?: Uint8Array;
}

/** Whether other code is wanted, or the same for other processors. */
export function changesCode(before: FunctionProperties, after: FunctionProperties): boolean {
  // The language says what the file of inline code is called.
  return (
    !isDeepStrictEqual(before.Code, after.Code) ||
    !isDeepStrictEqual(before.Architectures, after.Architectures) ||
    (after.Code.ZipFile !== undefined && before.Runtime !== after.Runtime)
  );
}

/** The code as the template has it, unless it is inline and the function runs other code by now. */
export function sameCode(
  properties: FunctionProperties,
  sha256: string | undefined,
): FunctionProperties["Code"] {
  const { ZipFile } = codeOf(properties);
  if (!ZipFile || createHash("sha256").update(ZipFile).digest("base64") === sha256) {
    return properties.Code;
  }
  return {};
}

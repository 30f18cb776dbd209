import type { Readable } from "node:stream";
import type { Tenant } from "../foundation/arn.ts";
import type { StreamedBody } from "./streamed-body.ts";

export type { StreamedBody } from "./streamed-body.ts";

/** `iam` operations must be signed (SigV4); `public` ones carry no signature. */
export type Access = "iam" | "public";

/** Who calls, and under which request id the answer goes out. */
export interface Call {
  readonly tenant: Tenant;
  /**
   * ARN of the signer; of the account's root where the key is nobody's in particular, and
   * `anonymous` where a public operation was called without a signature.
   */
  readonly callerArn: string;
  /** Absent without a signature. */
  readonly accessKeyId?: string;
  readonly requestId: string;
}

/** One AWS operation: typed input to typed output. Knows nothing of HTTP. */
export interface Operation<Context> {
  readonly name: string;
  readonly access: Access;
  /** Input has been decoded and checked against the shapes. Throws `Fault` to refuse. */
  run(input: never, context: Context): Promise<object | undefined> | object | undefined;
}

/** Names of the operations of an SDK client package (`typeof import("@aws-sdk/client-x")`). */
export type OperationName<Sdk> = {
  [K in keyof Sdk]: K extends `${infer Name}Command` ? (Name extends "$" ? never : Name) : never;
}[keyof Sdk];

type CommandOf<Sdk, Name extends string> = `${Name}Command` extends keyof Sdk
  ? Sdk[`${Name}Command`] extends abstract new (
      ...args: never[]
    ) => infer Instance
    ? Instance
    : never
  : never;

/**
 * What a client gives to an operation, before anything is checked: any text where the model has
 * a choice of words, and structures that may lack members.
 */
export type GivenInput<Sdk, Name extends string> =
  CommandOf<Sdk, Name> extends { readonly input: infer In }
    ? { [K in keyof In]: Given<In[K]> }
    : never;

type Given<T> = unknown extends T ? T : [Uint8Array] extends [T] ? Uint8Array : GivenInner<T>;

type GivenInner<T> = T extends string
  ? string
  : T extends Date | Uint8Array
    ? T
    : T extends (infer Item)[]
      ? readonly Given<Item>[]
      : T extends object
        ? { [K in keyof T]?: Given<T[K]> }
        : T;

/** What an operation receives: members that the model requires are there. */
export type Input<Sdk, Name extends string> =
  CommandOf<Sdk, Name> extends { readonly input: infer In } ? Checked<In> : never;

/** What an operation answers. */
export type Output<Sdk, Name extends string> =
  CommandOf<Sdk, Name> extends {
    resolveMiddleware(...args: never[]): (...args: never[]) => Promise<{ output: infer Out }>;
  }
    ? PlainBytes<Omit<NonNullable<Out>, "$metadata">>
    : never;

/** SDK types dress up the bytes that clients receive: an operation answers plain ones. */
type PlainBytes<T> = { [K in keyof T]: Bytes<T[K]> };
type Bytes<T> = T extends Uint8Array
  ? Uint8Array
  : T extends { transformToByteArray(): unknown }
    ? AsyncIterable<Uint8Array>
    : T;

/**
 * SDK types write required members as `X: T | undefined`; validation has ruled that out. What may
 * be bytes in one form or another has become bytes.
 */
export type Checked<T> = unknown extends T
  ? T
  : [Readable] extends [T]
    ? // The buffer tells bytes that the SDK collects from bytes that it streams.
      [ArrayBuffer] extends [T]
      ? Uint8Array
      : StreamedBody
    : [Uint8Array] extends [T]
      ? Uint8Array
      : Inner<T>;

type Inner<T> = T extends Date
  ? T
  : T extends (infer Item)[]
    ? Checked<NonNullable<Item>>[]
    : T extends object
      ? { [K in keyof T]: undefined extends T[K] ? MemberOf<T, K> : Checked<T[K]> }
      : T;

type MemberOf<T, K extends keyof T> =
  Record<never, never> extends Pick<T, K>
    ? Checked<NonNullable<T[K]>> | undefined
    : Checked<NonNullable<T[K]>>;

interface Definition<Sdk, Name extends string, Context> {
  access: Access;
  run(input: Input<Sdk, Name>, context: Context): Promise<Output<Sdk, Name>> | Output<Sdk, Name>;
}

/**
 * Makes the `operation` function of one service, which its contract.ts exports: the name must be
 * an operation of the SDK package, and input and output are that package's types.
 */
export function operationsOf<Sdk, Context>() {
  return function operation<Name extends OperationName<Sdk> & string>(
    name: Name,
    definition: Definition<Sdk, Name, Context>,
  ): Operation<Context> {
    return { name, access: definition.access, run: definition.run };
  };
}

import type { Keyring } from "../../storage/keyring.ts";
import {
  type Collection,
  put,
  type Records,
  type Stored,
  succeeds,
} from "../../storage/records.ts";

/** The answer that a custom resource's function owes to CloudFormation. */
export interface ExpectedResponse {
  /** What the request was about: the name that the stack gives to one creation of a resource. */
  readonly creation: string;
  readonly requestId: string;
  /** SHA-256 of what the address of the answer ends in. */
  readonly tokenHash: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** As it came, sealed: it may hold secrets. */
  readonly sealedResponse?: string;
}

const responses: Collection<ExpectedResponse> = {
  name: "stacks/expected-responses",
  key: ({ creation }) => [creation],
};

/** Answers of functions to custom resources: the one that was asked for last, by resource. */
export class ExpectedResponseStore {
  readonly #records: Records;
  readonly #keyring: Keyring;

  constructor(records: Records, keyring: Keyring) {
    this.#records = records;
    this.#keyring = keyring;
  }

  get(creation: string): Promise<Stored<ExpectedResponse> | undefined> {
    return this.#records.get(responses, [creation]);
  }

  /** Expects an answer. One that was expected before comes too late from now on. */
  async expect(response: ExpectedResponse): Promise<void> {
    const { expiresAt } = response;
    await this.#records.commit([put(responses, response, { expiresAt })]);
  }

  /** Keeps the answer; false when another was quicker. */
  keep({ value, version }: Stored<ExpectedResponse>, text: string): Promise<boolean> {
    const sealedResponse = this.#keyring.seal(text, contextOf(value));
    const answered = { ...value, sealedResponse };
    const condition = { condition: { version }, expiresAt: value.expiresAt };
    return succeeds(this.#records.commit([put(responses, answered, condition)]));
  }

  /** The text of an answer; undefined as long as there is none. */
  textOf({ value }: Stored<ExpectedResponse>): string | undefined {
    const { sealedResponse } = value;
    if (sealedResponse === undefined) return undefined;
    return this.#keyring.open(sealedResponse, contextOf(value)).toString();
  }
}

function contextOf({ creation, requestId }: ExpectedResponse): string {
  return `stacks/expected-responses/${creation}/${requestId}`;
}

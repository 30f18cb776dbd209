import type { Reason } from "../../foundation/reason.ts";

/** What is wrong with a template or its parameters: a ValidationError, in AWS's words. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
  /** Why, where AWS's words alone do not tell what to change. */
  readonly reason: Reason | undefined;

  constructor(message: string, reason?: Reason) {
    super(message);
    this.reason = reason;
  }
}

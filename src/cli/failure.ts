/** Something that a person can do something about: shown as it is, without a stack. Exit code 1. */
export class Failure extends Error {
  override readonly name: string = "Failure";
}

/** The command was called wrongly. Exit code 2. */
export class UsageError extends Failure {
  override readonly name = "UsageError";
}

/** The person pressed Ctrl-C or Ctrl-D instead of answering. */
export class Interrupted extends Failure {
  override readonly name = "Interrupted";
}

/** What a shell calls the end by Ctrl-C: 128 and the number of SIGINT. */
export const interruptedCode = 130;

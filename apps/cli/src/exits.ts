/** The exit codes of every `trove` command, and the errors that lead to them. */
export const EXIT = {
  ok: 0,
  /** It ran, and what it checked or did failed. */
  failed: 1,
  /** The arguments or the environment are wrong; nothing was done. */
  usage: 2,
} as const;

/** The caller asked for something that cannot be meant: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The command ran and did not reach what it was for: exit code 1. */
export class FailedError extends Error {
  override readonly name = 'FailedError';
}

/** What ended the command is its cause, and stands in the JSON on standard output already. */
export class ToldError extends Error {
  override readonly name = 'ToldError';

  constructor(cause: UsageError | FailedError) {
    super(cause.message, { cause });
  }
}

/** Turns whatever a command throws into a line on standard error and an exit code. */
import { type Command, CommanderError } from 'commander';
import { EXIT, UsageError } from './exits.js';

/** Runs one command line and answers its exit code. With `--json` an error is an object too. */
export async function runProgram(create: () => Command, argv: readonly string[]): Promise<number> {
  try {
    await create().parseAsync([...argv]);
    return Number(process.exitCode ?? EXIT.ok);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    const message = messageOf(error);
    process.stderr.write(`trove: ${message}\n`);
    if (argv.includes('--json')) process.stdout.write(`${JSON.stringify({ error: message })}\n`);
    return error instanceof UsageError ? EXIT.usage : EXIT.failed;
  }
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && cause.message !== ''
    ? `${error.message} (${cause.message})`
    : error.message;
}

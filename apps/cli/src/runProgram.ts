/** Turns whatever a command throws into a line on standard error and an exit code. */
import { type Command, CommanderError, InvalidArgumentError } from 'commander';
import { EXIT, ToldError, UsageError } from './exits.js';

/** Runs one command line and answers its exit code. With `--json` an error is an object too. */
export async function runProgram(create: () => Command, argv: readonly string[]): Promise<number> {
  try {
    await create().parseAsync([...argv]);
    return Number(process.exitCode ?? EXIT.ok);
  } catch (thrown) {
    const isTold = thrown instanceof ToldError;
    const error = isTold ? thrown.cause : thrown;
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok;
    const message = messageOf(error);
    if (!isPrinted(error)) process.stderr.write(`trove: ${message}\n`);
    if (argv.includes('--json') && !isTold)
      process.stdout.write(`${JSON.stringify({ error: message })}\n`);
    const isUsage = error instanceof UsageError || error instanceof CommanderError;
    return isUsage ? EXIT.usage : EXIT.failed;
  }
}

/** Commander has said what is wrong by itself, but of an argument only where it has read it. */
function isPrinted(error: unknown): boolean {
  return error instanceof CommanderError && !(error instanceof InvalidArgumentError);
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof CommanderError) return error.message.replace(/^error: /, '');
  const { cause } = error;
  return cause instanceof Error && cause.message !== ''
    ? `${error.message} (${cause.message})`
    : error.message;
}

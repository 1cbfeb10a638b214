/** What a person sees of start, test and check: one line a fact, a line for every wait. */

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** An error that is meant for a person: its message is all they need, without a stack. */
export class Explained extends Error {}

/**
 * Runs something that takes a while: prints what is waited for, and when it is done, how long
 * that took. The work may return a string, which is put behind the title.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function wait(title, work) {
  say(`  … ${title}`);
  const from = performance.now();
  const result = await work();
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  say(`  ✓ ${title}${typeof result === 'string' ? `: ${result}` : ''} (${seconds} s)`);
  return result;
}

/** Runs a program's main function; an explained error is one line and exit code 1. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    const text = error instanceof Explained ? error.message : (error?.stack ?? String(error));
    process.stderr.write(`\n✗ ${text}\n`);
    process.exitCode = 1;
  }
}

/**
 * What a command does when it is asked to stop: it ends with exit code 1 and says so, with `--json`
 * as an object, too. One that has more to tell by then takes the signal and ends by itself; asked
 * again, it ends as all others do.
 */
import { EXIT } from './exits.js';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** A signal to a whole group reaches a child of npm twice; nobody asks twice so fast. */
const SAME_SIGNAL_MS = 1_000;
export const STOPPED = 'stopped';

let ending: AbortController | undefined;

/** Aborted when the command is asked to stop. Who takes it must end the command then. */
export function takeStop(): AbortSignal {
  ending ??= new AbortController();
  return ending.signal;
}

/** Answers what takes the listeners away again. */
export function endOnSignal(argv: readonly string[]): () => void {
  let askedAtMs = Number.NEGATIVE_INFINITY;
  const onSignal = () => {
    const isSame = Date.now() - askedAtMs < SAME_SIGNAL_MS;
    askedAtMs = Date.now();
    if (isSame) return;
    if (ending !== undefined && !ending.signal.aborted) ending.abort();
    else end(argv);
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  return () => {
    for (const name of SIGNALS) process.off(name, onSignal);
  };
}

function end(argv: readonly string[]): void {
  process.stderr.write(`trove: ${STOPPED}\n`);
  const json = argv.includes('--json') ? `${JSON.stringify({ error: STOPPED })}\n` : '';
  process.stdout.write(json, () => process.exit(EXIT.failed));
}

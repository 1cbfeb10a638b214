/**
 * Graceful stop: the first SIGTERM or SIGINT runs the steps in order and ends
 * the process with 0; a second signal, or running out of time, ends it at once. A signal that is
 * sent to a whole group reaches a child twice, the second time from its parent: that is one.
 */
import type { Logger } from 'pino';
import type { Check } from './checkReadiness.js';

export interface StopStep {
  /** What the step stops, for the log. */
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** What all steps may take together, in milliseconds. */
export const STOP_TIMEOUT_MS = 25_000;

/** Nobody asks twice so fast, in milliseconds. */
const SAME_SIGNAL_MS = 1_000;

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
const EXIT_TOO_LATE = 1;
const EXIT_SECOND_SIGNAL = 130;

/** The process as `onStop` sees it; tests put another in its place. */
export interface Stoppable {
  on(signal: (typeof SIGNALS)[number], listener: () => void): unknown;
  exit(code: number): unknown;
}

export interface Stopping {
  /** For /readyz: wrong from the first signal on. */
  readonly check: Check;
}

/** Runs the steps when the process is asked to stop. A step that throws is logged and passed. */
export function onStop(
  logger: Pick<Logger, 'info' | 'error'>,
  steps: readonly StopStep[],
  host: Stoppable = process,
): Stopping {
  let stoppingAtMs: number | undefined;
  const stop = async () => {
    const timer = setTimeout(() => host.exit(EXIT_TOO_LATE), STOP_TIMEOUT_MS);
    await runSteps(logger, steps);
    clearTimeout(timer);
    host.exit(0);
  };
  for (const signal of SIGNALS) {
    host.on(signal, () => {
      if (stoppingAtMs !== undefined) {
        if (Date.now() - stoppingAtMs >= SAME_SIGNAL_MS) host.exit(EXIT_SECOND_SIGNAL);
        return;
      }
      stoppingAtMs = Date.now();
      logger.info({ signal }, 'stopping');
      void stop();
    });
  }
  return { check: async () => (stoppingAtMs === undefined ? undefined : 'it is stopping') };
}

async function runSteps(
  logger: Pick<Logger, 'info' | 'error'>,
  steps: readonly StopStep[],
): Promise<void> {
  for (const step of steps) {
    try {
      await step.run();
      logger.info({ step: step.name }, 'stopped');
    } catch (error) {
      logger.error({ step: step.name, err: error }, 'a step of the stop failed');
    }
  }
}

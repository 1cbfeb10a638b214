/** Runs something every so often, one run at a time; a run that fails is logged and tried again. */
import type { Logger } from '@trove/telemetry';

export interface Repeating {
  /** Waits for a run under way. */
  close(): Promise<void>;
}

export function repeat(everyMs: number, logger: Logger, run: () => Promise<void>): Repeating {
  let current: Promise<void> | undefined;
  const timer = setInterval(() => {
    current ??= run()
      .catch((err: unknown) => logger.warn({ err }, 'a background look failed'))
      .finally(() => {
        current = undefined;
      });
  }, everyMs);
  return {
    async close() {
      clearInterval(timer);
      await current;
    },
  };
}

/** Keeps a process running beside the worker, and ends it with the worker. */
import type { ChildProcess } from 'node:child_process';
import type { Logger } from '@trove/telemetry';
import { SUPERVISE_LIMITS } from './limits.js';

export interface Supervised {
  /** Ends the process, gently first. */
  close(): Promise<void>;
}

export interface SuperviseSetup {
  /** What the log calls it. */
  readonly name: string;
  readonly logger: Pick<Logger, 'error'>;
  readonly begin: () => ChildProcess;
}

/** Starts the process and starts it again whenever it ends, at growing intervals. */
export function superviseProcess({ name, logger, begin }: SuperviseSetup): Supervised {
  let isOpen = true;
  let pauseMs: number = SUPERVISE_LIMITS.restartMs;
  let timer: NodeJS.Timeout | undefined;
  let child: ChildProcess | undefined;
  const run = () => {
    const startedAt = performance.now();
    const again = once((why: object, says: string) => {
      if (!isOpen) return;
      logger.error({ ...why, pauseMs }, `the ${name} ${says} and is started again`);
      timer = setTimeout(run, pauseMs);
      const wasShort = performance.now() - startedAt < SUPERVISE_LIMITS.restartMaxMs;
      pauseMs = wasShort
        ? Math.min(SUPERVISE_LIMITS.restartMaxMs, pauseMs * 2)
        : SUPERVISE_LIMITS.restartMs;
    });
    try {
      child = begin();
    } catch (err) {
      again({ err }, 'could not be started');
      return;
    }
    // One that could not be started says so and never ends.
    child.once('error', (err) => again({ err }, 'could not be started'));
    child.once('exit', (code, signal) => again({ code, signal }, 'ended'));
  };
  run();
  return {
    async close() {
      isOpen = false;
      clearTimeout(timer);
      if (child !== undefined) await end(child);
    },
  };
}

/** Of what tells of the same end, the first is heard. */
function once<A extends unknown[]>(tell: (...told: A) => void): (...told: A) => void {
  let isTold = false;
  return (...told) => {
    if (isTold) return;
    isTold = true;
    tell(...told);
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), SUPERVISE_LIMITS.stopMs);
  await gone;
  clearTimeout(timer);
}

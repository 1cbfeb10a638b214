/** Keeps one process running: when it ends by itself it is started again, and that is said. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from '../say.mjs';
import { startServer } from '../servers/serverProcess.mjs';

const BACK_OFF_MS = 1000;
const LONGEST_BACK_OFF_MS = 15_000;
/** A process that ran this long was well: the next back-off is short again. */
const WELL_AFTER_MS = 30_000;

/**
 * @param {Pick<import('./apps.mjs').App, 'name' | 'command' | 'args' | 'cwd' | 'env'>} app
 * @param {{dataDir: string, roster: ReturnType<typeof import('./roster.mjs').createRoster>}} home
 */
export function supervise(app, { dataDir, roster }) {
  const abort = new AbortController();
  const logFile = join(dataDir, 'logs', `${app.name}.log`);
  let server = startServer({ ...app, logFile });

  const keep = async () => {
    await roster.add(app.name, server.pid);
    for (let backOff = BACK_OFF_MS; ; ) {
      const from = performance.now();
      const end = await server.exited;
      if (abort.signal.aborted) return;
      if (performance.now() - from > WELL_AFTER_MS) backOff = BACK_OFF_MS;
      say(`  ! ${app.name} ended (${end}); starting it again in ${backOff / 1000} s (${logFile})`);
      await pause(backOff, undefined, { signal: abort.signal }).catch(() => undefined);
      if (abort.signal.aborted) return;
      server = startServer({ ...app, logFile });
      await roster.add(app.name, server.pid);
      say(`  ✓ ${app.name} runs again (process ${server.pid})`);
      backOff = Math.min(backOff * 2, LONGEST_BACK_OFF_MS);
    }
  };
  const kept = keep();
  return {
    name: app.name,
    /** The process of the moment; another one after a crash. */
    current: () => server,
    /** Resolves when it is kept running no longer. */
    kept,
    stop: async () => {
      abort.abort();
      await server.stop();
      await kept;
    },
    kill: () => {
      abort.abort();
      server.kill();
    },
  };
}

/** @typedef {ReturnType<typeof supervise>} Supervised */

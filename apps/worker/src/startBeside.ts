/**
 * Starts a process beside the worker's so that play is never held up by it, and, in that process,
 * ends it with the worker.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Of util-linux: on every Linux but the barest. Elsewhere the process's niceness has to do. */
const CHRT = '/usr/bin/chrt';

const STDIO = ['ignore', 'inherit', 'inherit', 'ipc'] as const;

/**
 * With the scheduler's idle policy the process gets only what nobody else wants, and gives way at
 * once when they do; niceness alone still took a fifth of the events a second on two busy cores.
 * It runs with the worker's environment, not with its flags: those are the hot path's.
 */
export function startIdle(program: URL, flags: readonly string[]): ChildProcess {
  if (!existsSync(CHRT)) return startNice(program, flags);
  const execArgv = ['--idle', '0', process.execPath, ...flags];
  return fork(program, { execPath: CHRT, execArgv, stdio: [...STDIO] });
}

/**
 * For what somebody waits for: where the idle policy gave a second of work in a minute and more on
 * a busy machine, niceness, which the process gives itself, still gives a small share.
 */
export function startNice(program: URL, flags: readonly string[]): ChildProcess {
  return fork(program, { execArgv: [...flags], stdio: [...STDIO] });
}

/**
 * For the process that was started: ends it when the worker is gone, however that ended. A worker
 * that was killed while this process still loaded its modules has left no event, only the state.
 */
export function endWithWorker(): void {
  process.once('disconnect', () => process.exit(0));
  if (process.connected === false) process.exit(0);
}

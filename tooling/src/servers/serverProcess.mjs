/**
 * A server that runs in a process group of its own, so that Ctrl-C in the terminal reaches only
 * the program that started it, which can then stop its children in the right order.
 */
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Explained } from '../say.mjs';

const LARGE_LOG_BYTES = 20 * 1024 * 1024;

/**
 * @param {{command: string, args: string[], cwd?: string, env?: NodeJS.ProcessEnv, uid?: number,
 *   gid?: number, logFile: string, stopSignal?: NodeJS.Signals}} options
 */
export function startServer({ command, args, logFile, stopSignal = 'SIGTERM', ...options }) {
  const log = openLog(logFile);
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['ignore', log, log];
  const child = spawn(command, args, { ...options, stdio, detached: true });
  closeSync(log);
  const exited = new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve(signal ?? code ?? 1));
    child.on('error', (error) => resolve(String(error)));
  });
  return {
    pid: child.pid,
    logFile,
    /** Resolves with the exit code, the signal's name, or why it could not be started. */
    exited,
    isRunning: () =>
      child.exitCode === null && child.signalCode === null && child.pid !== undefined,
    /** Asks it to stop, and after the time given makes it. */
    stop: async (withinMs = 25_000) => {
      child.kill(stopSignal);
      const timer = setTimeout(() => killGroup(child.pid, 'SIGKILL'), withinMs);
      await exited;
      clearTimeout(timer);
      // What it started itself and left behind.
      killGroup(child.pid, 'SIGKILL');
    },
    kill: () => killGroup(child.pid, 'SIGKILL'),
  };
}

/** Opens the log to append; one that has grown large is put aside, and the one before it goes. */
function openLog(logFile) {
  mkdirSync(dirname(logFile), { recursive: true });
  const isLarge = existsSync(logFile) && statSync(logFile).size > LARGE_LOG_BYTES;
  if (isLarge) renameSync(logFile, `${logFile}.old`);
  return openSync(logFile, 'a');
}

/** @typedef {ReturnType<typeof startServer>} Server */

/** Sends a signal to a process group, if it still is there. */
export function killGroup(pid, signal) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It is gone, which is what was wanted.
  }
}

const POLL_MS = 50;

/**
 * Waits until a probe answers true; until then it may answer in words what is missing. Rejects
 * with the end of the server's log when the server ends before that, and with those words too
 * when it takes too long.
 *
 * @param {{name: string, server: Server, probe: () => Promise<boolean | string>,
 *   withinMs: number}} options
 */
export async function waitUntilReady({ name, server, probe, withinMs }) {
  const end = performance.now() + withinMs;
  let missing = '';
  while (performance.now() < end) {
    const answer = await probe();
    if (answer === true) return;
    if (typeof answer === 'string') missing = ` (${answer})`;
    if (!server.isRunning()) throw new Explained(`${name} ended at its start.\n${tail(server)}`);
    await pause(POLL_MS);
  }
  const late = `${name} is not ready after ${withinMs / 1000} s${missing}`;
  throw new Explained(`${late}.\n${tail(server)}`);
}

/** The last lines of a server's log, and where the rest is. */
function tail({ logFile }) {
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-12);
  return `${lines.join('\n')}\n(the whole log: ${logFile})`;
}

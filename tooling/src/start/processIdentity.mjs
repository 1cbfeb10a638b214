/**
 * Which process is meant. A process id alone may by now belong to a stranger, so the moment the
 * process started is remembered with it; nothing is ever signalled by id alone.
 */
import { runCommand } from '../runCommand.mjs';

/** @typedef {{name: string, pid: number, started: string}} Identity */

/** When the process started, as the system words it; empty when there is none. */
async function startOf(pid) {
  const { code, output } = await runCommand('ps', ['-o', 'lstart=', '-p', String(pid)], {
    env: { ...process.env, LC_ALL: 'C' },
  });
  return code === 0 ? output.trim() : '';
}

/** @returns {Promise<Identity>} */
export async function identify(name, pid) {
  return { name, pid, started: await startOf(pid) };
}

/** Whether that very process still runs. @param {Identity} identity */
export async function isAlive({ pid, started }) {
  return started !== '' && (await startOf(pid)) === started;
}

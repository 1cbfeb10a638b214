/**
 * Which process is meant. A process id alone may by now belong to a stranger, so the moment the
 * process started is remembered with it; nothing is ever signalled by id alone.
 */
import { existsSync, readFileSync } from 'node:fs';
import { runCommand } from '../runCommand.mjs';
import { Explained } from '../say.mjs';

/** @typedef {{name: string, pid: number, started: string}} Identity */

const NOT_FOUND = 127;
/** Linux tells of its processes in files; on other systems the program ps is asked. */
export const hasProc = () => existsSync('/proc/self/stat');

/** @returns {Promise<Identity>} */
export async function identify(name, pid) {
  return { name, pid, started: await startOf(pid) };
}

/** Whether that very process still runs. @param {Identity} identity */
export async function isAlive({ pid, started }) {
  return started !== '' && (await startOf(pid)) === started;
}

/** When the process started, as the system words it; empty when there is none. */
async function startOf(pid) {
  return hasProc() ? startInProc(pid) : startByPs(pid);
}

/** Command and arguments of a process; empty when there is none. */
export async function commandOf(pid) {
  if (!hasProc()) return askPs('args=', pid);
  return (readProc(`${pid}/cmdline`) ?? '').replaceAll('\0', ' ').trim();
}

/** Ticks since the machine came up, and which time that was. */
function startInProc(pid) {
  const stat = readProc(`${pid}/stat`);
  if (stat === undefined) return '';
  // The name stands in brackets and may hold anything; state is field 3, the start field 22.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z') return '';
  return `${readProc('sys/kernel/random/boot_id')?.trim()} ${fields[22 - 3]}`;
}

function readProc(path) {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return undefined;
  }
}

/** In one time zone, whatever the shell's is. */
export function startByPs(pid) {
  return askPs('lstart=', pid);
}

async function askPs(column, pid) {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const { code, output } = await runCommand('ps', ['-o', column, '-p', String(pid)], { env });
  if (code === NOT_FOUND) {
    throw new Explained('Processes cannot be told apart: install the program ps.');
  }
  return code === 0 ? output.trim() : '';
}

/**
 * The processes that a start has brought up, kept in a file, so that the next start can end
 * those that a kill or a power cut left behind, and nobody else's.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from '../say.mjs';
import { killGroup } from '../servers/serverProcess.mjs';
import { identify, isAlive } from './processIdentity.mjs';

const STOP_WITHIN_MS = 10_000;
const POLL_MS = 100;

export function createRoster(dataDir) {
  const file = join(dataDir, 'processes.json');
  /** @type {Map<string, import('./processIdentity.mjs').Identity>} */
  const present = new Map();
  const save = () => {
    writeFileSync(`${file}.new`, JSON.stringify([...present.values()]));
    renameSync(`${file}.new`, file);
  };
  return {
    add: async (name, pid) => {
      present.set(name, await identify(name, pid));
      save();
    },
    clear: () => {
      present.clear();
      save();
    },
    /** Ends what an earlier start left running. */
    endLeftovers: async () => {
      for (const left of readRoster(file).reverse()) await endLeftover(left);
    },
  };
}

function readRoster(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return [];
  }
}

async function endLeftover(left) {
  if (!(await isAlive(left))) return;
  say(`  ! ${left.name} (process ${left.pid}) was left over from an earlier start: ending it`);
  killGroup(left.pid, 'SIGINT');
  killGroup(left.pid, 'SIGTERM');
  const end = performance.now() + STOP_WITHIN_MS;
  while (performance.now() < end && (await isAlive(left))) await pause(POLL_MS);
  if (await isAlive(left)) killGroup(left.pid, 'SIGKILL');
}

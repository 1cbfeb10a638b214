/** Clocks that jump: those of doors and workers by signal, those of clients by how they play. */
import { setTimeout as pause } from 'node:timers/promises';
import { PLAIN } from '../clients/client.js';
import { ANY_TARGET } from '../limits.js';
import { type Blow, blow, type Fault } from './fault.js';

const HOUR_MS = 3_600_000;
/** Client clocks: an hour behind, right, three minutes ahead, a day behind. */
const SKEWS_MS = [-HOUR_MS, 0, 3 * 60_000, -24 * HOUR_MS];
/** An hour ahead, an hour behind, right again. */
const JUMPS = 3;
const BETWEEN_MS = 1_500;

export const jumpClocks: Fault = {
  name: 'F10',
  title: 'clocks of doors, workers and clients jump by ± 1 h',
  note:
    'the clocks of processes are moved by a module they load first; Redis’s own needs root and ' +
    'jumps in the simulation',
  target: ANY_TARGET,
  // Until a door has measured its clock anew, an hour behind makes ids look too new.
  rules: { mayRefuse: true },
  preload: 'bench/jumpingClock.mjs',
  plan: (number) => ({ ...PLAIN, skewMs: SKEWS_MS[number % SKEWS_MS.length] ?? 0 }),
  async strike({ installation, random }) {
    const parts = installation.parts.filter((part) => /^(ingest|worker)-/.test(part));
    const blows: Blow[] = [];
    for (let jump = 0; jump < JUMPS; jump += 1) {
      for (const part of parts) {
        blows.push(await blow(() => installation.signal(part, 'SIGUSR2')));
        await pause(random.next() * BETWEEN_MS);
      }
    }
    return blows;
  },
};

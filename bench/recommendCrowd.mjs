/** The hunt of `recommend.mjs`, and what its teams do: the same in every run. */
import { HuntDefinition } from '../packages/contracts/dist/index.js';
import { compileHunt } from '../packages/core/dist/index.js';

export const START_MS = Date.UTC(2026, 5, 1, 18);
const TEAMS = 4_000;
const REPORT_SHARE = 0.55;
const SEED = 7;

/** Two places, then a code or an answer, and so on; each tenth clue waits for one of two others. */
export function compiledHunt(count) {
  const clues = Array.from({ length: count }, (_, i) => {
    const requires = isLocked(i) ? { requires: { any: [`clue-${i - 1}`, `clue-${i - 2}`] } } : {};
    return { id: `clue-${i}`, title: `Clue ${i}`, points: 10, find: findOf(i), ...requires };
  });
  const file = { trove: 1, slug: 'bench', title: 'Bench', clues };
  const result = compileHunt(HuntDefinition.parse(file), 1);
  if (!result.ok) throw new Error(result.mistakes[0]?.message);
  return result.hunt;
}

/** The event that puts it live, before all others. */
export function publication() {
  const data = { version: 1, hash: 'a'.repeat(64) };
  return eventOf({ type: 'hunt.published.v1', data }, { number: 0, timeMs: START_MS, of: 0 });
}

export class Crowd {
  #seed = SEED;
  #number = 0;
  #solveShare;
  /** Clues each team has still to solve, in an order of its own. */
  #ahead;

  constructor({ clues, solveShare }) {
    this.#solveShare = solveShare;
    const open = Array.from({ length: clues }, (_, i) => i).filter((i) => !isLocked(i));
    this.#ahead = Array.from({ length: TEAMS }, () => this.#shuffled(open));
  }

  next(timeMs) {
    const of = this.#below(TEAMS);
    this.#number += 1;
    return eventOf(this.#deed(of), { number: this.#number, timeMs, of });
  }

  #deed(team) {
    const left = this.#ahead[team];
    if (this.#random() < this.#solveShare && left.length > 1) return tryOf(left.pop());
    if (this.#random() < REPORT_SHARE) {
      const [lat, lon] = [52 + this.#random() * 0.032, 13 + this.#random() * 0.048];
      return { type: 'location.reported.v1', data: { lat, lon, accuracyM: 12 } };
    }
    // A code that is none stands for all that is tried and changes nothing.
    return { type: 'code.scanned.v1', data: { code: 'NOPE' } };
  }

  #shuffled(numbers) {
    const order = [...numbers];
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = this.#below(i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
    return order;
  }

  #below(count) {
    return Math.floor(this.#random() * count);
  }

  /** Mulberry32. */
  #random() {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

function isLocked(index) {
  return index % 10 === 9;
}

function kindOf(index) {
  if (index % 3 !== 2) return 'place';
  return index % 2 === 0 ? 'code' : 'answer';
}

function placeAt(index) {
  return { lat: 52 + (index % 8) * 0.004, lon: 13 + (index >> 3) * 0.006 };
}

function findOf(index) {
  const kind = kindOf(index);
  if (kind === 'code') return { code: `CODE-${index}` };
  if (kind === 'answer') return { answer: { accept: [`answer ${index}`] } };
  return { place: { id: `place-${index}`, ...placeAt(index), radiusM: 40 } };
}

function tryOf(clue) {
  const kind = kindOf(clue);
  if (kind === 'place') {
    return { type: 'place.visited.v1', data: { place: `place-${clue}`, ...placeAt(clue) } };
  }
  if (kind === 'code') return { type: 'code.scanned.v1', data: { code: `CODE-${clue}` } };
  return { type: 'clue.answered.v1', data: { clue: `clue-${clue}`, answer: `answer ${clue}` } };
}

function eventOf({ type, data }, { number, timeMs, of }) {
  const bytes = Buffer.alloc(24);
  bytes.writeUIntBE(timeMs, 0, 6);
  bytes.writeUInt32BE(number, 8);
  const team = `team-${of}`;
  const identity = bytes.toString('latin1');
  const stamp = { timeMs, sentAtMs: timeMs, receivedAtUs: timeMs * 1000, digest: '01234567' };
  return { identity, source: '/bench', hunt: 'bench', player: team, team, type, data, ...stamp };
}

/**
 * Events as text, ready but for their id and time, so that the generator spends its time on
 * sending. Teams, hunts and kinds of event are mixed as a crowd would mix them. Pure.
 */
import { Random } from '../simulate/random.js';
import { kindOf, placeAt } from './huntFiles.js';
import { BENCH } from './limits.js';

/** An event is `{"id":"` id `middle` time `end`. */
export interface Template {
  readonly middle: string;
  readonly end: string;
}

const SEED = 7;
const SHARES = { report: 0.55, visit: 0.8, scan: 0.92 };

/** `count` templates over the given hunts, always the same. */
export function makeTemplates(hunts: readonly string[], count: number): Template[] {
  const random = new Random(SEED);
  return Array.from({ length: count }, () => {
    const team = random.below(BENCH.teams);
    const player = `${team}-${random.below(3)}`;
    const { type, data } = deed(random);
    const rest = {
      hunt: random.pick(hunts),
      player: `player-${player}`,
      team: `team-${team}`,
      data,
    };
    return {
      middle: `","type":"${type}","time":"`,
      end: `",${JSON.stringify(rest).slice(1)}`,
    };
  });
}

function deed(random: Random): { type: string; data: object } {
  const roll = random.next();
  const clue = random.below(BENCH.cluesPerHunt);
  if (roll < SHARES.report) return { type: 'location.reported.v1', data: report(random) };
  if (roll < SHARES.visit) return { type: 'place.visited.v1', data: visit(clue) };
  if (roll < SHARES.scan) return { type: 'code.scanned.v1', data: { code: `CODE-${clue}` } };
  const answer = random.chance(0.5) ? `answer ${clue}` : 'no idea';
  return { type: 'clue.answered.v1', data: { clue: `clue-${answerClue(clue)}`, answer } };
}

function report(random: Random): object {
  const lat = 52 + Math.round(random.next() * 32_000) / 1e6;
  const lon = 13 + Math.round(random.next() * 48_000) / 1e6;
  return { lat, lon, accuracyM: 5 + random.below(30) };
}

function visit(clue: number): object {
  return { place: `place-${clue}`, ...placeAt(clue) };
}

/** The next clue at or after this one that is found by an answer; the first of them at the end. */
function answerClue(from: number): number {
  for (let clue = from; clue < BENCH.cluesPerHunt; clue += 1)
    if (kindOf(clue) === 'answer') return clue;
  return 5;
}

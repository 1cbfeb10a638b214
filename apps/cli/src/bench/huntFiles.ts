/** The hunts of the bench: all kinds of clues, prerequisites, and rules of every limit. */
import { stringify } from 'yaml';
import { BENCH } from './limits.js';

/** The slug of hunt number `index`. */
export function benchSlug(index: number): string {
  return `bench-${index + 1}`;
}

export type ClueKind = 'place' | 'code' | 'answer';

/** The kind of clue number `index` of any hunt: two places, then a code, or an answer. */
export function kindOf(index: number): ClueKind {
  if (index % 3 !== 2) return 'place';
  return index % 2 === 0 ? 'code' : 'answer';
}

/** Where place clue number `index` is: a grid of streets about 400 m apart. */
export function placeAt(index: number): { lat: number; lon: number } {
  return { lat: 52 + (index % 8) * 0.004, lon: 13 + Math.floor(index / 8) * 0.006 };
}

/**
 * All checks are on, and none takes an event away: the load says the same few thousand sentences
 * again and again, which a fingerprint that is enforced would call repeats.
 */
const QUALITY = {
  dedup: {
    fingerprint: { mode: 'observe', windows: [{ on: 'clue.answered.v1', windowS: 3 }] },
  },
  expectations: [
    {
      id: 'sharp-enough',
      on: 'location.reported.v1',
      expect: { field: 'accuracyM', min: 0, max: 100 },
      otherwise: 'quarantine',
    },
    {
      id: 'no-machine-gun',
      on: 'code.scanned.v1',
      expect: { atMost: 10_000, perS: 10 },
      otherwise: 'refuse',
    },
  ],
};

/**
 * A hunt file's text.
 *
 * @param isPlain whether it asks nothing of its events but what their contracts do
 */
export function benchHunt(slug: string, isPlain = false): string {
  return stringify({
    trove: 1,
    slug,
    title: `Bench ${slug}`,
    clues: Array.from({ length: BENCH.cluesPerHunt }, (_, index) => ({
      id: `clue-${index}`,
      title: `Clue ${index}`,
      points: 10 + (index % 5),
      find: findOf(index),
      ...(index % 10 === 9
        ? { requires: { any: [`clue-${index - 1}`, `clue-${index - 2}`] } }
        : {}),
    })),
    rules: [
      rule('first-three', 'clue.solves <= 3', { award: 25, limit: { perTeam: 3 } }),
      rule('early', 'hunt.elapsedS < 600', { award: 5, limit: { first: 500 } }),
      rule('ten-found', 'team.solved >= 10', { award: 50, limit: { perTeam: 1 } }),
    ],
    ...(isPlain ? {} : { quality: QUALITY }),
  });
}

function rule(id: string, solvedAnd: string, gain: { award: number; limit: object }): object {
  const when = `verdict == 'solved' && ${solvedAnd}`;
  const { award, limit } = gain;
  return { id, on: 'place.visited.v1', when, then: { award }, limit };
}

function findOf(index: number): object {
  const kind = kindOf(index);
  if (kind === 'code') return { code: `CODE-${index}` };
  if (kind === 'answer') return { answer: { accept: [`answer ${index}`] } };
  return { place: { id: `place-${index}`, ...placeAt(index), radiusM: 40 } };
}
